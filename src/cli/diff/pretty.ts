import { visible } from '../../report/safe-text.ts';
import { styleOf } from '../../report/style.ts';
import type { CommandIo } from '../command.ts';
import { verdictOfDiff } from '../terminal/diff-entries.ts';
import { entryLines } from '../terminal/diff-lines.ts';
import { fitted } from '../terminal/fitted.ts';
import type { ComparedPlan } from './compared.ts';
import { touchedWords } from './touched-words.ts';

/** The comparison of one plan for a terminal; colours only where there are colours. */
export function prettyDiff({ after, labels, entries, touched }: ComparedPlan, io: CommandIo): string {
  const { language, stdout } = io;
  const width = Math.max(60, stdout.width);
  const style = styleOf({ color: stdout.color, ascii: !stdout.unicode });
  const arrow = stdout.unicode ? '→' : '->';
  const lines = [
    style.bold(visible(`${after.plan.id}: ${labels[0][language]} ${arrow} ${labels[1][language]}`)),
    '',
    ...entries.flatMap((entry) => entryLines(entry, width, style, io)),
    ...(entries.length > 0 ? [''] : []),
    ...touchedWords(touched).flatMap(({ heading, lines: own }) => [
      style.bold(heading[language]),
      ...own.map((line) => `  ${visible(line[language])}`),
      '',
    ]),
    style.bold(verdictOfDiff(entries)[language]),
  ];
  return `${fitted(lines.join('\n'), width)}\n`;
}
