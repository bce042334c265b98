import type { Range, Route } from '../finding/finding.ts';
import { eachText } from '../model/texts.ts';
import { isCommonAbbreviation, LETTERS, NUMBERS, remembered } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** Two or more Russian capitals, with small letters only at the end of a declined one («ШНОРы»). */
const ABBREVIATION = new RegExp(`(?<![${LETTERS}${NUMBERS}])[А-ЯЁ]{2,}(?![${LETTERS}${NUMBERS}])`, 'gu');
const WORD = new RegExp(`[${LETTERS}]+`, 'gu');
/** Whole words in capitals stand in titles and stamps: they have vowels as words do. */
const LONGEST = 7;

/** What one text says of abbreviations. */
interface Mentions {
  readonly used: readonly { readonly word: string; readonly within: Range }[];
  readonly expanded: readonly string[];
}

const mentionsIn = remembered((text): Mentions => {
  const said = { used: usedIn(text), expanded: expandedIn(text) };
  return said.used.length + said.expanded.length > 0 ? said : NOTHING;
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
      const said = mentionsIn(text);
      if (said === NOTHING) return;
      for (const word of said.expanded) expanded.add(word);
      for (const { word, within } of said.used)
        if (!found.has(word)) found.set(word, { route: [...route], within });
    });
    for (const [word, { route, within }] of found) {
      if (expanded.has(word)) continue;
      report({
        message: {
          ru: `Сокращение «${word}» нигде не раскрыто`,
          en: `The abbreviation “${word}” is nowhere expanded`,
        },
        help: {
          ru: `Внесите его в словарь плана: glossary: {${word}: …}`,
          en: `Put it into the glossary of the plan: glossary: {${word}: …}`,
        },
        at: { file: plan.file, route, within },
      });
    }
  },
};

function usedIn(text: string): Mentions['used'] {
  const used: { word: string; within: Range }[] = [];
  for (const { index, 0: word } of text.matchAll(ABBREVIATION)) {
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

/** A capital word between capital words is a heading, not an abbreviation: «ДОРОЖНАЯ КАРТА». */
function isShouting(text: string, at: number, word: string): boolean {
  if (word.length < 4 && !/[А-ЯЁ]{4,}/u.test(text)) return false;
  const around = text.slice(Math.max(0, at - 20), at + word.length + 20);
  return (
    (around.match(/[А-ЯЁ]{4,}/gu) ?? []).length > 1 ||
    (word.length > 4 && /[АЕЁИОУЫЭЮЯ].*[АЕЁИОУЫЭЮЯ]/u.test(word))
  );
}
