import type { Refusal } from '../../meaning/reading.ts';

/**
 * A reason by its id, out of a table of them. A row is three lines of text: why in Russian and in English, what to do in
 * both, and a text that is refused so, with the period of its plan where that isn't the year 2022; `|` parts them, `⏎`
 * breaks a line of the example, `none` is a plan without a period.
 */
export function refusalIn<Id extends string>(table: Readonly<Record<Id, string>>, id: Id): Refusal {
  const [ru = '', en = '', help = '', helpEn = '', example = '', plan] = table[id].trim().split(/ \| |\n */u);
  return {
    id,
    why: { ru, en },
    help: { ru: help, en: helpEn },
    example: example.replaceAll(' ⏎ ', '\n'),
    ...(plan !== undefined && { plan: plan === 'none' ? '' : plan }),
  };
}
