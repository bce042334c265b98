import type { Token } from './tokens.ts';

const DAYS_OF_SPAN = /^(?:дн(?:я|ей)|день|недел[юияь]|недель|месяц(?:а|ев)?|час(?:а|ов)?)$/u;

/** «в течение 10 дней», «не позднее 5 рабочих дней», «за 2 недели до»: how long it takes, not how many are wanted. */
export function duration(tokens: readonly Token[], at: number): number | undefined {
  const [far, near] = [tokens[at - 2]?.text, tokens[at - 1]?.text];
  const within = far === 'в' && (near === 'течение' || near === 'течении');
  const ahead = near === 'за';
  if (!within && !ahead && near !== 'позднее' && near !== 'позже') return undefined;
  const end = /^(?:рабоч|календарн|учебн)/u.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  if (!DAYS_OF_SPAN.test(tokens[end]?.text ?? '')) return undefined;
  return ahead && tokens[end + 1]?.text !== 'до' ? undefined : end + 1;
}

const TAUGHT = /^(?:программ|курс|кпк|дпп|модул|удостоверени|стажировк)/u;

/** «Программа повышения квалификации, 36 часов»: how long what is taught takes. */
export function isLength(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (
    !before ||
    /^(?:не|менее|более|меньше|больше|минимум|свыше|максимум)$/u.test(before.text) ||
    ['dash', 'colon', 'sign'].includes(before.kind)
  )
    return false;
  if (/^(?:объем|количеств|проведен|реализован|пройден)/u.test(before.text))
    return /^объем/u.test(before.text);
  return tokens.slice(Math.max(0, at - 8), at).some(({ text }) => TAUGHT.test(text));
}

/** Units that measure time: «10 дней» alone are a time, not a result. */
export const isTimeUnit = (unit: string | null): boolean =>
  /(?:^| )(?:день|час|неделя|месяц)$/u.test(unit ?? '');
