import { extname } from 'node:path';
import type { Bilingual } from '../../finding/text.ts';
import type { Draft } from '../../import/draft/plan.ts';
import type { Imported } from '../../import/import.ts';
import { emptySummary } from '../../import/summary.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { switchOption, textOption } from '../options.ts';
import { saveNew } from '../save.ts';
import { UsageError } from '../usage-error.ts';
import { schemaFor } from './schema-line.ts';
import { importSource, readSourceFile, type SourceFile } from './source.ts';
import { factsPath, textsOf, withStated } from './texts.ts';
import { problemLines, summaryLines } from './words.ts';

/** `roadmap import FILE [-o PLAN] | --update PLAN`. */
export const run: RunCommand = async (args, io) => {
  refuseMixedOptions(args);
  refuseId(textOption(args, 'id'));
  const source = readSourceFile(args.positionals[0] ?? '', io.cwd);
  const update = textOption(args, 'update');
  if (update !== undefined) {
    return (await import('./update.ts')).updatePlan(source, update, args, io);
  }
  return importNew(source, args, io);
};

async function importNew(source: SourceFile, args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const [{ draft, summary, problems } = noDocument, ...others] = await importSource(source, {
    changes: changesOf(args),
  });
  if (!draft) {
    await tell(problemLines(problems, io.language), io);
    return EXIT.usage;
  }
  const stated = withStated(draft, { id: textOption(args, 'id'), level: textOption(args, 'level') });
  const output = textOption(args, 'output');
  if (output === undefined) await print(stated, io);
  else await save(stated, output, switchOption(args, 'force'), io);
  await tell([...problemLines(problems, io.language), ...summaryLines(summary, io.language)], io);
  await tell(nextLines(stated, output, io), io);
  const titles = others.flatMap((other) => other.draft?.plan.title ?? []);
  if (titles.length > 0) await tell([oneLine(furtherPlans(titles)[io.language])], io);
  return EXIT.clean;
}

const noDocument: Imported = { summary: emptySummary, problems: [] };

const furtherPlans = (titles: readonly string[]): Bilingual => ({
  ru: `В документе есть ещё планы, они не записаны: ${titles.map((title) => `«${title}»`).join(', ')}.`,
  en: `The document has further plans, which were not written: ${titles.map((title) => `“${title}”`).join(', ')}.`,
});

export const changesOf = (args: CommandArguments): 'accept' | 'reject' =>
  textOption(args, 'changes') === 'reject' ? 'reject' : 'accept';

async function print(draft: Draft, io: CommandIo): Promise<void> {
  const texts = textsOf(draft, (kind) => schemaFor(kind, `${io.cwd}/plan.yaml`));
  await io.out(texts.plan);
}

async function save(draft: Draft, output: string, force: boolean, io: CommandIo): Promise<void> {
  if (!/^\.ya?ml$/i.test(extname(output))) throw notYaml(output);
  const texts = textsOf(draft, (kind) => schemaFor(kind, output));
  const facts = factsPath(output);
  const files = [
    { path: output, text: texts.plan },
    ...(texts.facts === undefined ? [] : [{ path: facts, text: texts.facts }]),
  ];
  saveNew(files, io.cwd, force);
  const written = files.map(({ path }) => path).join(', ');
  await tell([io.language === 'ru' ? `Записано: ${written}` : `Written: ${written}`], io);
}

/** Where to go from here. */
function nextLines(draft: Draft, output: string | undefined, io: CommandIo): string[] {
  const ru = io.language === 'ru';
  if (output !== undefined) return [ru ? `Дальше: roadmap check ${output}` : `Next: roadmap check ${output}`];
  if (!draft.facts) return [];
  return [
    ru
      ? 'Сведения об исполнении сюда не выведены: с -o план.yaml они запишутся в план.facts.yaml.'
      : 'What was done is not printed here: with -o plan.yaml it is written to plan.facts.yaml.',
  ];
}

export async function tell(lines: readonly string[], io: CommandIo): Promise<void> {
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}

/** Options that mean nothing together are told, not ignored. */
function refuseMixedOptions(args: CommandArguments): void {
  const update = textOption(args, 'update') !== undefined;
  const idle = update
    ? ['output', 'id', 'level', 'force'].filter((name) => args.options[name] !== undefined)
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
      ru: 'Нужно имя без пробелов и знака #: zarechny-2026.',
      en: 'A name without blanks and #: zarechny-2026.',
    },
  );
}

const notYaml = (output: string): UsageError =>
  new UsageError(
    { ru: `«${output}»: план пишется в файл .yaml.`, en: `“${output}”: a plan is written to a .yaml file.` },
    { ru: 'Например: -o plans/заречный.plan.yaml', en: 'For example: -o plans/zarechny.plan.yaml' },
  );
