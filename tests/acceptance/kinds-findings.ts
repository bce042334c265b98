import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../../src/check/check.ts';
import { writeDocument } from '../../src/edit/write.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { importDocuments } from '../../src/import/import.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { rules } from '../../src/rules/generated/index.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { kinds } from './kinds.ts';
import { sharedPath } from './shared.ts';

/** What people call a finding that has no rule of the name, as the rules that would tell it. */
const IN_WORDS: readonly (readonly [words: RegExp, rules: readonly string[]])[] = [
  [/период плана не назван/, ['missing-plan-period']],
  [/срок до утверждения|deadline-before-plan/, ['deadline-before-approval', 'period-outside-plan']],
  [/условный срок|условие|дата сомнительна/, ['unread-period', 'unread-indicator']],
  [/номер не читается/, ['number-gap']],
  [/повтор слова/, ['repeated-words']],
  [/без названия должности/, ['executor-variants', 'unexpanded-abbreviation']],
];

interface Expected {
  readonly rule: string;
  readonly item?: string;
}

const ids = rules.map(({ id }) => id);

const rulesOf = ({ rule }: Expected): readonly string[] => [
  ...ids.filter((id) => rule.includes(id)),
  ...IN_WORDS.flatMap(([words, told]) => (words.test(rule) ? told : [])),
];

/** Neither asked for nor forbidden (`kinds/README.md`). */
const isNeutral = ({ rule, severity }: Finding): boolean =>
  rule === 'no-facts' || (rule === 'deadline-on-day-off' && severity === 'info');

export interface MeasuredFindings {
  readonly kind: string;
  readonly rows: number;
  readonly useful: number;
  readonly outside: readonly string[];
  readonly forbidden: readonly string[];
}

/** What `check` says of every imported kind against what a person would accept of it. */
export async function measureFindings(): Promise<readonly MeasuredFindings[]> {
  const files = new Set(readdirSync(sharedPath('kinds')));
  const asOf = parseDay('2024-01-10') as number;
  const measured: MeasuredFindings[] = [];
  for (const kind of kinds()) {
    const name = `${kind.file.replace(/\.\w+$/, '')}.findings.json`;
    if (kind.changes === 'reject' || !files.has(name)) continue;
    const lists = JSON.parse(readFileSync(sharedPath(`kinds/${name}`), 'utf8')) as {
      readonly 'at-most': readonly Expected[];
      readonly 'none-of': readonly Expected[];
    };
    const imported = await importDocuments(readFileSync(sharedPath(`kinds/${kind.file}`)), kind.file, {
      changes: kind.changes,
    });
    const texts = Object.fromEntries(
      imported.flatMap(({ draft }, at) =>
        draft ? [[`p${at}.plan.yaml`, writeDocument({ ...draft.plan, id: `p${at}` })]] : [],
      ),
    );
    const report = check(loadWorkspace(memoryFiles(texts)), { asOf, today: asOf });
    measured.push({ kind: kind.file, rows: report.items, ...judged(report.findings, lists) });
  }
  return measured;
}

function judged(
  findings: readonly Finding[],
  lists: { readonly 'at-most': readonly Expected[]; readonly 'none-of': readonly Expected[] },
) {
  const room = lists['at-most'].map((one) => ({
    rules: rulesOf(one),
    left: Math.max(1, one.item?.match(/\d+/g)?.length ?? 1),
  }));
  const banned = new Set(lists['none-of'].filter(({ rule }) => !rule.includes('(')).flatMap(rulesOf));
  const outside: string[] = [];
  const forbidden: string[] = [];
  let useful = 0;
  let unmeasurable = 0;
  for (const finding of findings) {
    const place = room.find(({ rules: allowed, left }) => left > 0 && allowed.includes(finding.rule));
    if (place) {
      place.left--;
      useful++;
    } else if (banned.has(finding.rule)) forbidden.push(shown(finding));
    else if (finding.rule === 'unmeasurable-indicator' && unmeasurable++ === 0) continue;
    else if (!isNeutral(finding)) outside.push(shown(finding));
  }
  return { useful, outside, forbidden };
}

const shown = ({ rule, item, message }: Finding): string => `${rule} ${item ?? ''} ${message.ru}`;
