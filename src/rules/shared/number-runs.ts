import type { Route } from '../../finding/finding.ts';
import { normaliseNumber } from '../../model/identity.ts';
import type { Item, Plan, Section } from '../../model/plan.ts';
import { fromRoman } from '../../model/section-identity.ts';

/** Something that bears a number of a run: an item or a section. */
export interface Numbered {
  /** As printed. */
  readonly number: string;
  /** What is before the last figure: «1.2.». */
  readonly series: string;
  readonly last: number;
  readonly route: Route;
  /** The item; a section has none. */
  readonly item?: Item;
}

/** «п. 5», «№ 7», «3)» are 5, 7 and 3. */
export const bareNumber = (number: string): string =>
  normaliseNumber(number)
    .replace(/^(?:п\.?|№|No|N)/iu, '')
    .replace(/^\.|[.)]+$/g, '');

function numbered(number: string, route: Route, roman: boolean, item?: Item): Numbered | undefined {
  const bare = bareNumber(number);
  const match = /^((?:\d+\.)*)(\d+)$/.exec(roman ? (fromRoman(bare) ?? bare) : bare);
  if (!match) return undefined;
  return {
    number,
    series: match[1] ?? '',
    last: Number(match[2]),
    route,
    ...(item !== undefined && { item }),
  };
}

/** The runs in which the items of a plan are numbered: one, or one for each section where numbers begin again in every one. */
export function itemRuns(plan: Plan): readonly (readonly Numbered[])[] {
  const runs: Numbered[][] = [[]];
  let section = plan.items[0]?.section;
  for (const item of plan.items) {
    if (plan.numbering === 'by-section' && item.section !== section) runs.push([]);
    section = item.section;
    const one = numbered(item.number, [...item.route, 'number'], false, item);
    if (one) runs.at(-1)?.push(one);
  }
  return runs;
}

/** Runs of neighbouring sections. Fewer than three, or Roman and Arabic numbers mixed, are no evidence of a run. */
export function sectionRuns(plan: Plan): readonly (readonly Numbered[])[] {
  const runs = new Map<Section | undefined, Numbered[]>();
  for (const section of plan.sections) {
    const one = section.number && numbered(section.number, [...section.route, 'number'], true);
    if (!one) continue;
    const run = runs.get(section.parent) ?? [];
    runs.set(section.parent, run);
    run.push(one);
  }
  const isArabic = ({ number }: Numbered): boolean => /\d/.test(number);
  return [...runs.values()].filter((run) => run.length >= 3 && (run.every(isArabic) || !run.some(isArabic)));
}
