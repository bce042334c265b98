import { type Found, isOneYear, type Listed, lendTo, placeList } from './lend.ts';
import { hasYear, type PeriodContext } from './place.ts';
import { type Failure, fail, isFailure } from './refusals.ts';
import { placeWindow } from './stretch.ts';
import type { Point } from './syntax.ts';

/**
 * «III квартал 2022 г. (август)», «2022 год (май, ноябрь)»: a bracket after one stretch says where in it; after
 * a year a comma does too («2022 год, март»). undefined when there is neither.
 */
export function refine(
  list: readonly Listed[],
  context: PeriodContext,
): readonly Found[] | Failure | undefined {
  const at = list.findIndex(({ joint }, index) => index > 0 && joint === 'bracket');
  const narrowed = at < 0 && narrowsYear(list);
  if (at < 0 && !narrowed) return undefined;
  const [outer] = list;
  const inner = list.slice(1);
  if (at !== 1 && !narrowed) return fail(list[at]!.window.at, 'bracket-of-which');
  // «март (2022 г.)»: the year of the month, as after a comma.
  if (inner.length === 1 && isOneYear(inner[0]!.window) && !isOneYear(outer!.window)) return undefined;
  const around = placeWindow(outer!.window, context);
  if (isFailure(around)) return around;
  const lender = outer!.window.from;
  const lent = inner.map((each, index): Listed => {
    const own = each.window.from ?? each.window.to!;
    const window =
      lender && hasYear(lender) && !hasYear(own) && !hasYear(each.window.to ?? own)
        ? lendTo(each.window, lender)
        : each.window;
    return { window, joint: index === 0 ? 'none' : each.joint };
  });
  const found = placeList(lent, context);
  if (isFailure(found)) return found;
  for (const { placed, window } of found) {
    const [first, last] = [placed.from ?? placed.to!, placed.to ?? placed.from!];
    const within = first >= (around.from ?? first) && last <= (around.to ?? last);
    const apart = first > (around.to ?? first) || last < (around.from ?? last);
    if (!within) return narrowed && apart ? undefined : fail(window.at, 'bracket-outside');
  }
  // «май (до 15 мая)» begins where May does, «май (с 15 мая)» ends there.
  return found.map(({ window, placed }) => ({
    window:
      placed.from === null || placed.to === null
        ? { ...window, from: window.from ?? outer!.window.from }
        : window,
    placed: { from: placed.from ?? around.from, to: placed.to ?? around.to },
  }));
}

const YEARS: ReadonlySet<Point['unit']> = new Set(['year', 'school-year', 'year-pair']);

/** «2022 год, март», «2022 г. II квартал», «2022-2023 учебный год, I полугодие»: what follows lies in the year. */
function narrowsYear([outer, ...inner]: readonly Listed[]): boolean {
  if (!outer || inner.length === 0 || !isOneYear(outer.window)) return false;
  const finer = inner.every(({ window }) => !YEARS.has((window.from ?? window.to)!.unit));
  const joints = inner.every(
    ({ joint }, at) => joint === 'comma' || (at === 0 && (joint === 'none' || inner.length === 1)),
  );
  return finer && joints && inner[0]!.joint !== 'semicolon';
}
