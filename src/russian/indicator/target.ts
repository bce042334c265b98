import { isNumbered, isWithin, wellPlaced } from './belonging.ts';
import { counted } from './counted.ts';
import { level } from './level.ts';
import { placeOf, type Statement } from './parse.ts';
import { type IndicatorReading, unread } from './result.ts';
import { trendBeside, trended, trendOf } from './trends.ts';
import { DOWN, UP } from './words.ts';

/** Reads a statement with one quantity into a count, a percent or a change. */
export function readTarget(statement: Statement): IndicatorReading {
  const { quantity, rhythm } = statement;
  const place = placeOf(statement);
  const trend = quantity.times && rhythm ? undefined : (trendOf(statement) ?? trendBeside(statement));
  const bound =
    trend && !(trend === 'reach' && quantity.lead !== 'до') ? trended(statement, trend) : level(statement);
  if (!bound) {
    return trend
      ? unread(
          place,
          'неясно, на сколько изменить или до какого значения',
          'it is unclear whether this is a change or a level',
        )
      : unread(place, 'неясно, какое значение требуется', 'it is unclear what value is required');
  }
  if (quantity.percent && bound.change === undefined && quantity.value > 100) {
    return unread(place, 'доля больше 100 %', 'a share above 100 %');
  }
  if (quantity.times && !rhythm && bound.change === undefined) {
    return unread(place, 'неясно, за какое время столько раз', 'it is unclear in what time so many times');
  }
  const next = statement.tokens[quantity.end]?.text ?? '';
  if (!trend && (UP.test(next) || DOWN.test(next))) {
    return unread(
      place,
      'неясно, это изменение или значение',
      'it is unclear whether this is a change or a level',
    );
  }
  if (!wellPlaced(statement) || isNumbered(statement) || isWithin(statement)) {
    return unread(place, 'неясно, к чему относится число', 'it is unclear what the number belongs to');
  }
  return counted(statement, bound);
}
