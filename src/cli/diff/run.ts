import { diffPlans } from '../../history/diff.ts';
import { signedTextOf } from '../../history/signed-text.ts';
import { oneLine, safeJson } from '../../report/safe-text.ts';
import type { RunCommand } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import { EXIT } from '../exit-code.ts';
import { languageOf } from '../language.ts';
import { switchOption, textOption } from '../options.ts';
import { entriesOf } from '../terminal/diff-entries.ts';
import type { ComparedPlan } from './compared.ts';
import { diffJson } from './json.ts';
import { prettyDiff } from './pretty.ts';
import { comparisonsOf } from './sides.ts';
import { touchedBy } from './touched.ts';

/** `roadmap diff [A [B]] [paths…]`. */
export const run: RunCommand = async (args, io) => {
  const stated = textOption(args, 'asOf');
  const { compared, absent } = await comparisonsOf(args.positionals, io);
  const around = compared.find((one) => one.around)?.around;
  const asOf = stated === undefined ? dayAt(io.now, around?.config.timezone) : dateOption('--as-of', stated);
  const language = languageOf(io, around);
  const plans = compared.map((comparison): ComparedPlan => {
    const difference = diffPlans(signedTextOf(comparison.before), signedTextOf(comparison.after));
    return {
      ...comparison,
      difference,
      entries: entriesOf(difference),
      touched: touchedBy(difference, comparison, asOf),
    };
  });
  for (const { plan, side } of absent) {
    await io.err(
      language === 'ru'
        ? `${oneLine(plan)}: не сравнить, нет текста «${oneLine(side.ru)}».\n`
        : `${oneLine(plan)}: not compared, there is no text “${oneLine(side.en)}”.\n`,
    );
  }
  const format = textOption(args, 'format') ?? 'pretty';
  if (format === 'json') await io.out(`${safeJson(diffJson(plans, absent))}\n`);
  else if (format === 'pretty')
    await io.out(plans.map((one) => prettyDiff(one, { ...io, language })).join('\n'));
  else {
    const { htmlDiff, markdownDiff } = await import('./pages.ts');
    await io.out((format === 'html' ? htmlDiff : markdownDiff)(plans, language));
  }
  const differs = plans.some(({ entries }) => entries.length > 0);
  return differs && switchOption(args, 'exitCode') ? EXIT.findings : EXIT.clean;
};
