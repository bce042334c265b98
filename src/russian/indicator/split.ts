import type { Range } from '../../finding/finding.ts';
import { sentenceTokens } from '../text/compounds.ts';
import type { Token } from '../text/token.ts';
import { isAdjective, isNominativeAdjective } from '../words/adjective.ts';
import { knownNounsOf, nounsOf } from '../words/lemma.ts';
import { does } from '../words/lexicon.ts';
import { isAction, isMade, isMeasure } from '../words/statement.ts';
import { subjectAt } from './phrase.ts';

/** Whether the word that begins a line begins a statement of its own. */
function opensStatement(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === 'number' || token.kind === 'dash' || token.kind === 'stop') return true;
  if (token.kind !== 'word') return false;
  const capital = token.raw[0] !== token.raw[0]!.toLowerCase();
  const subject = subjectAt(tokens, at);
  if (!capital) return subject !== undefined && (subject.head.kind === 'document' || isAction(token.text));
  const oblique =
    (isAdjective(token.text) && !isNominativeAdjective(token.text)) ||
    (nounsOf(token.text).length > 0 && nounsOf(token.text).every(({ cases }) => !/[nN]/u.test(cases)));
  return !oblique;
}

/** Whether a statement ends at the token `at` (a stop, a line break, the dot inside «г.»). */
function endsAt(tokens: readonly Token[], at: number, current: readonly Token[]): boolean {
  const { length } = current;
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.kind === 'stop') return true;
  if (token.kind !== 'break' || !next || length === 0) return token.kind === 'break' && length > 0;
  const before = tokens[at - 1]!;
  if (before.kind === 'word' && (does(before.text, 'hanging') || isMade(before.text))) return false;
  if (before.kind === 'word' && isAdjective(before.text) && knownNounsOf(before.text).length === 0)
    return false;
  if (before.kind === 'dash' || before.kind === 'colon') return false;
  // «Доля педагогов, прошедших курсы, ⏎ – не менее 80 %»: the measure still waits for its number.
  if (next.kind === 'dash' && isMeasure(current[0]!.text) && before.kind === 'comma') return false;
  return opensStatement(tokens, at + 1);
}

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
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'open') depth += 1;
    // «1) Приказ 2) План»: a number before a bracket that nothing opened is a place in a list.
    if (depth === 0 && token.kind === 'number' && tokens[at + 1]?.kind === 'close') close();
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (token.kind === 'stop' || token.kind === 'break') {
      if (token.kind === 'break' ? depth === 0 && endsAt(tokens, at, current) : depth === 0) close();
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
