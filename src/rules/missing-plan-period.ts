import { plural } from '../finding/plural.ts';
import { datePartsOf } from '../meaning/day.ts';
import { approvedOn } from '../model/approval.ts';
import { readPeriodText } from '../model/meanings.ts';
import { eachRow, type Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Rule } from './rule.ts';
import { exampleYear, schoolYear } from './shared/example-year.ts';

/** What the rows of a plan say of its years. */
interface Terms {
  /** Terms that want the plan's year, in the order of the document. */
  readonly unread: readonly { readonly text: string; readonly number: string }[];
  /** Calendar years that the others name. */
  readonly years: readonly [first: number, last: number] | undefined;
}

/** Without its period a plan's bare months and days have no year: told once, with the period that the plan itself suggests. */
export const rule: Rule = {
  id: 'missing-plan-period',
  severity: 'warning',
  summary: { ru: 'Не указан период плана', en: 'The plan states no period' },
  on: 'plan',
  check(plan, report, { workspace, asOf }) {
    const stated = (plan.source as { readonly period?: unknown }).period;
    if (plan.period || plan.items.length === 0 || (stated !== undefined && stated !== null)) return;
    const { unread, years } = termsOf(plan, workspace);
    const proposed = periodInTitle(plan.title) ?? periodOfYears(years) ?? periodOfApproval(plan);
    const year = exampleYear(plan, asOf);
    const [first] = unread;
    const n = unread.length;
    const ru = first
      ? `: без него не прочитать ${n} ${plural(n, ['срок', 'срока', 'сроков'])} («${oneLine(first.text)}» в пункте ${first.number}${n > 1 ? ' и другие' : ''})`
      : ': сроки, в которых нет года, по нему не прочитать';
    const en = first
      ? `: ${n} term${n > 1 ? 's' : ''} cannot be read without it (“${oneLine(first.text)}” of item ${first.number}${n > 1 ? ' and others' : ''})`
      : ': a term that names no year cannot be read against it';
    report({
      message: { ru: `Не указан период плана${ru}`, en: `The plan states no period${en}` },
      help: proposed
        ? {
            ru: `Судя по плану, period: ${proposed}; проверьте и впишите`,
            en: `By the plan itself it is \`period: ${proposed}\`; check it and write it in`,
          }
        : {
            ru: `Впишите период: period: ${year}, ${year}-${year + 2}, ${schoolYear(year)} или ${year}-04-22..${year + 2}-12-31`,
            en: `State it: \`period: ${year}\`, \`${year}-${year + 2}\`, \`${schoolYear(year)}\` or \`${year}-04-22..${year + 2}-12-31\``,
          },
      ...(proposed
        ? { cure: { edits: [{ op: 'set', route: ['period'], value: proposed }], unsure: true } }
        : {}),
      at: { file: plan.file, route: ['title'] },
    });
  },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function termsOf(plan: Plan, workspace: Workspace): Terms {
  const unread: { text: string; number: string }[] = [];
  let years: [number, number] | undefined;
  for (const item of plan.items) {
    if (item.excluded !== undefined) continue;
    eachRow(item, ({ when }) => {
      if (!when || when.inherited || when.structured || when.text.trim() === '') return;
      const reading = readPeriodText(when, plan, workspace);
      if (reading?.understood === false && reading.refusal?.id === 'needs-plan-period')
        unread.push({ text: when.text, number: item.number });
      if (!reading?.understood) return;
      for (const day of [reading.meaning.from, reading.meaning.to]) {
        if (day === null) continue;
        const { year } = datePartsOf(day);
        years = years ? [Math.min(years[0], year), Math.max(years[1], year)] : [year, year];
      }
    });
  }
  return { unread, years };
}

/** «на 2022–2024 годы», «на 2022/2023 учебный год», «на 2023 год» in the title; of several, none. */
function periodInTitle(title: string): string | undefined {
  const found = [
    ...title.matchAll(/(?<!\d)((?:19|20)\d\d)(?:\s*([/–—-])\s*((?:19|20)?\d\d)(?!\d))?(\s*уч)?/giu),
  ];
  const [match, ...others] = found;
  if (!match || others.length > 0) return undefined;
  const [, first = '', mark, second, school] = match;
  if (second === undefined) return school ? undefined : first;
  return mark === '/' || school
    ? `${first}/${second.slice(-2)}`
    : second.length === 4
      ? `${first}-${second}`
      : undefined;
}

const periodOfYears = (years: Terms['years']): string | undefined =>
  years && (years[0] === years[1] ? String(years[0]) : `${years[0]}-${years[1]}`);

/** A school's plan approved in August or September is of the school year that begins then. */
function periodOfApproval(plan: Plan): string | undefined {
  const approved = approvedOn(plan);
  if (approved === undefined) return undefined;
  const { year, month } = datePartsOf(approved);
  return plan.level === 'school' && (month === 8 || month === 9)
    ? `${year}/${String(year + 1).slice(-2)}`
    : String(year);
}
