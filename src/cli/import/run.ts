import { basename, extname, resolve } from 'node:path';
import { shellPath } from '../../finding/shell-word.ts';
import type { Draft } from '../../import/draft/plan.ts';
import type { Imported } from '../../import/import.ts';
import { keyOf } from '../../import/key.ts';
import { kindOfPath } from '../../io/paths.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { problemLines } from '../documents/document-lines.ts';
import { importSource, readSourceFile, type SourceFile } from '../documents/source.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { switchOption, textOption } from '../options.ts';
import { refuseTaken } from '../save.ts';
import { canAsk } from '../terminal/can-ask.ts';
import { UsageError } from '../usage-error.ts';
import { choosePlan, completeDraft } from './ask.ts';
import { importAll } from './folder.ts';
import { schemaFor } from './schema-line.ts';
import { textsOf, withStated } from './texts.ts';
import { furtherPlans, summaryLines } from './words.ts';
import { changesOf, printLines, writeDraft } from './write-draft.ts';

/** `roadmap import FILE… [-o PLAN|FOLDER] | --update PLAN`. */
export const run: RunCommand = async (args, io) => {
  refuseMixedOptions(args);
  refuseId(textOption(args, 'id'));
  const update = textOption(args, 'update');
  const names = args.positionals;
  const isMany = names.length > 1 || names.some((name) => kindOfPath(resolve(io.cwd, name)) === 'folder');
  if (isMany && update !== undefined) throw oneDocument();
  if (switchOption(args, 'approve') && (isMany || textOption(args, 'output') === undefined))
    throw approveNeedsFile();
  if (isMany) return importAll(names, args, io);
  const source = readSourceFile(names[0] ?? '', io.cwd);
  if (update !== undefined) {
    return (await import('./update.ts')).updatePlan(source, update, args, io);
  }
  return importNew(source, args, io);
};

async function importNew(source: SourceFile, args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const output = textOption(args, 'output');
  if (output !== undefined && !/^\.ya?ml$/i.test(extname(output))) throw notYaml(output);
  const found = await importSource(source, { changes: changesOf(args) }, io);
  const [first] = found;
  if (!first?.draft) {
    await printLines(problemLines(first?.problems ?? [], io.language), io);
    return EXIT.usage;
  }
  const all = found.length > 1 && switchOption(args, 'all');
  if (all && output === undefined) throw allToFiles();
  const chosen =
    found.length > 1 && !all && canAsk(io) ? await choosePlan(found, output !== undefined, io) : undefined;
  const imported = all || chosen === 'all' ? found : [typeof chosen === 'number' ? found[chosen]! : first];
  const named = imported.map((one, at): Named => {
    const path = output === undefined ? undefined : imported.length > 1 ? numbered(output, at + 1) : output;
    if (path !== undefined) refuseTaken(path, io.cwd, switchOption(args, 'force'));
    const id = textOption(args, 'id') ?? (path === undefined ? undefined : idOfPath(path));
    const draft = withStated(one.draft!, { id, level: textOption(args, 'level') });
    return { imported: { ...one, draft }, path };
  });
  // All questions are put before anything is written: who breaks off leaves nothing behind.
  const settled: Named[] = [];
  for (const { imported: one, path } of named)
    settled.push({ imported: canAsk(io) && path !== undefined ? await completeDraft(one, io) : one, path });
  for (const one of settled) await finish(one, args, io);
  let exit: ExitCode = EXIT.clean;
  if (switchOption(args, 'approve') && output !== undefined) {
    const { lockEdition } = await import('../documents/lock-edition.ts');
    const nothing = { number: undefined, date: undefined, type: undefined };
    for (const at of imported.keys()) {
      const path = imported.length > 1 ? numbered(output, at + 1) : output;
      const code = await lockEdition(path, nothing, { force: false }, io);
      if (code !== EXIT.clean) exit = code;
    }
  }
  if (imported.length < found.length) {
    const others = found.filter((one) => !imported.includes(one));
    await printLines(furtherPlans(others, shellPath(source.path), io.language), io);
  }
  return exit;
}

/** A plan of the document, and where it is written to; without a path it is printed. */
interface Named {
  readonly imported: Imported & { readonly draft: Draft };
  readonly path: string | undefined;
}

/** Prints or writes one plan, and lists what a person should look at. */
async function finish(
  { imported: { draft, summary, problems }, path }: Named,
  args: CommandArguments,
  io: CommandIo,
): Promise<void> {
  if (path === undefined) await print(draft, io);
  else await save(draft, path, switchOption(args, 'force'), io);
  await printLines([...problemLines(problems, io.language), ...summaryLines(summary, io.language)], io);
  await printLines(nextLines(draft, path, switchOption(args, 'approve'), io), io);
}

/** `план.plan.yaml` → `план-2.plan.yaml`. */
const numbered = (output: string, n: number): string => output.replace(/(?=(?:\.plan)?\.ya?ml$)/iu, `-${n}`);

/** The id that the name of a plan's file gives; undefined where no id can be made of it. */
function idOfPath(path: string): string | undefined {
  const stem = basename(path)
    .replace(/\.ya?ml$/iu, '')
    .replace(/\.plan$/iu, '');
  const id = keyOf(stem);
  return id === '' || id === 'plan' ? undefined : id;
}

async function print(draft: Draft, io: CommandIo): Promise<void> {
  const texts = textsOf(draft, (kind) => schemaFor(kind, `${io.cwd}/plan.yaml`));
  await io.out(texts.plan);
}

async function save(draft: Draft, output: string, force: boolean, io: CommandIo): Promise<void> {
  const written = writeDraft(draft, output, force, io).join(', ');
  await printLines([io.language === 'ru' ? `Записано: ${written}` : `Written: ${written}`], io);
}

/** Number and date of an order are there, or those of a stamp. */
const isSigned = ({ plan: { order, stamp } }: Draft): boolean =>
  [order, stamp].some((act) => act?.number !== undefined && act.date !== undefined);

/** Where to go from here. */
function nextLines(draft: Draft, output: string | undefined, approves: boolean, io: CommandIo): string[] {
  const ru = io.language === 'ru';
  if (output !== undefined)
    return [
      ru ? `Дальше: roadmap check ${shellPath(output)}` : `Next: roadmap check ${shellPath(output)}`,
      ...(isSigned(draft) && !approves
        ? [
            ru
              ? `Документ подписан: закрепить его текст – roadmap approve ${shellPath(output)}`
              : `The document is signed: to lock its text, roadmap approve ${shellPath(output)}`,
          ]
        : []),
    ];
  if (!draft.facts) return [];
  return [
    ru
      ? 'Сведения об исполнении сюда не выведены: с -o план.yaml они запишутся в план.facts.yaml.'
      : 'What was done is not printed here: with -o plan.yaml it is written to plan.facts.yaml.',
  ];
}

/** Options that make no sense together are an error; they are not ignored. */
function refuseMixedOptions(args: CommandArguments): void {
  const update = textOption(args, 'update') !== undefined;
  const idle = update
    ? ['output', 'id', 'level', 'all', 'approve'].filter((name) => args.options[name] !== undefined)
    : ['dryRun'].filter((name) => args.options[name] !== undefined);
  const [name] = idle;
  if (name === undefined) return;
  const flag = name === 'dryRun' ? '--dry-run' : `--${name}`;
  throw new UsageError(
    update
      ? { ru: `С --update параметр ${flag} не нужен.`, en: `With --update, ${flag} means nothing.` }
      : { ru: `Без --update параметр ${flag} не нужен.`, en: `Without --update, ${flag} means nothing.` },
    { ru: 'Справка: roadmap import --help', en: 'Help: roadmap import --help' },
  );
}

/** The schema's own pattern of an id: the plan is not written with one that would be an error in it. */
function refuseId(id: string | undefined): void {
  if (id === undefined || /^[^\s#]+$/.test(id)) return;
  throw new UsageError(
    { ru: `--id: «${id}» не подходит.`, en: `--id: “${id}” does not do.` },
    {
      ru: 'Нужно имя без пробелов и знака #, например zarechny.',
      en: 'A name without blanks and #, such as zarechny.',
    },
  );
}

const notYaml = (output: string): UsageError =>
  new UsageError(
    { ru: `«${output}»: план пишется в файл .yaml.`, en: `“${output}”: a plan is written to a .yaml file.` },
    { ru: 'Например: -o plans/заречный.plan.yaml', en: 'For example: -o plans/zarechny.plan.yaml' },
  );

const allToFiles = (): UsageError =>
  new UsageError(
    {
      ru: 'В документе несколько планов: чтобы записать все, нужен -o.',
      en: 'The document has several plans: -o is needed to write them all.',
    },
    {
      ru: 'С -o план.plan.yaml они станут план-1.plan.yaml, план-2.plan.yaml …',
      en: 'With -o plan.plan.yaml they become plan-1.plan.yaml, plan-2.plan.yaml …',
    },
  );

const approveNeedsFile = (): UsageError =>
  new UsageError(
    {
      ru: '--approve закрепляет план, который записан: нужен один документ и -o.',
      en: '--approve locks a plan that was written: one document and -o are needed.',
    },
    {
      ru: 'Например: roadmap import приказ.docx -o plans/заречный.plan.yaml --approve',
      en: 'For example: roadmap import order.docx -o plans/zarechny.plan.yaml --approve',
    },
  );

const oneDocument = (): UsageError =>
  new UsageError({
    ru: 'С --update называют один документ.',
    en: 'With --update one document is named.',
  });
