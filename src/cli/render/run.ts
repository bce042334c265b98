import { extname, resolve } from 'node:path';
import { shellPath, shellWord } from '../../finding/shell-word.ts';
import type { Bilingual } from '../../finding/text.ts';
import { kindOfPath } from '../../io/paths.ts';
import type { SealedFormat } from '../../render/seal.ts';
import { nearest } from '../../russian/index.ts';
import { atEdition } from '../at-edition.ts';
import type { CommandArguments, CommandIo, RunCommand } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import { EXIT } from '../exit-code.ts';
import { keepMemoryLow } from '../low-memory.ts';
import { switchOption, textOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { choosePlans } from '../plan-argument.ts';
import { whileWaiting } from '../terminal/progress.ts';
import { UsageError } from '../usage-error.ts';
import { loadChosen, loaderWithMemory } from '../workspaces.ts';
import { isKind, KINDS, type Kind } from './kinds.ts';
import { documentNotes } from './notes.ts';
import type { RenderRequest } from './request.ts';
import { saveDocument } from './save.ts';
import { documentSettings } from './settings.ts';
import { DOCUMENTS } from './spec.ts';

/** `roadmap render WHAT PLAN… -o FILE`, and `roadmap render dashboard PLAN… --watch`. */
export const run: RunCommand = async (args, io) => {
  const [what = '', ...names] = args.positionals;
  if (what === 'form') return (await import('./form.ts')).renderForms(args, io);
  const kind = kindOf(what);
  const output = textOption(args, 'output');
  if (switchOption(args, 'watch')) {
    if (kind !== 'dashboard') throw ONLY_DASHBOARD;
    const format = output === undefined ? 'html' : formatOf(output, kind, io.cwd);
    const { watchPage } = await import('./watch.ts');
    // Of the plans only what was saved is read again.
    const load = loaderWithMemory();
    return watchPage(choosePlans(names, io.cwd, load).root, io, async (now) => {
      const bytes = await rendered(kind, format, args, { ...io, now }, load);
      if (output !== undefined) await save(bytes, output, format, args, io);
      return bytes;
    });
  }
  if (output === undefined) throw noOutput(kind, names);
  const format = formatOf(output, kind, io.cwd);
  await save(await rendered(kind, format, args, io), output, format, args, io);
  return EXIT.clean;
};

const ONLY_DASHBOARD = new UsageError(
  {
    ru: '--watch показывает страницу к совещанию и больше ничего.',
    en: '--watch shows the page for the meeting and nothing else.',
  },
  {
    ru: 'Например: roadmap render dashboard . --watch',
    en: 'For example: roadmap render dashboard . --watch',
  },
);

async function save(
  bytes: Uint8Array,
  output: string,
  format: SealedFormat,
  args: CommandArguments,
  io: CommandIo,
): Promise<void> {
  const saved = await saveDocument(bytes, resolve(io.cwd, output), format, {
    force: switchOption(args, 'force'),
    named: output,
  });
  await io.err(
    io.language === 'ru'
      ? `${saved === 'written' ? 'Записано' : 'Уже такой и есть'}: ${output}\n`
      : `${saved === 'written' ? 'Written' : 'Already so'}: ${output}\n`,
  );
}

/** The document, as the files are now; what there is to say of it goes to stderr. */
async function rendered(
  kind: Kind,
  format: SealedFormat,
  args: CommandArguments,
  io: CommandIo,
  load = loadChosen,
): Promise<Uint8Array> {
  const [, ...names] = args.positionals;
  const { root, loaded, plans: chosen } = choosePlans(names, io.cwd, load);
  const workspace = atEdition(textOption(args, 'edition'), loaded.workspace, chosen);
  const plans = workspace.plans.filter(({ file }) => chosen.some((plan) => plan.file === file));
  keepMemoryLow(plans.reduce((sum, { items }) => sum + items.length, 0));
  const settings = documentSettings(args, workspace.config.documents);
  const stated = textOption(args, 'asOf');
  const request: RenderRequest = {
    root,
    cwd: io.cwd,
    workspace,
    plans,
    settings,
    format,
    today: dayAt(io.now, workspace.config.timezone),
    ...(stated === undefined ? {} : { asOf: dateOption('--as-of', stated) }),
    days: daysOf(args),
    executor: textOption(args, 'executor'),
    stage: textOption(args, 'stage'),
    whole: switchOption(args, 'whole'),
    region: switchOption(args, 'region'),
    letterhead: textOption(args, 'letterhead'),
    language: io.language,
  };
  const only = KINDS[kind].onePlan ? plans.at(1) : undefined;
  if (only)
    throw onePlanOnly(
      kind,
      plans.map(({ id }) => id),
    );
  const made =
    format === 'pdf'
      ? await whileWaiting(io, MAKING_PDF, () => KINDS[kind].render(request))
      : await KINDS[kind].render(request);
  for (const note of [...documentNotes(kind, request, loaded.problems), ...made.notes]) {
    await printNote(note, io);
  }
  return made.bytes;
}

const MAKING_PDF: Bilingual = { ru: 'LibreOffice делает PDF…', en: 'LibreOffice is making the PDF…' };

function kindOf(what: string): Kind {
  if (isKind(what)) return what;
  const kinds: readonly string[] = DOCUMENTS;
  throw new UsageError(
    { ru: `Документа «${what}» нет.`, en: `There is no document “${what}”.` },
    suggestion(nearest(what, kinds)) ?? {
      ru: `Есть: ${kinds.join(', ')}.`,
      en: `There are: ${kinds.join(', ')}.`,
    },
  );
}

function formatOf(output: string, kind: Kind, cwd: string): SealedFormat {
  if (kindOfPath(resolve(cwd, output)) === 'folder') {
    const example = `${output.replace(/[\\/]+$/, '')}/${kind}.${KINDS[kind].formats[0]}`;
    throw new UsageError(
      { ru: `«${output}» — папка.`, en: `“${output}” is a folder.` },
      {
        ru: `Назовите файл в ней: -o ${shellPath(example)}`,
        en: `Name a file in it: -o ${shellPath(example)}`,
      },
    );
  }
  const extension = extname(output).toLowerCase();
  const formats = KINDS[kind].formats;
  const format = formats.find((one) => `.${one}` === extension || (one === 'html' && extension === '.htm'));
  if (format) return format;
  const list = formats.map((one) => `.${one}`).join(', ');
  throw new UsageError(
    {
      ru: `${kind}: в ${extension === '' ? 'файл без расширения' : `«${extension}»`} этот документ не выводится.`,
      en: `${kind}: this document is not written to ${extension === '' ? 'a file without an extension' : `“${extension}”`}.`,
    },
    { ru: `Имя файла после -o кончается на ${list}.`, en: `The file after -o ends with ${list}.` },
  );
}

/** Days to look ahead; undefined leaves it to the config. */
function daysOf(args: CommandArguments): number | undefined {
  const text = textOption(args, 'days');
  if (text === undefined) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new UsageError({
    ru: `--days: «${text}» — не целое число дней от 0 до 9999.`,
    en: `--days: “${text}” is not a whole number of days from 0 to 9999.`,
  });
}

async function printNote(note: Bilingual, io: CommandIo): Promise<void> {
  const { oneLine } = await import('../../report/safe-text.ts');
  await io.err(`${oneLine(note[io.language])}\n`);
}

const noOutput = (kind: Kind, names: readonly string[]): UsageError =>
  new UsageError(
    { ru: 'Не указано, в какой файл писать.', en: 'The file to write is not named.' },
    {
      ru: `Например: roadmap render ${kind} ${shellWord(names[0] ?? 'ПЛАН')} -o ${kind}.${KINDS[kind].formats[0]}`,
      en: `For example: roadmap render ${kind} ${shellWord(names[0] ?? 'PLAN')} -o ${kind}.${KINDS[kind].formats[0]}`,
    },
  );

const onePlanOnly = (kind: Kind, ids: readonly string[]): UsageError =>
  new UsageError(
    {
      ru: `${kind} выводится по одному плану, а названо ${ids.length}.`,
      en: `${kind} is made of one plan, and ${ids.length} are named.`,
    },
    {
      ru: `Назовите один: ${ids.slice(0, 10).join(', ')}.`,
      en: `Name one of ${ids.slice(0, 10).join(', ')}.`,
    },
  );
