import type { Day } from '../../meaning/day.ts';
import { toIso } from '../../meaning/day.ts';
import type { CommandArguments, RunCommand } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import type { StatedAct } from '../documents/approval.ts';
import { lockEdition } from '../documents/lock-edition.ts';
import { switchOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

/** `roadmap approve PLAN`. */
export const run: RunCommand = async (args, io) => {
  const [name = ''] = args.positionals;
  const stated = statedIn(args, dayAt(io.now));
  return lockEdition(name, stated, { force: switchOption(args, 'force') }, io);
};

function statedIn(args: CommandArguments, today: Day): StatedAct {
  const date = textOption(args, 'date');
  const day = date === undefined ? undefined : dateOption('--date', date);
  if (day !== undefined && day > today) {
    throw new UsageError(
      { ru: `--date: ${toIso(day)} ещё не наступило.`, en: `--date: ${toIso(day)} is still to come.` },
      { ru: 'Закрепляют то, что уже подписано.', en: 'What is locked has been signed already.' },
    );
  }
  const [number, type] = [textOption(args, 'number'), textOption(args, 'type')];
  return { number, type, date: day === undefined ? undefined : toIso(day) };
}
