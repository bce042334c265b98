import type { Language } from '../finding/text.ts';
import { UsageError } from './usage-error.ts';

/** What may stand anywhere on the line, whatever the command. */
export interface Globals {
  /** By `--lang` or ROADMAP_LANG; undefined when neither says. */
  readonly language: Language | undefined;
  readonly color: boolean | undefined;
  readonly help: boolean;
  readonly version: boolean;
  /** A `--lang` that could not be understood: told after everything else is known. */
  readonly fault: UsageError | undefined;
  /** The line without all that; what follows `--` is untouched. */
  readonly rest: readonly string[];
}

const isLanguage = (text: string | undefined): text is Language => text === 'ru' || text === 'en';

const wrongLanguage = (source: string, text: string | undefined): UsageError =>
  new UsageError(
    {
      ru: `${source}: языка «${text ?? ''}» нет.`,
      en: `${source}: there is no language “${text ?? ''}”.`,
    },
    { ru: 'Есть ru и en.', en: 'There are ru and en.' },
  );

/** Takes the options of the whole program out of a command line. */
export function readGlobals(
  line: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Globals {
  const rest: string[] = [];
  let language: Language | undefined;
  let color: boolean | undefined;
  let help = false;
  let version = false;
  let fault: UsageError | undefined;
  const stated = env.ROADMAP_LANG?.slice(0, 2).toLowerCase();
  if (isLanguage(stated)) language = stated;
  for (let at = 0; at < line.length; at++) {
    const word = line[at]!;
    if (word === '--') {
      rest.push(...line.slice(at));
      break;
    }
    if (word === '--lang' || word.startsWith('--lang=')) {
      const value = word === '--lang' ? line[++at] : word.slice('--lang='.length);
      if (isLanguage(value)) language = value;
      else fault ??= wrongLanguage('--lang', value);
    } else if (word === '--color') color = true;
    else if (word === '--no-color') color = false;
    else if (word === '-h' || word === '--help') help = true;
    else if (word === '-V' || word === '--version') version = true;
    else rest.push(word);
  }
  return { language, color, help, version, fault, rest };
}
