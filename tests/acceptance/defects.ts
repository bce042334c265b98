import { readFileSync } from 'node:fs';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { diskFiles } from '../../src/io/disk.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { gold, sharedPath, table } from './shared.ts';

/** What people call a defect, and the rules that may tell of it. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'duplicate-item-number': ['duplicate-number'],
  'duplicate-item': ['duplicate-item'],
  'near-duplicate-item': ['duplicate-item'],
  'repeated-phrase': ['repeated-words'],
  'stamp-number-mismatch': ['stamp-mismatch'],
  'order-on-day-off': ['order-on-day-off'],
  'missing-approval': ['missing-approval'],
  'numbering-gap': ['number-gap'],
  'indicator-is-executor': ['indicator-repeats-executor'],
  'indicator-contains-executor': ['indicator-repeats-executor'],
  'indicator-not-measurable': ['unmeasurable-indicator'],
  'ocr-digit-for-letter': ['digits-for-letters'],
  'date-before-approval': ['deadline-before-approval'],
  'date-outside-plan-year': ['period-outside-plan'],
  'approve-before-develop': ['approval-before-draft'],
  'indicator-vs-cadence': ['rhythm-contradicts-indicator'],
  'org-name-variant': ['executor-variants'],
  'org-name-typo': ['executor-variants'],
  'abbreviation-unknown': ['unexpanded-abbreviation'],
  'quote-mismatch': ['unbalanced-quotes'],
  'obligation-uncovered': ['uncovered-obligation'],
  'deadline-later': ['deadline-after-parent'],
  'indicator-weaker': ['weaker-indicator', 'incomparable-indicator'],
};

/** A listed defect and the finding that tells of it, if there is one. */
export interface Listed {
  readonly document: string;
  readonly item: string;
  readonly defect: string;
  /** A row that warns of a trap, or that a later decision takes back: a finding there would be noise. */
  readonly trap: boolean;
  /** Whether a rule is asked to find it at all. */
  readonly asked: boolean;
  readonly finding: Finding | undefined;
}

export interface Judged {
  readonly document: string;
  readonly item: string;
  readonly rule: string;
  readonly verdict: string;
  readonly reason: string;
}

export const JUDGED = new URL('./judged.tsv', import.meta.url);

const documentOf = (finding: Finding): string => finding.file.replace(/\..*$/, '');

/** How a finding is named in the committed table: document, item (or the place of a finding without one), rule. */
export function nameOf(finding: Finding): Omit<Judged, 'verdict' | 'reason'> {
  const text = finding.message.ru;
  const named = finding.item ?? /[Пп]оручение (\S+)/.exec(text)?.[1] ?? /«([^»]+)»/.exec(text)?.[1] ?? '';
  return { document: documentOf(finding), item: named, rule: finding.rule };
}

export function realFindings(): readonly Finding[] {
  const day = parseDay('2021-12-31') as number;
  return check(loadWorkspace(diskFiles(sharedPath('real'))), { asOf: day, today: day }).findings;
}

/** Matches the list people made with what the rules say. */
export function measureDefects(findings: readonly Finding[]): { listed: Listed[]; unlisted: Finding[] } {
  const told = new Set<Finding>();
  const listed = gold('defects.tsv')
    .filter((row) => /irkutsk|usolye|shakhty/.test(row.document ?? ''))
    .map((row): Listed => {
      const rules = RULES[row.defect ?? ''] ?? [];
      const document = (row.document ?? '').startsWith('usolye') ? 'usolye' : (row.document ?? '');
      const matching = findings.filter(
        (finding) =>
          rules.includes(finding.rule) && documentOf(finding) === document && speaksOf(finding, row),
      );
      for (const finding of matching) told.add(finding);
      return {
        document: row.document ?? '',
        item: row.item ?? '',
        defect: row.defect ?? '',
        trap: (row.notes ?? '').startsWith('NOT a') || isInTime(row),
        asked: rules.length > 0,
        finding: matching[0],
      };
    });
  return { listed, unlisted: findings.filter((finding) => !told.has(finding)) };
}

/** Of several items for one obligation one in time is enough (`truth/README.md`, T17), and here another one is. */
const isInTime = ({ defect, notes }: Record<string, string>): boolean =>
  defect === 'deadline-later' && /is in time/.test(notes ?? '');

/** A finding speaks of a listed defect when it names its item, or quotes its evidence. */
function speaksOf(finding: Finding, row: Record<string, string>): boolean {
  const items = (row.item ?? '').split(/[,/]|\s-\s/).map((item) => item.trim().replace(/ \(.*$/, ''));
  const own = finding.item !== undefined && items.includes(finding.item);
  const upper = /[Пп]оручени[ея] (\S+)/.exec(finding.message.ru)?.[1];
  const between = (row.item ?? '').includes('/') || row.defect === 'obligation-uncovered';
  if (between) return (upper !== undefined && items.includes(upper)) || (own && upper === undefined);
  if (own || items.includes('order') || items.includes('document') || items.includes('sections')) return true;
  if (items.includes('intro')) return finding.item === undefined;
  if (row.defect === 'numbering-gap') return finding.rule === 'number-gap';
  return (row.evidence ?? '')
    .split('||')
    .some((quote) => quote.trim() !== '' && finding.message.ru.includes(quote.trim().slice(0, 40)));
}

export function judgedTable(): Judged[] {
  return table(readFileSync(JUDGED, 'utf8')) as unknown as Judged[];
}
