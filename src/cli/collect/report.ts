import { type Answer, type CollectedLine, LINE_STATES, type LineState } from '../../collect/answer.ts';
import { type AnswerPlace, placeInWords } from '../../collect/answer-document.ts';
import type { AnswerFinding } from '../../collect/answer-findings.ts';
import { factInWords } from '../../collect/read-line.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import type { Day } from '../../meaning/day.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import { styleOf, type TerminalStyle } from '../../report/style.ts';
import type { CommandIo } from '../command.ts';
import { shortDate } from '../terminal/status-words.ts';

/** Facts written to a file. */
export interface WrittenFile {
  readonly file: string;
  readonly facts: number;
}

export interface CollectOutcome {
  readonly answers: readonly Answer[];
  readonly today: Day;
  readonly isWriting: boolean;
  readonly written: readonly WrittenFile[];
  /** Files of requests that the answers were added to. */
  readonly requests: readonly string[];
}

/** Lines counted by their states. */
export function countsOf(answers: readonly Answer[]): Readonly<Record<LineState, number>> {
  const counts = Object.fromEntries(LINE_STATES.map((state) => [state, 0])) as Record<LineState, number>;
  for (const { state } of answers.flatMap(({ lines }) => lines)) counts[state]++;
  return counts;
}

const STATES: Readonly<Record<LineState, Bilingual>> = {
  new: { ru: 'новое', en: 'new' },
  recorded: { ru: 'уже записано', en: 'recorded already' },
  contradicts: { ru: 'противоречит записанному', en: 'contradicts the record' },
  conflict: { ru: 'два разных ответа', en: 'two different answers' },
  repeated: { ru: 'тот же ответ ещё раз', en: 'the same answer again' },
  unread: { ru: 'не понять', en: 'not understood' },
  nothing: { ru: 'записывать нечего', en: 'nothing to record' },
};

/** What came of each answer, for a person; a verdict at the end. */
export function collectReport(outcome: CollectOutcome, io: CommandIo): string {
  const { answers, isWriting, written, requests, today } = outcome;
  const { language } = io;
  const style = styleOf({ color: io.stdout.color, ascii: !io.stdout.unicode });
  const ru = language === 'ru';
  const counts = countsOf(answers);
  const lines = answers.flatMap((answer) => [...answerLines(answer, language, style), '']);
  for (const { file, facts } of written)
    lines.push(
      ru ? `Записано в ${oneLine(file)}: фактов ${facts}` : `Written to ${oneLine(file)}: ${facts} facts`,
    );
  for (const file of requests)
    lines.push(ru ? `Ответы отмечены в ${oneLine(file)}` : `Answers noted in ${oneLine(file)}`);
  const words = LINE_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${STATES[state][language]} ${counts[state]}`,
  );
  const verdict = [
    `${ru ? 'Ответов' : 'Answers'}: ${answers.length}`,
    ...(words.length === 0 ? [ru ? 'ничего не заполнено' : 'nothing is filled in'] : words),
    ru ? `на ${shortDate(today, language)}` : `as of ${shortDate(today, language)}`,
  ].join(' · ');
  const hint =
    counts.new > 0 && !isWriting
      ? [
          ru
            ? 'Ничего не записано. Записать новое: --write'
            : 'Nothing is written. To record what is new: --write',
        ]
      : [];
  return [...lines, ...hint, verdict, ''].join('\n');
}

function answerLines(
  { file, forms, lines, findings, filledBy }: Answer,
  language: Language,
  style: TerminalStyle,
): readonly string[] {
  const who = forms.map(({ plan, who: { key } }) => `${oneLine(key)}, ${oneLine(plan)}`).join('; ');
  const head = style.bold(`${oneLine(file)}${who === '' ? '' : ` – ${who}`}`);
  const isEmpty = lines.length === 0 && findings.every(({ severity }) => severity !== 'error');
  const empty = language === 'ru' ? '  ничего не заполнено' : '  nothing is filled in';
  const by = `  ${language === 'ru' ? 'заполнил' : 'filled by'}: ${oneLine(filledBy ?? '')}`;
  return [
    head,
    ...(filledBy === undefined ? [] : [by]),
    ...(isEmpty ? [empty] : []),
    ...lines.flatMap((line) => lineLines(line, language)),
    ...findings.map((one) => findingLine(one, language)),
  ];
}

function lineLines(line: CollectedLine, language: Language): readonly string[] {
  const { item, place, state, fact, says } = line;
  const name = item ? `${language === 'ru' ? 'п.' : 'item'} ${oneLine(referenceTo(item))}` : '?';
  const content = fact ?? says;
  const words = content ? `: ${oneLine(factInWords(content, language))}` : '';
  return [
    `  ${name} (${oneLine(placeInWords(place, language))}) – ${STATES[state][language]}${words}`,
    ...line.findings.map((one) => `  ${findingLine(one, language)}`),
  ];
}

const MARKS: Readonly<Record<AnswerFinding['severity'], Bilingual>> = {
  error: { ru: 'ошибка', en: 'error' },
  warning: { ru: 'внимание', en: 'warning' },
  info: { ru: 'к сведению', en: 'note' },
};

/** So many cells are named in a line; all of them are in the JSON. */
const MOST_CELLS = 20;

function findingLine(
  { severity, place, text, cells = [], message }: AnswerFinding,
  language: Language,
): string {
  const at = placeInWords(place, language);
  const others = cells
    .filter(({ file }) => file === undefined)
    .map((cell) => besideIn(cell, place, language));
  const left = others.length - MOST_CELLS;
  const named = left > 0 ? [...others.slice(0, MOST_CELLS), `+${left}`] : others;
  const also = named.length === 0 ? '' : ` (${language === 'ru' ? 'и' : 'and'} ${oneLine(named.join('; '))})`;
  const cell = text === undefined ? '' : `: «${oneLine(text.length > 60 ? `${text.slice(0, 60)}…` : text)}»`;
  return `  ${MARKS[severity][language]}: ${at === '' ? '' : `${oneLine(at)}${cell} – `}${oneLine(message[language])}${also}`;
}

/** A cell beside another, without the sheet or the table that they share. */
function besideIn({ sheet, table, ...cell }: AnswerPlace, place: AnswerPlace, language: Language): string {
  return placeInWords(
    {
      ...cell,
      ...(sheet === undefined || sheet === place.sheet ? {} : { sheet }),
      ...(table === undefined || table === place.table ? {} : { table }),
    },
    language,
  );
}
