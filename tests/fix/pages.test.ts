import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, recheck } from '../../src/check/check.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { edited } from '../../src/fix/edits.ts';
import type { Fix, FixContext } from '../../src/fix/fix.ts';
import { fixesFor } from '../../src/fix/fixes-for.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { setOf } from '../../src/model/document-set.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { REASON_TO_WRITE } from '../../src/model/waiver.ts';
import { rules } from '../../src/rules/generated/index.ts';
import { decode } from '../../src/source/decode.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { bytesOf, type Example, examplesOf } from '../rules/page.ts';

type Texts = Readonly<Record<string, string | Uint8Array>>;

function checked(texts: Texts, example: Example) {
  const asOf = parseDay(example.asOf) as number;
  const options: CheckOptions = { asOf, today: asOf };
  const documents = setOf(loadWorkspace(memoryFiles(texts)));
  const { findings } = recheck(documents, options).report;
  const text = (file: string): string | undefined => {
    const bytes = documents.files.read(file);
    if (typeof bytes === 'string') return undefined;
    const { text: all, fault } = decode(bytes);
    return fault ? undefined : all;
  };
  const context: FixContext = { ...options, documents, text };
  return { findings, context };
}

/** All texts after a fix. Edits of one file may not overlap. */
function after(texts: Texts, { edits }: Fix, { text }: FixContext): Texts {
  const result: Record<string, string | Uint8Array> = { ...texts };
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const some = edits.filter((edit) => edit.file === file).sort((a, b) => a.at - b.at);
    some.forEach((edit, at) => {
      const before = some[at - 1];
      if (before) expect(edit.at).toBeGreaterThanOrEqual(before.at + before.length);
    });
    result[file] = edited(text(file) ?? '', some);
  }
  return result;
}

/** What a finding is known by when lines have moved: its rule, whose it is and what it says. */
const nameOf = ({ rule, file, plan, item, message }: Finding): string =>
  [rule, file, plan ?? '', item ?? '', message.ru].join(' | ');

/** The reason of a new waiver as a person would write it. */
const withReason = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [
      file,
      typeof text === 'string' ? text.replaceAll(REASON_TO_WRITE, 'Письмо отдела от 12.01.2022') : text,
    ]),
  );

const isWaiver = ({ title }: Fix): boolean => title.en.startsWith('Waive');

const pageAt = (id: string): URL => new URL(`../../docs/rules/${id}.md`, import.meta.url);
/** What a page says below the severity; `UPDATE_DOCS=1` writes it. */
const FIXED = /^Исправляется .*\n/m;
/** Once the document, or the year, is known, more can be judged. */
const REVEALING: ReadonlySet<string> = new Set(['unknown-kind', 'missing-plan-period']);
const BY_ITSELF = 'Исправляется само: `roadmap check --fix`.\n';
const BY_CHOICE = 'Исправляется в редакторе, по выбору.\n';

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const page = readFileSync(pageAt(id), 'utf8');
  const bad = examplesOf(page).filter(({ good }) => !good);
  const offered: Fix[] = [];

  it('each fix of a bad example takes that finding away and brings no other', () => {
    for (const example of bad) {
      const texts = bytesOf(example);
      const { findings, context } = checked(texts, example);
      for (const finding of findings.filter(({ rule }) => rule === id)) {
        for (const fix of fixesFor(finding, context)) {
          if (!isWaiver(fix)) offered.push(fix);
          const fixed = after(texts, fix, context);
          const before = findings.map(nameOf);
          const name = nameOf(finding);
          const many = (all: readonly string[]): number => all.filter((one) => one === name).length;
          if (isWaiver(fix)) {
            // Until a person has written the reason, the waiver accepts nothing, and that is told.
            const unwritten = checked(fixed, example).findings;
            expect(many(unwritten.map(nameOf)), fix.title.ru).toBe(many(before));
            expect(unwritten.map(({ rule }) => rule)).toContain('unfilled-waiver');
          }
          const left = checked(isWaiver(fix) ? withReason(fixed) : fixed, example).findings.map(nameOf);
          expect(many(left), `${fix.title.ru}: ${name}`).toBe(isWaiver(fix) ? 0 : many(before) - 1);
          if (!REVEALING.has(id))
            expect(
              left.filter((one) => !before.includes(one)),
              fix.title.ru,
            ).toEqual([]);
        }
      }
    }
  });

  it('its page says whether a program can put it right', () => {
    const wanted = offered.some(({ safe }) => safe) ? BY_ITSELF : offered.length > 0 ? BY_CHOICE : undefined;
    if (process.env.UPDATE_DOCS) {
      const plain = page.replace(FIXED, '');
      const fresh = wanted ? plain.replace(/^Важность: .*\n/m, (line) => line + wanted) : plain;
      if (fresh !== page) writeFileSync(pageAt(id), fresh);
    } else expect(FIXED.exec(page)?.[0]).toBe(wanted);
  });
});
