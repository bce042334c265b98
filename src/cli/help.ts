import type { Bilingual, Language } from '../finding/text.ts';
import { widthOf, wrap } from '../report/width.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './command.ts';
import { GLOBAL_FLAGS } from './globals.ts';

const WORDS = {
  usage: { ru: 'Использование', en: 'Usage' },
  arguments: { ru: 'Аргументы', en: 'Arguments' },
  options: { ru: 'Параметры', en: 'Options' },
  common: { ru: 'Общие параметры', en: 'Common options' },
  commands: { ru: 'Команды', en: 'Commands' },
  examples: { ru: 'Примеры', en: 'Examples' },
  someOptions: { ru: '[параметры]', en: '[options]' },
  command: { ru: '<команда>', en: '<command>' },
  choices: { ru: 'одно из', en: 'one of' },
  many: { ru: 'можно повторять', en: 'may be repeated' },
} as const satisfies Record<string, Bilingual>;

const COMMON: readonly OptionSpec[] = [
  {
    flag: GLOBAL_FLAGS.lang[0],
    value: { ru: 'ru|en', en: 'ru|en' },
    about: {
      ru: 'язык сообщений (или переменная ROADMAP_LANG)',
      en: 'language of messages (or the variable ROADMAP_LANG)',
    },
  },
  {
    flag: [...GLOBAL_FLAGS.color, ...GLOBAL_FLAGS.noColor].join(', '),
    about: {
      ru: 'с цветом или без; само — по терминалу и NO_COLOR, FORCE_COLOR',
      en: 'with colour or without; by itself: by the terminal and NO_COLOR, FORCE_COLOR',
    },
  },
  { flag: GLOBAL_FLAGS.help.join(', '), about: { ru: 'эта справка', en: 'this help' } },
];

const VERSION: OptionSpec = {
  flag: GLOBAL_FLAGS.version.join(', '),
  about: { ru: 'номер версии', en: 'version number' },
};

const TITLE: Bilingual = {
  ru: 'roadmap — «дорожные карты» органов образования: проверка, сверка, исполнение, документы',
  en: 'roadmap — road maps of education bodies: checks, levels, progress, documents',
};

const INDENT = '  ';
/** The column of terms is no wider than this; a longer term gets a line of its own. */
const TERMS = 28;

type Row = readonly [term: string, about: string];

/** Terms on the left, what they mean on the right, wrapped to the width. */
function table(rows: readonly Row[], width: number): readonly string[] {
  const column = Math.min(TERMS, Math.max(...rows.map(([term]) => widthOf(term)))) + INDENT.length;
  return rows.flatMap(([term, about]) => {
    const text = wrap(about, Math.max(20, width - column - INDENT.length));
    const pad = INDENT + ' '.repeat(column);
    const own = widthOf(term) > column - INDENT.length;
    const first = own ? [INDENT + term] : [];
    return [
      ...first,
      ...text.map((line, at) => {
        const lead = at === 0 && !own ? INDENT + term + ' '.repeat(column - widthOf(term)) : pad;
        return lead + line;
      }),
    ];
  });
}

const block = (title: Bilingual, rows: readonly string[], language: Language): readonly string[] =>
  rows.length === 0 ? [] : ['', title[language], ...rows];

function argumentTerm(argument: ArgumentSpec, language: Language): string {
  const name = argument.name[language] + (argument.repeated ? '…' : '');
  return argument.optional ? `[${name}]` : `<${name}>`;
}

function optionRow(option: OptionSpec, language: Language): Row {
  const term = option.value === undefined ? option.flag : `${option.flag} ${option.value[language]}`;
  const notes = [
    ...(option.choices === undefined ? [] : [`${WORDS.choices[language]} ${option.choices.join(', ')}`]),
    ...(option.repeated ? [WORDS.many[language]] : []),
  ];
  return [term, option.about[language] + (notes.length === 0 ? '' : ` (${notes.join('; ')})`)];
}

const page = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** `roadmap COMMAND --help`. */
export function commandHelp(spec: CommandSpec, language: Language, width: number): string {
  const usage = [
    `roadmap ${spec.name}`,
    ...spec.arguments.map((argument) => argumentTerm(argument, language)),
    ...(spec.options.length === 0 ? [] : [WORDS.someOptions[language]]),
  ].join(' ');
  const argumentRows = spec.arguments.map(
    (argument): Row => [argument.name[language], argument.about[language]],
  );
  const tableOf = (rows: readonly Row[]): readonly string[] => (rows.length === 0 ? [] : table(rows, width));
  return page([
    ...wrap(`roadmap ${spec.name} — ${spec.summary[language]}`, width),
    '',
    ...wrap(spec.description[language], width),
    ...block(WORDS.usage, [INDENT + usage], language),
    ...block(WORDS.arguments, tableOf(argumentRows), language),
    ...block(WORDS.options, tableOf(spec.options.map((option) => optionRow(option, language))), language),
    ...block(WORDS.common, tableOf(COMMON.map((option) => optionRow(option, language))), language),
    ...block(
      WORDS.examples,
      spec.examples.flatMap(({ line, about }) => [
        INDENT + line,
        ...wrap(about[language], width - 6).map((row) => `${INDENT.repeat(3)}${row}`),
      ]),
      language,
    ),
  ]);
}

/** `roadmap --help`: what there is, and how to begin. */
export function programHelp(specs: readonly CommandSpec[], language: Language, width: number): string {
  const shown = specs.filter(({ hidden }) => !hidden);
  const more: Bilingual = {
    ru: 'Подробно о команде: roadmap <команда> --help',
    en: 'More about a command: roadmap <command> --help',
  };
  return page([
    ...wrap(TITLE[language], width),
    ...block(
      WORDS.usage,
      [`${INDENT}roadmap ${WORDS.command[language]} ${WORDS.someOptions[language]}`],
      language,
    ),
    ...block(
      WORDS.commands,
      table(
        shown.map(({ name, summary }): Row => [name, summary[language]]),
        width,
      ),
      language,
    ),
    ...block(
      WORDS.options,
      table(
        [...COMMON, VERSION].map((option) => optionRow(option, language)),
        width,
      ),
      language,
    ),
    '',
    more[language],
  ]);
}
