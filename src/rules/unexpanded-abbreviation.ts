import type { Range, Route } from '../finding/finding.ts';
import { remembered } from '../finding/remembered.ts';
import type { Plan } from '../model/plan.ts';
import { eachText } from '../model/texts.ts';
import { isCommonAbbreviation, LETTERS, NUMBERS } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** Two or more Russian capitals, with small letters only at the end of a declined one («ШНОРы»). */
const ABBREVIATION = new RegExp(`(?<![${LETTERS}${NUMBERS}])[А-ЯЁ]{2,}(?![${LETTERS}${NUMBERS}])`, 'gu');
const WORD = new RegExp(`[${LETTERS}]+`, 'gu');
/** Titles and stamps have whole words in capitals, which contain vowels as words do. */
const LONGEST = 7;

/** What one text says of abbreviations. */
interface Mentions {
  readonly used: readonly { readonly word: string; readonly within: Range }[];
  readonly expanded: readonly string[];
}

const mentionsIn = remembered((text): Mentions => {
  if (!/[А-ЯЁ]{2}/.test(text)) return NOTHING;
  const mentions = { used: usedIn(text), expanded: expandedIn(text) };
  return mentions.used.length + mentions.expanded.length > 0 ? mentions : NOTHING;
});

const NOTHING: Mentions = { used: [], expanded: [] };

/** An abbreviation that the plan nowhere expands: another municipality, or next year's reader, will guess. */
export const rule: Rule = {
  id: 'unexpanded-abbreviation',
  severity: 'info',
  summary: { ru: 'Сокращение нигде не раскрыто', en: 'An abbreviation is nowhere expanded' },
  on: 'plan',
  check(plan, report) {
    const found = new Map<string, { route: Route; within: Range }>();
    const expanded = new Set(Object.keys(plan.glossary));
    for (const { aliases } of plan.executors.values()) for (const alias of aliases) expanded.add(alias);
    eachText(plan.source, (text, route) => {
      const mentions = mentionsIn(text);
      if (mentions === NOTHING) return;
      for (const word of mentions.expanded) expanded.add(word);
      for (const { word, within } of mentions.used)
        if (!found.has(word)) found.set(word, { route: [...route], within });
    });
    const unknown = [...found].filter(([word]) => !expanded.has(word));
    if (unknown.length === 0) return;
    const spelt = speltOut(plan, new Set(unknown.map(([word]) => word)));
    const left = unknown.filter(([word]) => !spelt.has(word));
    const [first, ...others] = left;
    if (!first) return;
    const words = left.map(([word]) => `«${word}»`);
    const list =
      words.length > SHOWN
        ? `${words.slice(0, SHOWN).join(', ')} и ещё ${words.length - SHOWN}`
        : words.join(', ');
    const entries = left
      .slice(0, SHOWN)
      .map(([word]) => `${word}: …`)
      .join(', ');
    report({
      message: {
        ru:
          others.length === 0
            ? `Сокращение ${list} нигде не раскрыто`
            : `Сокращения нигде не раскрыты: ${list}`,
        en:
          others.length === 0
            ? `The abbreviation ${list} is nowhere expanded`
            : `Abbreviations are nowhere expanded: ${list}`,
      },
      help: {
        ru: `Внесите в словарь плана: glossary: {${entries}}`,
        en: `Put into the glossary of the plan: glossary: {${entries}}`,
      },
      at: { file: plan.file, route: first[1].route, within: first[1].within },
      related: others.slice(0, SHOWN).map(([word, { route, within }]) => ({
        at: { file: plan.file, route, within },
        message: { ru: `«${word}»`, en: `“${word}”` },
      })),
    });
  },
};

/** So many are named; the rest are counted. */
const SHOWN = 5;

/**
 * Of unknown words those that the plan's own words explain: an ordinary word written in capitals («ПЛАН» beside «план»), or
 * the initials of a body that is named in full somewhere («МЦРО» beside «муниципальный центр развития образования»).
 */
function speltOut(plan: Plan, words: ReadonlySet<string>): ReadonlySet<string> {
  const spelt = new Set([...words].filter((word) => ORDINARY.has(word.toLowerCase())));
  const small = [...words].map((word) => word.toLowerCase());
  const long = [...words].filter((word) => word.length > 2);
  eachText(plan.source, (text) => {
    const lower = text.toLowerCase();
    if (small.some((word) => lower.includes(word))) {
      for (const token of text.match(WORD) ?? []) {
        const upper = token.toUpperCase();
        if (token !== upper && words.has(upper) && token.slice(1) === token.slice(1).toLowerCase())
          spelt.add(upper);
      }
    }
    const initials = long.length === 0 ? '' : initialsOfProse(text);
    for (const word of long) if (initials.includes(word)) spelt.add(word);
  });
  return spelt;
}

/** Short words of headings that nothing distinguishes from an abbreviation. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    'на по за до от из со ко во об не ни и а о у к с для под над при год года годы план месяц март май июнь июль срок ' +
    'класс школа дата итог цель тема место день неделя номер форма раздел этап работа'
  ).split(' '),
);

function usedIn(text: string): Mentions['used'] {
  const used: { word: string; within: Range }[] = [];
  for (const { index, 0: word } of text.matchAll(ABBREVIATION)) {
    // «№ 57-ОД» is the number of an order.
    if (/\d[-–/]$/.test(text.slice(0, index))) continue;
    if (word.length > LONGEST || isCommonAbbreviation(word) || isShouting(text, index, word)) continue;
    used.push({ word, within: [index, index + word.length] });
  }
  return used;
}

/** What a bracket or a dash in the text expands: «школа … (далее — ШНОР)», «ШНОР (школа с низкими результатами)». */
function expandedIn(text: string): string[] {
  const expanded: string[] = [];
  for (const [, word] of text.matchAll(/\((?:далее\s*[–—-]?\s*)?([А-ЯЁ]{2,})\)/gu))
    expanded.push(word as string);
  for (const [, word, words] of text.matchAll(/([А-ЯЁ]{2,})\s*(?:\(|[–—-]\s)([^)]+)/gu)) {
    if (initialsOf(words as string).startsWith(word as string)) expanded.push(word as string);
  }
  return expanded;
}

const initialsOf = (text: string): string =>
  (text.match(WORD) ?? [])
    .filter((word) => word.length > 2)
    .map((word) => (word[0] as string).toUpperCase())
    .join('');

/** The same of the words that are not in capitals. */
const initialsOfProse = (text: string): string =>
  initialsOf((text.match(WORD) ?? []).filter((word) => word !== word.toUpperCase()).join(' '));

/** A capital word between capital words is a heading, not an abbreviation: «ДОРОЖНАЯ КАРТА». */
function isShouting(text: string, at: number, word: string): boolean {
  if (word.length < 4 && !/[А-ЯЁ]{4,}/u.test(text)) return false;
  const around = text.slice(Math.max(0, at - 20), at + word.length + 20);
  return (
    (around.match(/[А-ЯЁ]{4,}/gu) ?? []).length > 1 ||
    (word.length > 4 && /[АЕЁИОУЫЭЮЯ].*[АЕЁИОУЫЭЮЯ]/u.test(word))
  );
}
