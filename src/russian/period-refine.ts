import { type Found, type Listed, lendTo, placeList } from './period-lend.ts';
import { hasYear, type PeriodContext } from './period-place.ts';
import { placeWindow } from './period-stretch.ts';
import { type Failure, fail, isFailure, WHY } from './period-why.ts';

/**
 * «III квартал 2022 г. (август)», «2022 год (май, ноябрь)»: a bracket after one stretch says where in it.
 * undefined when there is no such bracket.
 */
export function refine(
  list: readonly Listed[],
  context: PeriodContext,
): readonly Found[] | Failure | undefined {
  const at = list.findIndex(({ joint }, index) => index > 0 && joint === 'bracket');
  if (at < 0) return undefined;
  const [outer] = list;
  const inner = list.slice(1);
  if (at !== 1) return fail(list[at]!.window.at, WHY.together);
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
    if (first < (around.from ?? first) || last > (around.to ?? last)) return fail(window.at, WHY.notWithin);
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
