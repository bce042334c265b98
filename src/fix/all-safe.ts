import { type Answers, type CheckOptions, recheck } from '../check/check.ts';
import { dataOf } from '../edit/data.ts';
import type { SourceEdit } from '../finding/cure.ts';
import type { Finding } from '../finding/finding.ts';
import { type KnownFile, readSet } from '../model/read-set.ts';
import { decode } from '../source/decode.ts';
import type { Files } from '../source/files.ts';
import { withTexts } from '../source/overlay.ts';
import { edited } from './edits.ts';
import type { Fix, FixContext } from './fix.ts';
import { safeFixOf } from './fixes-for.ts';

interface AllSafe {
  /** The texts that change, by file, with the byte order mark that a file had. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was put right, in the order it was. */
  readonly fixed: readonly Finding[];
}

/** So many times everything is looked at again: a fix may bring to light what another one puts right. */
const MOST_ROUNDS = 30;
/** So many fixes are tried one by one, where together they would do harm. */
const MOST_TRIED = 200;

/**
 * The texts of a workspace after every safe fix of the findings wanted, and of those that come to light on the way. A fix that
 * would not put its finding right, or that would bring another one, is left out. `named` as for `readSet`. Writes nothing.
 */
export function allSafe(
  files: Files,
  named: ReadonlySet<string>,
  options: CheckOptions,
  wanted: (finding: Finding) => boolean,
): AllSafe {
  let known: ReadonlyMap<string, KnownFile> = new Map();
  let answers: Answers | undefined;
  const look = (texts: ReadonlyMap<string, string>): Look => {
    const set = readSet(withTexts(files, texts), named, known);
    const checked = recheck(set.documents, { ...options, withoutFrames: true }, answers);
    ({ known } = set);
    ({ answers } = checked);
    return { texts, findings: checked.report.findings, context: contextOf(set.documents, options) };
  };
  const refused = new Set<string>();
  const fixed: Finding[] = [];
  let now = look(new Map());
  let tried = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const picked = pick(now, (finding) => wanted(finding) && !refused.has(nameOf(finding)));
    if (picked.length === 0) break;
    const next = look(after(now, picked));
    if (isBetter(now, next, picked)) {
      fixed.push(...picked.map(({ finding }) => finding));
      now = next;
      continue;
    }
    // One of them does harm.
    for (const one of picked) {
      if (++tried > MOST_TRIED) return { texts: now.texts, fixed };
      const alone = look(after(now, [one]));
      if (!isBetter(now, alone, [one])) {
        refused.add(nameOf(one.finding));
        continue;
      }
      fixed.push(one.finding);
      now = alone;
      break;
    }
  }
  return { texts: now.texts, fixed };
}

/** The workspace with the texts of a moment. */
interface Look {
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly context: FixContext;
}

interface Picked {
  readonly finding: Finding;
  readonly fix: Fix;
}

function contextOf(documents: FixContext['documents'], { asOf, today }: CheckOptions): FixContext {
  const texts = new Map<string, string | undefined>();
  return {
    documents,
    asOf,
    today,
    text(file) {
      if (!texts.has(file)) {
        const bytes = documents.files.read(file);
        const decoded = typeof bytes === 'string' ? undefined : decode(bytes);
        texts.set(file, decoded && !decoded.fault ? decoded.text : undefined);
      }
      return texts.get(file);
    },
  };
}

/** Written by commands alone. */
const NOT_BY_HAND: ReadonlySet<string | undefined> = new Set(['links', 'lock']);

/** Safe fixes none of which touches the place of another: the rest have their turn in the next round. */
function pick({ findings, context }: Look, wanted: (finding: Finding) => boolean): readonly Picked[] {
  const kinds = new Map(context.documents.outlines.map(({ file, kind }) => [file, kind]));
  const taken = new Map<string, SourceEdit[]>();
  return findings.flatMap((finding) => {
    if (!finding.cure || !wanted(finding) || NOT_BY_HAND.has(kinds.get(finding.file))) return [];
    const fix = safeFixOf(finding, context);
    const others = taken.get(finding.file) ?? [];
    if (!fix || fix.edits.some((edit) => others.some((other) => touches(edit, other)))) return [];
    taken.set(finding.file, [...others, ...fix.edits]);
    return [{ finding, fix }];
  });
}

const touches = (a: SourceEdit, b: SourceEdit): boolean => a.at <= b.at + b.length && b.at <= a.at + a.length;

function after({ texts, context }: Look, picked: readonly Picked[]): ReadonlyMap<string, string> {
  const result = new Map(texts);
  for (const file of new Set(picked.map(({ finding }) => finding.file))) {
    const bytes = context.documents.files.read(file);
    const mark = typeof bytes !== 'string' && decode(bytes).bom ? '\uFEFF' : '';
    const edits = picked.flatMap(({ fix }) => fix.edits.filter((edit) => edit.file === file));
    result.set(file, mark + edited(context.text(file) ?? '', edits));
  }
  return result;
}

/** What a finding is known by when lines have moved. */
const nameOf = ({ rule, file, plan, item, message }: Finding): string =>
  [rule, file, plan, item, message.ru].join('\0');

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
  return counts;
}

/** Each finding put right is gone, and there is no new one, but for what a file says that could not be read before. */
function isBetter(before: Look, next: Look, picked: readonly Picked[]): boolean {
  const [was, is] = [counted(before.findings), counted(next.findings)];
  const gone = counted(picked.map(({ finding }) => finding));
  for (const [name, many] of gone) if ((is.get(name) ?? 0) > (was.get(name) ?? 0) - many) return false;
  const reveals = picked.some(({ finding: { rule, file } }) => {
    const text = before.context.text(file);
    return rule === 'unknown-kind' || text === undefined || 'broken' in dataOf(text);
  });
  return next.findings.every(
    (finding) =>
      was.has(nameOf(finding)) || (reveals && finding.rule !== 'syntax' && finding.rule !== 'unknown-kind'),
  );
}
