import type { Language } from '../finding/text.ts';
import { UsageError } from './usage-error.ts';

/** The options of the whole program in all their forms, the long one last. */
export const GLOBAL_FLAGS = {
  lang: ['--lang'],
  color: ['--color'],
  noColor: ['--no-color'],
  help: ['-h', '--help'],
  version: ['-V', '--version'],
} as const;

export const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** What may stand anywhere on the line, whatever the command. */
export interface Globals {
  /** By `--lang` or ROADMAP_LANG; undefined when neither says. */
  readonly language: Language | undefined;
  readonly color: boolean | undefined;
  readonly help: boolean;
  readonly version: boolean;
  /** A `--lang` that could not be understood, reported once everything else is known. */
  readonly fault: UsageError | undefined;
  /** The line without all that; what follows `--` is untouched. */
  readonly rest: readonly string[];
}

const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((one) => one === text);

const names = (flag: keyof typeof GLOBAL_FLAGS, word: string): boolean =>
  GLOBAL_FLAGS[flag].some((form) => form === word);

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
    if (names('lang', word) || word.startsWith('--lang=')) {
      const value = names('lang', word) ? line[++at] : word.slice('--lang='.length);
      if (isLanguage(value)) language = value;
      else fault ??= wrongLanguage('--lang', value);
    } else if (names('color', word)) color = true;
    else if (names('noColor', word)) color = false;
    else if (names('help', word)) help = true;
    else if (names('version', word)) version = true;
    else rest.push(word);
  }
  return { language, color, help, version, fault, rest };
}
