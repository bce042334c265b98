import { join } from 'node:path';
import { fileNames } from '../../collect/file-name.ts';
import { type Addressee, addresseesNamed, addresseesOf, everyAddressee } from '../../collect/respondents.ts';
import { plural } from '../../finding/plural.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { nearest } from '../../russian/index.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { listOption, switchOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { UsageError } from '../usage-error.ts';
import { formBytes, formFor, saved } from './form-files.ts';
import { formRequest } from './form-request.ts';
import { recordForms, type SentForm } from './record-forms.ts';

/** `roadmap render form PLAN… -o FOLDER|FILE`: a form for each who answers. */
export async function renderForms(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const request = formRequest(args, io);
  const { plans, workspace, output, folder, format } = request;
  const names = listOption(args, 'for');
  const named = names.length === 0 ? undefined : addresseesFor(names, plans, workspace);
  if (switchOption(args, 'remind')) {
    const { renderReminders } = await import('./reminders.ts');
    return renderReminders(request, { record: switchOption(args, 'record'), whom: named }, io);
  }
  const addressees = named ?? addresseesOf(plans, workspace);
  const asked = addressees.map((addressee) => ({ addressee, form: formFor(addressee, request) }));
  const filled = asked.filter(({ form }) => form.items.length > 0);
  if (filled.length === 0) throw nothingToAsk(addressees);
  if (!folder && filled.length > 1) throw oneFileOnly(filled.map(({ form }) => form.name));
  const files = fileNames(filled.map(({ addressee }) => addressee));
  const sent: SentForm[] = [];
  let refused = 0;
  for (const [at, { form }] of filled.entries()) {
    const path = folder ? join(output, `${files[at]}.${format}`) : output;
    const isThere = await saved(await formBytes(form, request), path, request, io);
    if (isThere) sent.push({ form, path });
    else refused++;
  }
  const recorded = switchOption(args, 'record') ? await recordForms(sent, request, io) : undefined;
  await io.err(summary(filled.length - refused, asked.length - filled.length, recorded, io));
  return refused > 0 ? EXIT.usage : EXIT.clean;
}

function summary(
  written: number,
  nothing: number,
  recorded: string | undefined,
  { language }: CommandIo,
): string {
  const ru = language === 'ru';
  const lines = [
    ru
      ? `${plural(written, ['Готова', 'Готовы', 'Готово'])} ${written} ${plural(written, ['форма', 'формы', 'форм'])}.`
      : `${written} ${written === 1 ? 'form' : 'forms'} made.`,
    ...(nothing === 0 ? [] : [ru ? `Спросить не о чем: ${nothing}.` : `Nothing to ask: ${nothing}.`]),
    ...(recorded === undefined
      ? []
      : [ru ? `Запросы записаны: ${recorded}` : `Requests written: ${recorded}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const MANY = 12;

function addresseesFor(
  names: readonly string[],
  plans: readonly Plan[],
  workspace: Workspace,
): readonly Addressee[] {
  return names.flatMap((name) => {
    const found = addresseesNamed(name, plans, workspace);
    if (found.length > 0) return found;
    const all = everyAddressee(plans, workspace);
    const known = [...new Set(all.map(({ who }) => who.key))];
    throw new UsageError(
      { ru: `Кто такой «${name}», в планах не сказано.`, en: `The plans know nobody called “${name}”.` },
      suggestion(nearest(name, [...known, ...all.map((one) => one.name)])) ?? {
        ru: `Есть: ${known.slice(0, MANY).join(', ')}${known.length > MANY ? ', …' : ''}.`,
        en: `There are: ${known.slice(0, MANY).join(', ')}${known.length > MANY ? ', …' : ''}.`,
      },
    );
  });
}

const nothingToAsk = (addressees: readonly Addressee[]): UsageError =>
  new UsageError(
    addressees.length === 0
      ? {
          ru: 'Спрашивать некого: в планах не названы исполнители.',
          en: 'There is nobody to ask: the plans name no executors.',
        }
      : {
          ru: 'Спросить не о чем: таких пунктов нет.',
          en: 'There is nothing to ask: there are no such items.',
        },
    {
      ru: 'Исполненное не спрашивается; проверьте --due, --stage и --state.',
      en: 'What is done is not asked about; look at --due, --stage and --state.',
    },
  );

const oneFileOnly = (names: readonly string[]): UsageError =>
  new UsageError(
    {
      ru: `В один файл помещается одна форма, а отвечают ${names.length}.`,
      en: `A file holds one form, and ${names.length} are to answer.`,
    },
    {
      ru: `Назовите папку (-o формы) или одного: --for с одним из: ${names.slice(0, MANY).join(', ')}.`,
      en: `Name a folder (-o forms), or one of them by --for: ${names.slice(0, MANY).join(', ')}.`,
    },
  );
