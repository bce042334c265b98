import { shellWord } from '../../finding/shell-word.ts';
import { oneLine } from '../../report/safe-text.ts';
import { widthOf } from '../../report/width.ts';
import type { CommandIo } from '../command.ts';
import { type NewFile, SCHEMAS } from './files.ts';

/** What became of every file. */
export interface InitResult {
  readonly written: readonly NewFile[];
  readonly kept: readonly NewFile[];
}

/** The schemas appear in the summary as one folder. */
function rowsOf(files: readonly NewFile[], { language }: CommandIo): readonly string[] {
  const names = new Map<string, string>();
  for (const { path, about } of files) {
    names.set(path.startsWith(`${SCHEMAS}/`) ? `${SCHEMAS}/` : path, about[language]);
  }
  const width = Math.max(...[...names.keys()].map((name) => widthOf(oneLine(name))));
  return [...names].map(
    ([name, about]) => `  ${oneLine(name)}${' '.repeat(width - widthOf(oneLine(name)))}  ${about}`,
  );
}

/** What was written, what was left as it is, and the command to go on with. */
export function summaryText(
  { written, kept }: InitResult,
  { folder, id, missing }: { folder: string; id: string; missing: string | undefined },
  io: CommandIo,
): string {
  const ru = io.language === 'ru';
  const where = oneLine(folder === '' ? '.' : folder);
  // Windows PowerShell has no `&&`: a line for each command.
  const next = folder === '' ? [] : [`  cd ${shellWord(where)}`];
  const lines = [
    ...(written.length === 0
      ? [ru ? 'Ничего не записано: всё уже есть.' : 'Nothing was written: everything is there.']
      : [ru ? `Записано в «${where}»:` : `Written to “${where}”:`, ...rowsOf(written, io)]),
    ...(kept.length === 0
      ? []
      : ['', ru ? 'Уже есть, оставлено как было:' : 'There already, left as it was:', ...rowsOf(kept, io)]),
    ...(missing === undefined
      ? []
      : [
          '',
          ru
            ? `Плана «${oneLine(missing)}» здесь нет; строка implements в новом плане ждёт его за знаком #.`
            : `There is no plan “${oneLine(missing)}” here; the line \`implements\` waits for it behind a # in the new plan.`,
        ]),
    '',
    ru ? 'Дальше:' : 'Next:',
    ...next,
    '  roadmap check',
    `  roadmap render order ${shellWord(id)} -o ${ru ? 'приказ' : 'order'}.docx`,
  ];
  return `${lines.join('\n')}\n`;
}
