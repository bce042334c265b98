import type { Range } from '../../finding/finding.ts';
import { cursorAt } from '../grammar/cursor.ts';
import { tableOf } from '../grammar/engine.ts';
import { sentenceTokens } from '../text/compounds.ts';
import type { Token } from '../text/token.ts';
import { isAdjective, isNominativeAdjective } from '../words/adjective.ts';
import { knownNounsOf, nounsOf } from '../words/lemma.ts';
import { isMade, isMeasure } from '../words/statement.ts';
import { partNamed, wordThat } from './parts.ts';
import { subjectAt } from './phrase.ts';

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.raw[0] !== token.raw[0]!.toLowerCase();

/** No nominative: an adjective or a noun that goes on with the line before. */
const isOblique = (word: string): boolean =>
  (isAdjective(word) && !isNominativeAdjective(word)) ||
  (nounsOf(word).length > 0 && nounsOf(word).every(({ cases }) => !/[nN]/u.test(cases)));

/** Whether a statement ends at a line break; the tokens are those from where it begins. */
const ENDS = tableOf<boolean>({
  partNamed,
  parts: {
    unfinished: wordThat((word) => isAdjective(word) && knownNounsOf(word).length === 0),
    ofMeasure: ({ tokens }) => isMeasure(tokens[0]!.text) || undefined,
    lower: ({ tokens, pos }) => !isCapital(tokens[pos]) || undefined,
    oblique: wordThat(isOblique),
  },
  rows: [
    ['break !<any>', true, 'Приказ|\n|'],
    ['@hanging|made|placed break', false, 'Не менее|\n|восьми семинаров'],
    ['@<unfinished> break', false, 'Открытый|\n|Семинар'],
    ['@(dash / colon) break', false, 'Итог –|\n|Справка'],
    // The measure still waits for its number.
    ['&<ofMeasure> @comma break dash', false, 'Доля педагогов, прошедших курсы,|\n–| 80 %'],
    ['break (number / dash / stop)', true, 'Приказ|\n2| семинара'],
    ['break &<lower> (<subject documentNoun> / <action>)', true, 'Приказ|\nсправка|'],
    ['break &<lower>', false, 'Приказ|\n|о проверке'],
    ['break <oblique>', false, 'План|\nРаботой|'],
    ['break word', true, 'План|\nСеминар|'],
    ['break', false, 'План|\n|СОШ'],
  ],
});

/** «… 2022 г. Приказ»: the shortened year ends a sentence when a noun in the nominative begins the next. */
function endsInYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if ((token.text !== 'г' && token.text !== 'гг') || !['number', 'date'].includes(tokens[at - 1]?.kind ?? ''))
    return false;
  if (next?.kind !== 'word' || next.raw[0] === next.raw[0]!.toLowerCase()) return false;
  return isMade(next.text) || next.text === 'не' || subjectAt(tokens, at + 1) !== undefined;
}

/** «1.», «2)», «–» before a statement are its place in a list. */
function withoutBullet(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = tokens.length;
  if (tokens[0]?.kind === 'number' && tokens[1]?.kind === 'close') start = 2;
  const waste = (token: Token | undefined): boolean =>
    token !== undefined && ['dash', 'comma', 'colon', 'break', 'close', 'stop'].includes(token.kind);
  // «-5 %» keeps its sign, «– 5 % школ» has a bullet.
  const signed =
    tokens.length === 3 && tokens[0]?.at[1] === tokens[1]?.at[0] && tokens[2]?.kind === 'percent';
  while (start < end && waste(tokens[start]) && !signed) start += 1;
  while (end > start && waste(tokens[end - 1]) && tokens[end - 1]!.kind !== 'close') end -= 1;
  return tokens.slice(start, end);
}

/** Cuts the tokens of a cell into statements: at semicolons, full stops, bullets and lines. */
export function statementsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const statements: (readonly Token[])[] = [];
  let current: Token[] = [];
  let depth = 0;
  const close = () => {
    const cut = withoutBullet(current);
    // «1. Приказ»: a lone number before a full stop is a place in a list.
    const bullet = cut.length === 1 && cut[0]!.kind === 'number' && /^\d{1,2}$/u.test(cut[0]!.raw);
    if (cut.length > 0 && !bullet) statements.push(cut);
    current = [];
  };
  const endsAt = (at: number): boolean => {
    if (current.length === 0) return false;
    const start = tokens.indexOf(current[0]!);
    const c = cursorAt('', tokens.slice(start));
    c.pos = at - start;
    return ENDS(c)!;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'open') depth += 1;
    // «1) Приказ 2) План»: a number before a bracket that nothing opened is a place in a list.
    if (depth === 0 && token.kind === 'number' && tokens[at + 1]?.kind === 'close') close();
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (token.kind === 'stop' || token.kind === 'break') {
      if (depth === 0 && (token.kind === 'stop' || endsAt(at))) close();
      else if (token.kind !== 'break') current.push(token);
      continue;
    }
    current.push(token);
    if (depth === 0 && endsInYear(tokens, at)) close();
  }
  const rest = withoutBullet(current);
  if (rest.length > 0) statements.push(rest);
  return statements;
}

/** Cuts an indicator cell into its statements, in the author's words and with their places in `text`. */
export function splitStatements(text: string): readonly { readonly text: string; readonly range: Range }[] {
  return statementsOf(sentenceTokens(text)).map((tokens) => {
    const range: Range = [tokens[0]!.at[0], tokens.at(-1)!.at[1]];
    return { text: text.slice(range[0], range[1]), range };
  });
}

/** For the test that every row is reached by its example. */
export const SPLIT_TABLES = { ENDS };
