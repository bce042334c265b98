import type { PlanDocument } from '../schema/generated/types.ts';

/** A period as a person types it: `2022`, `2022/23`, `2021-2023`, `2022-04-01..2022-12-31`; undefined when it is none. */
export function periodOfText(text: string): PlanDocument['period'] | undefined {
  const plain = text.replace(/\s+/g, '');
  if (/^20\d\d$/.test(plain)) return Number(plain);
  const school = /^(20\d\d)\/(?:20)?(\d\d)$/.exec(plain);
  if (school)
    return (Number(school[1]) + 1) % 100 === Number(school[2]) ? `${school[1]}/${school[2]}` : undefined;
  const years = /^(20\d\d)[-–—](20\d\d)$/.exec(plain);
  if (years)
    return years[1]! < years[2]! ? { from: `${years[1]}-01-01`, to: `${years[2]}-12-31` } : undefined;
  const days = /^(20\d\d-\d\d-\d\d)\.\.(20\d\d-\d\d-\d\d)$/.exec(plain);
  return days && days[1]! < days[2]! ? { from: days[1]!, to: days[2]! } : undefined;
}
