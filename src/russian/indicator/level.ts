import type { Indicator } from '../../meaning/indicator.ts';
import { wordSet } from '../words/word-set.ts';
import { phraseAt } from './noun-phrase.ts';
import type { Statement } from './parse.ts';
import { isGain } from './trends.ts';
import { UNWANTED } from './words.ts';

/** Words before a number that say it is a share. */
export const SHARE = /^(?:дол[яию]|вес|процент)$/u;

const NEVER_A_SHARE = wordSet('с со о об к при под через без');

/** The bound of a level. A bare share is reached from below, unless what is shared out is unwanted. */
export function level(statement: Statement): Partial<Indicator> | undefined {
  const { quantity, tokens } = statement;
  const { value, op, lead, max, percent } = quantity;
  if (max !== null) return { op: null, value, max };
  if (lead === 'до') {
    return !percent && quantity.start === 0 ? { op: '<=', value } : undefined;
  }
  if (lead === 'от') return quantity.start === 0 && !percent ? { op: '>=', value } : undefined;
  if (quantity.baseline !== undefined || isGain(statement)) return undefined;
  const before = tokens.slice(0, quantity.start);
  const share = (percent || lead === 'на') && before.some((token) => SHARE.test(token.text));
  // «Доля школ, улучшивших результат (не менее чем) на 5 %»: the number is no share of the schools.
  if (share && lead === 'на' && value < 100) return undefined;
  if (op !== null) return { op, value };
  if (percent) {
    if (share && value < 100) {
      return value === 0 || before.some((token) => UNWANTED.test(token.text))
        ? undefined
        : { op: '>=', value };
    }
    if (lead === 'на' && value !== 100 && !isFulfilled(statement)) return undefined;
    if (lead === 'в' && /^(?:вхождени|попадани|вход$)/u.test(tokens[0]!.text)) return undefined;
    return lead !== null && NEVER_A_SHARE.has(lead) ? undefined : { op: '=', value };
  }
  if (lead === null) return { op: '=', value };
  // «по 2 от школы» counts, «консультации по 5 предметам» do not.
  if (lead === 'по')
    return phraseAt(tokens, quantity.end, 'D', statement.taken) ? undefined : { op: '=', value };
  if (lead === 'в' || lead === 'во') {
    const phrase = phraseAt(tokens, quantity.end, 'pP', statement.taken);
    const taking = phrase?.head.kind === 'event' && before.some(({ text }) => TAKING.test(text));
    return phrase?.head.kind === 'body' || taking ? { op: '=', value } : undefined;
  }
  return undefined;
}

/** «Участие в 5 вебинарах», «Победа в 2 конкурсах». */
const TAKING = /^(?:участи[еяю]|участвовал[аи]?|победа|победы)$/u;

/** «Мероприятия выполнены на 95 %», «Школы укомплектованы кадрами на 98 %». */
const isFulfilled = ({ tokens, quantity }: Statement): boolean =>
  tokens
    .slice(0, quantity.start)
    .some(({ text }) =>
      /^(?:вы|ис)полнен[аоы]?$|^(?:реализован|укомплектован|обеспечен|оснащен|освоен|заполнен|охвачен)[аоы]?$/u.test(
        text,
      ),
    );
