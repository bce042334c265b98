import type { Bilingual } from '../../finding/text.ts';
import { datePartsOf, toIso } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import type { Level } from '../../model/plan.ts';
import { planPeriodOf } from '../../model/plan-period.ts';
import { asText } from '../../model/raw.ts';
import { isYear } from '../../russian/index.ts';
import type { PlanDocument } from '../../schema/generated/types.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { dayAt, periodForms } from '../date.ts';
import { switchOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

/** What a new repository is made of. */
export interface Answers {
  readonly level: Level;
  readonly territory: string;
  readonly programme: string;
  /** As it will be in the plan: `2026` or `2026/27`. */
  readonly year: string;
  readonly period: PlanPeriod;
  /** A path or an id, as typed. */
  readonly parent: string | undefined;
  readonly ci: 'github' | 'gitlab' | 'none';
}

const LEVELS: readonly Level[] = ['federal', 'regional', 'municipal', 'school'];

/** How a person may call a level when asked; the first letters are enough. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  федеральный: 'federal',
  региональный: 'regional',
  муниципальный: 'municipal',
  школьный: 'school',
};

const TERRITORIES: Readonly<Record<Level, string>> = {
  federal: 'Российская Федерация',
  regional: 'Озёрский край',
  municipal: 'Заречный район',
  school: 'МБОУ «Ключевская школа»',
};

const PROGRAMME = 'Проект «Опора»';

/** The usual year: this one, from October on the next, when next year's plans are written. */
function usualYear(io: CommandIo): string {
  const { year, month } = datePartsOf(dayAt(io.now));
  return String(month >= 10 ? year + 1 : year);
}

const wrongYear = (text: string, io: CommandIo): UsageError => {
  const forms = periodForms(Number(usualYear(io)));
  return new UsageError(
    { ru: `--year: «${text}» — не год.`, en: `--year: “${text}” is not a year.` },
    {
      ru: `Напишите ${forms.ru}.`,
      en: `Write ${forms.en}.`,
    },
  );
};

function periodOf(year: string): PlanPeriod | undefined {
  const period = planPeriodOf(year);
  const { year: first } = datePartsOf(period?.from ?? 0);
  return isYear(first) ? period : undefined;
}

/** The usual form of a period, however it was typed: `2026`, `2026-2028`, `2026/27`, `2026-01-15..2026-12-20`. */
function usualForm(year: string): string {
  const period = planPeriodOf(year);
  if (period === undefined) return year;
  const [from, to] = [datePartsOf(period.from), datePartsOf(period.to)];
  if (period.schoolYear) return `${from.year}/${String(to.year % 100).padStart(2, '0')}`;
  const isWhole = from.month === 1 && from.date === 1 && to.month === 12 && to.date === 31;
  if (!isWhole) return `${toIso(period.from)}..${toIso(period.to)}`;
  return from.year === to.year ? String(from.year) : `${from.year}-${to.year}`;
}

/** One line, blanks at its ends and control characters left out. */
const cleaned = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function levelOf(answer: string): Level | undefined {
  const reply = answer.toLowerCase();
  if (reply === '') return undefined;
  const word = Object.keys(LEVEL_WORDS).find((name) => name.startsWith(reply));
  return (
    LEVELS.find((level) => level === reply) ??
    LEVELS[Number(reply) - 1] ??
    (word ? LEVEL_WORDS[word] : undefined)
  );
}

/** Asks until the answer will do; an empty one takes what is in brackets. */
async function readAnswer<Value>(
  io: CommandIo,
  question: Bilingual,
  usual: string,
  read: (answer: string) => Value | undefined,
): Promise<Value> {
  for (let tries = 0; tries < 3; tries++) {
    const answer = cleaned(await io.ask(`${question[io.language]}${usual === '' ? '' : ` [${usual}]`}: `));
    const value = read(answer === '' ? usual : answer);
    if (value !== undefined) return value;
    await io.err(
      io.language === 'ru' ? 'Не понято, попробуйте ещё раз.\n' : 'Not understood, please try again.\n',
    );
  }
  throw new UsageError({
    ru: 'Ответ не понят трижды; ничего не записано.',
    en: 'The answer was not understood three times; nothing is written.',
  });
}

const some = (answer: string): string | undefined => (answer === '' ? undefined : answer);

/**
 * The answers, from the options first; the rest is asked of a person, or the usual is taken. `sourceOf` gives the parent
 * plan where there is one to be read: its programme and year are the usual ones then.
 */
export async function answersFor(
  args: CommandArguments,
  io: CommandIo,
  talk: boolean,
  sourceOf: (parent: string) => PlanDocument | undefined,
): Promise<Answers> {
  const given = (name: string): string | undefined => {
    const text = textOption(args, name);
    if (text === undefined) return undefined;
    const clean = cleaned(text);
    if (clean !== '') return clean;
    throw new UsageError({ ru: `--${name}: значение пустое.`, en: `--${name}: the value is empty.` });
  };
  const asking = talk && !switchOption(args, 'yes');
  const ask = <Value>(question: Bilingual, usual: string, read: (answer: string) => Value | undefined) =>
    asking ? readAnswer(io, question, usual, read) : Promise.resolve(read(usual) as Value);

  const stated = given('year');
  if (stated !== undefined && periodOf(stated) === undefined) throw wrongYear(stated, io);
  const level =
    (given('level') as Level | undefined) ??
    (await ask(
      {
        ru: 'Чей план: 1 — федеральный, 2 — региональный, 3 — муниципальный, 4 — школьный',
        en: 'Whose plan: 1 federal, 2 regional, 3 municipal, 4 school',
      },
      '3',
      levelOf,
    ));
  const parent =
    given('parent') ??
    (await ask(
      {
        ru: 'Вышестоящий план: файл или id (если нет — Enter)',
        en: 'The parent plan: a file or an id (Enter if none)',
      },
      '',
      (answer) => answer,
    ));
  const source = parent === '' ? undefined : sourceOf(parent);
  const territory =
    given('territory') ??
    (await ask(
      level === 'school' ? { ru: 'Школа', en: 'School' } : { ru: 'Территория', en: 'Territory' },
      TERRITORIES[level],
      some,
    ));
  const programme =
    given('programme') ??
    (await ask(
      { ru: 'Программа или проект', en: 'Programme or project' },
      asText(source?.programme) ?? PROGRAMME,
      some,
    ));
  const forms = periodForms(Number(usualYear(io)));
  const year = usualForm(
    stated ??
      (await ask(
        { ru: `Период плана: ${forms.ru}`, en: `Period of the plan: ${forms.en}` },
        yearOf(source) ?? usualYear(io),
        (answer) => (periodOf(answer) === undefined ? undefined : answer),
      )),
  );
  return {
    level,
    territory,
    programme,
    year,
    period: periodOf(year) as PlanPeriod,
    parent: parent === '' ? undefined : parent,
    ci: (textOption(args, 'ci') as Answers['ci'] | undefined) ?? 'github',
  };
}

/** The year of the parent plan, where it is one; a plan for several years names none. */
function yearOf(source: PlanDocument | undefined): string | undefined {
  const year = asText(source?.period);
  return year !== undefined && periodOf(year) !== undefined ? year : undefined;
}
