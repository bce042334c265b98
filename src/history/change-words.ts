import { plural } from '../finding/plural.ts';
import type { Bilingual } from '../finding/text.ts';
import { alignedTexts } from './aligned.ts';
import type { FieldChange, ItemChange } from './diff.ts';
import type { EditionAct } from './editions.ts';
import type { MeaningChange } from './meaning-change.ts';

/** «приказ от 22.04.2021 № 127»; the date as the lock has it, in the form of documents. */
export function actInWords({
  type = 'приказ',
  number,
  date,
}: Pick<EditionAct, 'type' | 'number' | 'date'>): Bilingual {
  const written = date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1');
  if (number === undefined) return { ru: `утверждение от ${written}`, en: `the approval of ${written}` };
  return { ru: `${type} от ${written} № ${number}`, en: `${type} от ${written} № ${number}` };
}

/** What a change of a cell comes to: «на 31 день позже», «показатель слабее: 3 → 2»; undefined where nothing is known. */
export function meaningInWords(meaning: MeaningChange | undefined): Bilingual | undefined {
  if (!meaning) return undefined;
  switch (meaning.kind) {
    case 'same':
      return { ru: 'смысл тот же', en: 'the meaning is the same' };
    case 'deadline': {
      const [days, later] = [Math.abs(meaning.days), meaning.days > 0];
      return {
        ru: `на ${daysInWords(days)} ${later ? 'позже' : 'раньше'}`,
        en: `${days} ${days === 1 ? 'day' : 'days'} ${later ? 'later' : 'earlier'}`,
      };
    }
    case 'start': {
      const [days, later] = [Math.abs(meaning.days), meaning.days > 0];
      return {
        ru: `начало на ${daysInWords(days)} ${later ? 'позже' : 'раньше'}`,
        en: `begins ${days} ${days === 1 ? 'day' : 'days'} ${later ? 'later' : 'earlier'}`,
      };
    }
    case 'rhythm':
      return meaning.relation === 'more'
        ? { ru: 'чаще', en: 'more often' }
        : { ru: 'реже', en: 'more rarely' };
    case 'indicators': {
      const words = meaning.changes.flatMap(({ relation, values }) => {
        if (relation === 'same') return [];
        const figures = values ? `: ${values.map(figure).join(' → ')}` : '';
        const word = RELATIONS[relation];
        return [{ ru: `${word.ru}${figures}`, en: `${word.en}${figures}` }];
      });
      return {
        ru: words.map(({ ru }) => ru).join('; '),
        en: words.map(({ en }) => en).join('; '),
      };
    }
  }
}

const RELATIONS = {
  stronger: { ru: 'показатель усилен', en: 'the indicator is stronger' },
  weaker: { ru: 'показатель ослаблен', en: 'the indicator is weaker' },
  incomparable: { ru: 'показатель другой', en: 'another indicator' },
} as const;

const figure = (value: number): string => String(value).replace('.', ',');

const daysInWords = (days: number): string => `${days} ${plural(days, ['день', 'дня', 'дней'])}`;

/** Paragraphs as one text in quotes; of none, that there are none. */
const cellInWords = (texts: readonly string[]): Bilingual =>
  texts.length === 0
    ? { ru: '(нет)', en: '(none)' }
    : { ru: `«${texts.join('; ')}»`, en: `“${texts.join('; ')}”` };

/** «срок «до 30 мая» → «до 30 июня», на 31 день позже»; of a list only the entries that differ. */
export function fieldChangeInWords({ heading, part, was, is, meaning }: FieldChange): Bilingual {
  const changed = alignedTexts(was, is);
  const side = (key: 'was' | 'is') => cellInWords(changed.flatMap((one) => one[key] ?? []));
  const [old, now, comes] = [side('was'), side('is'), meaningInWords(meaning)];
  const name = heading.toLowerCase();
  return {
    ru: `${part === undefined ? '' : `событие ${part}, `}${name} ${old.ru} → ${now.ru}${comes ? `, ${comes.ru}` : ''}`,
    en: `${part === undefined ? '' : `sub-event ${part}, `}“${name}” ${old.en} → ${now.en}${comes ? `, ${comes.en}` : ''}`,
  };
}

/** Items that bear other numbers, in runs that moved together. */
interface Renumbering {
  readonly first: ItemChange;
  readonly last: ItemChange;
  readonly count: number;
}

/** Renumbered items in the order of the later text, neighbours whose last figure moved by the same step together. */
export function renumberings(items: readonly ItemChange[]): readonly Renumbering[] {
  const runs: { first: ItemChange; last: ItemChange; count: number }[] = [];
  let step: number | undefined;
  for (const change of items) {
    if (!change.renumbered) continue;
    const shift = shiftOf(change);
    const run = runs.at(-1);
    if (run && shift !== undefined && shift === step && follows(run.last, change)) {
      run.last = change;
      run.count += 1;
    } else runs.push({ first: change, last: change, count: 1 });
    step = shift;
  }
  return runs;
}

const lastFigure = (number: string): number => Number(/(\d+)\D*$/.exec(number)?.[1] ?? Number.NaN);

function shiftOf({ before, after }: ItemChange): number | undefined {
  const shift = lastFigure(after?.number ?? '') - lastFigure(before?.number ?? '');
  return Number.isNaN(shift) ? undefined : shift;
}

const follows = (one: ItemChange, other: ItemChange): boolean =>
  lastFigure(other.after?.number ?? '') === lastFigure(one.after?.number ?? '') + 1;

/** «12–80 → 13–81». */
export function renumberingInWords({ first, last, count }: Renumbering): string {
  const of = (side: 'before' | 'after'): string => {
    const [from, to] = [first[side]?.number ?? '', last[side]?.number ?? ''].map((number) =>
      number.replace(/[.)]+$/, ''),
    );
    return count === 1 ? `${from}` : `${from}–${to}`;
  };
  return `${of('before')} → ${of('after')}`;
}
