import type { Language } from '../../finding/text.ts';
import { datePartsOf } from '../../meaning/day.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import { indicatorToJson } from '../../meaning/indicator-json.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { periodToJson } from '../../meaning/period-json.ts';
import { productionCalendar } from '../../meaning/production-calendar.ts';
import type { Reading } from '../../meaning/reading.ts';
import { planPeriodOf } from '../../model/plan-period.ts';
import { safeJson } from '../../report/safe-text.ts';
import { readIndicator, readPeriod } from '../../russian/index.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { dayAt, periodForms } from '../date.ts';
import { switchOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { indicatorWords, periodWords } from './words.ts';

/** A period in any form a plan takes; the current year when not given. */
function planPeriod(stated: string | undefined, io: CommandIo): PlanPeriod {
  const period = planPeriodOf(stated ?? String(datePartsOf(dayAt(io.now)).year));
  if (period !== undefined) return period;
  const forms = periodForms(datePartsOf(dayAt(io.now)).year);
  throw new UsageError(
    {
      ru: `--period: «${stated}» — не период плана.`,
      en: `--period: “${stated}” is not the period of a plan.`,
    },
    {
      ru: `Напишите ${forms.ru}.`,
      en: `Write ${forms.en}.`,
    },
  );
}

/** The texts asked about: a line of stdin each, or the words of the command line. */
async function textsOf(args: CommandArguments, io: CommandIo): Promise<readonly string[]> {
  const words = args.positionals.slice(1);
  if (switchOption(args, 'stdin')) {
    const lines = (await io.input()).replace(/^\ufeff/u, '').split(/\r?\n/u);
    if (lines.at(-1) === '') lines.pop();
    return lines;
  }
  if (words.length > 0) return [words.join(' ')];
  throw new UsageError(
    { ru: 'Нечего объяснять: нет текста.', en: 'Nothing to explain: there is no text.' },
    {
      ru: 'Например: roadmap explain period "до 20 октября"; много текстов — через --stdin, по строке на каждый.',
      en: 'For example: roadmap explain period "до 20 октября"; many texts with --stdin, a line each.',
    },
  );
}

const indicatorKeys = (text: string, reading: Reading<Indicator>, language: Language): object =>
  reading.understood
    ? { text, understood: true, ...indicatorToJson(reading.meaning) }
    : {
        text,
        understood: false,
        at: reading.at,
        ...(reading.refusal && { id: reading.refusal.id }),
        why: reading.why[language],
        ...(reading.refusal && { help: reading.refusal.help[language] }),
      };

/** Answers `explain period` and `explain indicator`: a line of JSON or a few lines of words for every text. */
export async function explainMeaning(
  what: 'period' | 'indicator',
  args: CommandArguments,
  io: CommandIo,
): Promise<void> {
  const period = planPeriod(textOption(args, 'period'), io);
  const texts = await textsOf(args, io);
  const calendar = productionCalendar();
  const context = { period, calendar, today: dayAt(io.now) };
  const asJson = textOption(args, 'format') === 'json';
  const answer = (text: string): string => {
    if (what === 'period') {
      const reading = readPeriod(text, context);
      return asJson
        ? `${safeJson(periodToJson(text, reading, io.language), 0)}\n`
        : periodWords(text, reading, context, io);
    }
    const reading = readIndicator(text, context);
    return asJson
      ? `${safeJson(indicatorKeys(text, reading, io.language), 0)}\n`
      : indicatorWords(text, reading, io);
  };
  await io.out(texts.map(answer).join(asJson ? '' : '\n'));
}
