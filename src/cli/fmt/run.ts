import type { formatText } from '../../edit/format.ts';
import { compareText } from '../../finding/order.ts';
import { plural } from '../../finding/plural.ts';
import type { Bilingual } from '../../finding/text.ts';
import { oneLine } from '../../report/safe-text.ts';
import { decode } from '../../source/decode.ts';
import { CONFIG_FILE } from '../../source/files.ts';
import type { CommandIo, RunCommand } from '../command.ts';
import { clearBeside, editDocument } from '../edit-file.ts';
import { EXIT } from '../exit-code.ts';
import { switchOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { chooseWorkspaces, type LoadedChoice, loadChosen, pathFrom } from '../workspaces.ts';

type Laid =
  | { readonly state: 'same' | 'changed'; readonly text: string }
  | { readonly state: 'kept' | 'broken'; readonly why: Bilingual };

/** `roadmap fmt [paths…] [--check]`. */
export const run: RunCommand = async (args, io) => {
  const check = switchOption(args, 'check');
  const choices = chooseWorkspaces(args.positionals, io.cwd).map(loadChosen);
  const files = choices.flatMap((choice) => filesOf(choice).map((file) => ({ choice, file })));
  if (files.length === 0) throw nothingToFormat(args.positionals);
  if (!check) for (const choice of choices) clearBeside(choice.root, filesOf(choice));
  const { formatText } = await import('../../edit/format.ts');
  let changed = 0;
  let broken = 0;
  for (const { choice, file } of files) {
    const path = pathFrom(io.cwd, choice.root, file);
    const laid = layOut(choice, file, formatText);
    if (laid.state === 'kept' || laid.state === 'broken') {
      await io.err(`${oneLine(`${path}: ${laid.why[io.language]}`)}\n`);
      if (laid.state === 'broken') broken++;
    } else if (laid.state === 'changed') {
      changed++;
      if (!check) await editDocument(choice.root, file, (bytes) => laidAgain(bytes, file, formatText));
      await io.out(`${oneLine(path)}\n`);
    }
  }
  await io.err(`${verdict(files.length, changed, broken, check, io)}\n`);
  return broken > 0 || (check && changed > 0) ? EXIT.findings : EXIT.clean;
};

/** Documents of the workspace that were asked for, the broken ones too, sorted. */
function filesOf({ loaded, includes }: LoadedChoice): string[] {
  const { workspace, problems } = loaded;
  const unread = problems
    .filter(({ rule }) => rule === 'syntax' || rule === 'encoding')
    .map(({ at }) => at.file);
  const all = new Set([...workspace.documents.map(({ file }) => file), ...unread]);
  return [...all].filter(includes).sort(compareText);
}

function layOut({ loaded }: LoadedChoice, file: string, format: typeof formatText): Laid {
  const bytes = loaded.workspace.files.read(file);
  const decoded = typeof bytes === 'string' ? undefined : decode(bytes);
  if (!decoded || decoded.fault) return { state: 'broken', why: firstWhy(loaded.problems, file) };
  const text = decoded.bom ? `\uFEFF${decoded.text}` : decoded.text;
  const result = format(text, file, kindOf(file));
  if ('problems' in result) return { state: 'broken', why: firstWhy(result.problems, file) };
  if (result.kept) return { state: 'kept', why: result.kept };
  return { state: result.changed ? 'changed' : 'same', text: result.text };
}

const unreadable: Bilingual = {
  ru: 'файл не читается и оставлен как есть (что не так: roadmap check)',
  en: 'the file cannot be read and was left as it is (what is wrong: roadmap check)',
};

function firstWhy(
  problems: readonly { readonly message: Bilingual; readonly at: { readonly file: string } }[],
  file: string,
): Bilingual {
  return problems.find(({ at }) => at.file === file)?.message ?? unreadable;
}

/** The file as it is at the moment of writing: a fact recorded since it was read stays. */
function laidAgain(
  bytes: Uint8Array | undefined,
  file: string,
  format: typeof formatText,
): string | undefined {
  const decoded = bytes && decode(bytes);
  if (!decoded || decoded.fault) return undefined;
  const result = format(decoded.bom ? `\uFEFF${decoded.text}` : decoded.text, file, kindOf(file));
  return 'problems' in result || result.kept || !result.changed ? undefined : result.text;
}

const kindOf = (file: string): 'config' | undefined => (file === CONFIG_FILE ? 'config' : undefined);

function verdict(files: number, changed: number, broken: number, check: boolean, io: CommandIo): string {
  if (io.language === 'en') {
    const left = broken > 0 ? `, ${broken} left as ${broken === 1 ? 'it is' : 'they are'}` : '';
    const what = check ? 'to be formatted' : 'formatted';
    return `${files} ${files === 1 ? 'file' : 'files'}: ${changed} ${what}${left}.`;
  }
  const left = broken > 0 ? `, не ${plural(broken, ['читается', 'читаются', 'читается'])} ${broken}` : '';
  const what = check ? `не по форме ${changed}` : `изменено ${changed}`;
  return `${files} ${plural(files, ['файл', 'файла', 'файлов'])}: ${what}${left}.`;
}

const nothingToFormat = (paths: readonly string[]): UsageError => {
  const where = paths.length === 0 ? '.' : paths.join(', ');
  return new UsageError(
    { ru: `В «${where}» нет ни одного документа.`, en: `There is no document in “${where}”.` },
    {
      ru: 'Документ — файл .yaml со строкой «kind: plan» (или facts, registry).',
      en: 'A document is a .yaml file with a line `kind: plan` (or facts, registry).',
    },
  );
};
