import type { Range, Route } from '../finding/finding.ts';
import type { Plan } from '../model/plan.ts';
import { eachText } from '../model/texts.ts';
import { isCommonAbbreviation } from '../russian/abbreviations.ts';
import type { Rule } from './rule.ts';

/** Two or more Russian capitals, with small letters only at the end of a declined one («ШНОРы»). */
const ABBREVIATION = /(?<![\p{L}\p{N}])[А-ЯЁ]{2,}(?![\p{L}\p{N}])/gu;
/** Whole words in capitals stand in titles and stamps: they have vowels as words do. */
const LONGEST = 7;

/** An abbreviation that the plan nowhere expands: another municipality, or next year's reader, will guess. */
export const rule: Rule = {
  id: 'unexpanded-abbreviation',
  severity: 'info',
  summary: { ru: 'Сокращение нигде не раскрыто', en: 'An abbreviation is nowhere expanded' },
  on: 'plan',
  *check(plan) {
    const found = new Map<string, { route: Route; within: Range }>();
    const expanded = expandedIn(plan);
    eachText(plan.source, (text, route) => {
      for (const { index, 0: word } of text.matchAll(ABBREVIATION)) {
        if (word.length > LONGEST || found.has(word) || expanded.has(word) || isCommonAbbreviation(word))
          continue;
        if (isShouting(text, index, word)) continue;
        found.set(word, { route: [...route], within: [index, index + word.length] });
      }
    });
    for (const [word, { route, within }] of found) {
      yield {
        message: {
          ru: `Сокращение «${word}» нигде не раскрыто`,
          en: `The abbreviation “${word}” is nowhere expanded`,
        },
        help: {
          ru: `Внесите его в словарь плана: glossary: {${word}: …}`,
          en: `Put it into the glossary of the plan: glossary: {${word}: …}`,
        },
        at: { file: plan.file, route, within },
      };
    }
  },
};

/** What the glossary, the aliases of executors, or a bracket in the text expand: «школа … (далее — ШНОР)». */
function expandedIn(plan: Plan): Set<string> {
  const expanded = new Set(Object.keys(plan.glossary));
  for (const { aliases } of plan.executors.values()) for (const alias of aliases) expanded.add(alias);
  eachText(plan.source, (text) => {
    for (const [, word] of text.matchAll(/\((?:далее\s*[–—-]?\s*)?([А-ЯЁ]{2,})\)/gu))
      expanded.add(word as string);
    // «ШНОР (школа с низкими результатами)»: as many small words as letters, about.
    for (const match of text.matchAll(/([А-ЯЁ]{2,})\s*(?:\(|[–—-]\s)([^)]+)/gu)) {
      if (initialsOf(match[2] as string).startsWith(match[1] as string)) expanded.add(match[1] as string);
    }
  });
  return expanded;
}

const initialsOf = (text: string): string =>
  (text.match(/[\p{L}]+/gu) ?? [])
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
