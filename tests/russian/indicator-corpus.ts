import { readdirSync, readFileSync } from 'node:fs';
import { dayOf, toIso } from '../../src/meaning/day.ts';
import type { Indicator } from '../../src/meaning/indicator.ts';
import { readIndicator } from '../../src/russian/indicator/read.ts';

const FOLDER = new URL('../corpus/indicators/', import.meta.url);

/** One text and its meaning in the short notation of the corpus: «count >= 2 встреча per month», «unread». */
export interface CorpusRow {
  readonly file: string;
  readonly text: string;
  readonly meaning: string;
  readonly heldOut: boolean;
}

/** FNV-1a: which rows are kept away from whoever writes the grammar depends on the text alone. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

export function corpusRows(): readonly CorpusRow[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, FOLDER), 'utf8')
        .split('\n')
        .slice(1)
        .filter((line) => line !== '')
        .map((line) => {
          const [text = '', meaning = ''] = line.split('\t');
          return { file, text: text.replaceAll('\\n', '\n'), meaning, heldOut: hashOf(text) % 3 === 0 };
        }),
    );
}

/** The noun of a unit, among its words: «консультационная встреча» is told by «встреча». */
const hasNoun = (unit: string | null, noun: string): boolean =>
  noun === '-' ? unit === null : (unit?.split(' ').includes(noun) ?? false);

const PERIOD = { from: dayOf(2022, 1, 1)!, to: dayOf(2022, 12, 31)!, schoolYear: false };

/** What was read, in the notation of the corpus, with `noun` for a unit that holds it. */
function shortOf(read: Indicator, noun: string): string {
  const unit = hasNoun(read.unit, noun) ? noun : String(read.unit);
  if (read.kind === 'qualitative') return 'qualitative';
  if (read.kind === 'artifact') return `artifact ${unit}`;
  if (read.kind === 'staged') {
    const stages = read.stages.map(({ op, value, by }) => `${op} ${value} ${by === null ? '-' : toIso(by)}`);
    return `staged ${unit} ${stages.join('; ')}`;
  }
  const amount = read.max === null ? `${read.op} ${read.value}` : `${read.value}..${read.max}`;
  const rhythm =
    read.per === undefined ? '' : ` per ${read.every === undefined ? '' : `${read.every} `}${read.per}`;
  return `${read.kind} ${amount} ${unit}${rhythm}${read.change === undefined ? '' : ` ${read.change}`}`;
}

const nounOf = (meaning: string): string =>
  meaning.split(' ').find((word) => /[а-яё]|^-$/iu.test(word)) ?? '-';

/** «right», «unread», or what was read instead. */
export function verdictOf({ text, meaning }: CorpusRow): string {
  const read = readIndicator(text, { period: PERIOD });
  if (!read.understood) return meaning === 'unread' ? 'right' : 'unread';
  const wanted = meaning.split(' + ');
  const parts = read.meaning.kind === 'compound' ? read.meaning.parts : [read.meaning];
  const short = parts.map((part, at) => shortOf(part, nounOf(wanted[at] ?? ''))).join(' + ');
  return short === meaning ? 'right' : short;
}
