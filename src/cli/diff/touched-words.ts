import type { Bilingual } from '../../finding/text.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { ObligationStanding, Shift } from '../../trace/against.ts';
import { daysLate, planLabel, STATE_WORDS } from '../terminal/trace-words.ts';
import type { Touched } from './touched.ts';

/** Whom a difference concerns, a line each, under headings. */
export function touchedWords({ obligations, children, links }: Touched): readonly {
  readonly heading: Bilingual;
  readonly lines: readonly Bilingual[];
}[] {
  const groups = [
    {
      heading: { ru: 'Поручения вышестоящего плана', en: 'Obligations of the parent plan' },
      lines: obligations.map((shift) => shiftWords(shift, false)),
    },
    {
      heading: { ru: 'Планы, которые исполняют этот', en: 'Plans that implement this one' },
      lines: children.map((shift) => shiftWords(shift, true)),
    },
    {
      heading: { ru: 'Сверить заново', en: 'To be compared again' },
      lines: links.map(({ child, items, obligation }) => {
        const numbers = items.map(referenceTo).join(', ');
        return {
          ru: `${planLabel(child)}: п. ${numbers} — исполняет ${referenceTo(obligation)}`,
          en: `${planLabel(child)}: item ${numbers} implements ${referenceTo(obligation)}`,
        };
      }),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function shiftWords({ child, obligation, atRevision, now, worse }: Shift, named: boolean): Bilingual {
  const number = referenceTo(obligation);
  const say = (language: 'ru' | 'en'): string => {
    const whose = named ? `${planLabel(child)}, ${number}` : number;
    const turn = worse ? (language === 'ru' ? 'хуже' : 'worse') : language === 'ru' ? 'лучше' : 'better';
    return `${whose}: ${standingWords(atRevision, language)} → ${standingWords(now, language)} (${turn})`;
  };
  return { ru: say('ru'), en: say('en') };
}

function standingWords({ state, days }: ObligationStanding, language: 'ru' | 'en'): string {
  if (state === null) return language === 'ru' ? 'не поручено' : 'not laid on it';
  return state === 'late' && days > 0 ? daysLate(days, language) : STATE_WORDS[state][language];
}
