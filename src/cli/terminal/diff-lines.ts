import type { WordRun } from '../../history/word-changes.ts';
import { visible } from '../../report/safe-text.ts';
import type { TerminalStyle } from '../../report/style.ts';
import { wrap } from '../../report/width.ts';
import type { CommandIo } from '../command.ts';
import type { DiffCell, DiffEntry } from './diff-entries.ts';
import { shortened } from './trace-words.ts';

const SIGNS: Readonly<Record<DiffEntry['kind'], string>> = {
  added: '+',
  removed: '-',
  changed: ' ',
  moved: ' ',
  renumbered: ' ',
};

/** One entry of a difference for a terminal, in lines no wider than `width`. */
export function entryLines(
  entry: DiffEntry,
  width: number,
  style: TerminalStyle,
  io: CommandIo,
): readonly string[] {
  const { kind, name, about, note, cells } = entry;
  const { language } = io;
  const paint = kind === 'added' ? style.good : kind === 'removed' ? style.severity.error : style.bold;
  const head = `${SIGNS[kind]} ${visible(name[language])}`;
  const room = Math.max(20, width - head.length - 2);
  const text = shortened(about, room);
  return [
    `${paint(head)}${text === '' ? '' : `  ${text}`}`,
    ...(note ? [`    ${style.dim(visible(note[language]))}`] : []),
    ...cells.flatMap((cell) => cellLines(cell, width, style, io)),
  ];
}

function cellLines(
  { name, texts, meaning }: DiffCell,
  width: number,
  style: TerminalStyle,
  io: CommandIo,
): readonly string[] {
  const heading = name === '' ? '' : `${visible(name)}: `;
  const comes = meaning ? ` ${style.dot} ${visible(meaning[io.language])}` : '';
  return texts.flatMap((runs, at) => {
    const last = at === texts.length - 1 ? comes : '';
    const marked = `${at === 0 ? heading : ''}${markedText(shortRuns(runs))}${last}`;
    return wrap(marked, width - 4).map((line) => `    ${painted(line, style)}`);
  });
}

/** What was taken out and put in stands between marks, as `git diff --word-diff` has them; colours come on top. */
const [OUT, OUT_END, IN, IN_END] = ['[-', '-]', '{+', '+}'] as const;

function markedText(runs: readonly WordRun[]): string {
  return runs
    .map(({ kind, text }) => {
      const shown = visible(text.replace(/\s+/g, ' '));
      const [, words = '', gap = ''] = /^(.*?)(\s*)$/.exec(shown) ?? [];
      if (kind === 'same') return shown;
      return kind === 'out' ? `${OUT}${words}${OUT_END}${gap}` : `${IN}${words}${IN_END}${gap}`;
    })
    .join('');
}

/** A line may begin or end inside a mark: what is not closed on it stays as it is. */
const painted = (line: string, style: TerminalStyle): string =>
  line
    .replace(/\[-(.*?)-\]/g, (whole) => style.severity.error(whole))
    .replace(/\{\+(.*?)\+\}/g, (whole) => style.good(whole));

const LONG = 60;
const AROUND = 24;

/** Long stretches that are the same on both sides are cut to the words next to what differs. */
function shortRuns(runs: readonly WordRun[]): readonly WordRun[] {
  return runs.map(({ kind, text }, at) => {
    if (kind !== 'same' || text.length <= LONG) return { kind, text };
    const head = at === 0 ? '' : `${upTo(text, AROUND)} `;
    const tail = at === runs.length - 1 ? '' : ` ${upFrom(text, text.length - AROUND)}`;
    return { kind, text: `${head}…${tail}` };
  });
}

const upTo = (text: string, at: number): string => text.slice(0, Math.max(0, text.lastIndexOf(' ', at)));
const upFrom = (text: string, at: number): string => text.slice(text.indexOf(' ', at) + 1);
