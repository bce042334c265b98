import { join } from 'node:path';
import { fileNames } from '../../collect/file-name.ts';
import { type Addressee, addresseesNamed, addresseesOf, everyAddressee } from '../../collect/respondents.ts';
import { plural } from '../../finding/plural.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { nearest } from '../../russian/index.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { keepMemoryLow } from '../low-memory.ts';
import { listOption, switchOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { UsageError } from '../usage-error.ts';
import { formBytes, formFor, saved } from './form-files.ts';
import { type FormRequest, formRequest } from './form-request.ts';
import { recordForms, type SentForm, sentForm } from './record-forms.ts';

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
  if (!folder) refuseSeveral(addressees, request);
  keepMemoryLow(addressees.reduce((sum, { plan }) => sum + plan.items.length, 0));
  const files = fileNames(addressees);
  const sent: SentForm[] = [];
  let [nothing, refused] = [0, 0];
  // One after the other: of a region nothing is kept but what was asked.
  for (const [at, addressee] of addressees.entries()) {
    const form = formFor(addressee, request);
    if (form.items.length === 0) {
      nothing++;
      continue;
    }
    const path = folder ? join(output, `${files[at]}.${format}`) : output;
    if (await saved(await formBytes(form, request), path, request, io))
      sent.push(sentForm(form, path, request, io));
    else refused++;
  }
  if (nothing === addressees.length) throw nothingToAsk(addressees);
  const recorded = switchOption(args, 'record') ? await recordForms(sent, request, io) : undefined;
  await io.err(summary(sent.length, nothing, recorded, io));
  return refused > 0 ? EXIT.usage : EXIT.clean;
}

function refuseSeveral(addressees: readonly Addressee[], request: FormRequest): void {
  const asked = addressees.filter((addressee) => formFor(addressee, request).items.length > 0);
  if (asked.length > 1) throw oneFileOnly(asked.map(({ name }) => name));
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
  const named = names.flatMap((name) => {
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
  // Two names may mean the same.
  const keyOf = ({ plan, who }: Addressee): string => [plan.id, who.kind, who.key].join('\0');
  return [...new Map(named.map((one) => [keyOf(one), one])).values()];
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
