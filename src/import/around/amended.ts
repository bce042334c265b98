import type { OrderFields } from '../../schema/generated/types.ts';
import { datesOf } from './dates.ts';

type ActType = NonNullable<OrderFields['type']>;

const TYPES: readonly (readonly [RegExp, ActType])[] = [
  [/^приказ/iu, 'приказ'],
  [/^распоряжени/iu, 'распоряжение'],
  [/^постановлени/iu, 'постановление'],
];

const OPENS = /^\(?\s*(?:с изменениями[^)]*?внес[её]нными|в ред(?:акции|\.))\s+(?=\p{L})/iu;

/**
 * «(в редакции приказов от 1 июня 2022 г. № 40, от 1 июля 2022 г. № 51)»: the acts that amended a plan. Undefined for any
 * other text, and where an act has no date or number that is read: then the words are kept as they are.
 */
export function amendmentsIn(text: string): readonly OrderFields[] | undefined {
  const opening = OPENS.exec(text.trim());
  if (!opening) return undefined;
  const acts: OrderFields[] = [];
  let type: ActType | undefined;
  const rest = text
    .trim()
    .slice(opening[0].length)
    .replace(/\)\s*$/u, '');
  for (const piece of rest.split(/(?<![\p{L}])от\s+(?=[«"]?\s?\d)/u)) {
    const dates = datesOf(piece);
    const number = /(?:№|N)\s*([\p{L}\d][\p{L}\d./\\-]*)/u.exec(piece)?.[1];
    if (dates.length > 0) {
      if (number === undefined || type === undefined) return undefined;
      acts.push({ type, number: number.replace(/[.,]$/u, ''), date: dates[0]!.iso });
    } else if (acts.length > 0) return undefined;
    // The type of the act that comes next closes a piece, or is all of it.
    const named = piece.match(/(?:приказ|распоряжени|постановлени)\p{L}*/giu)?.at(-1);
    type = TYPES.find(([word]) => named !== undefined && word.test(named))?.[1] ?? type;
  }
  return acts.length > 0 ? acts : undefined;
}
