import { join } from 'node:path';
import { fileNames } from '../../collect/file-name.ts';
import { type Missing, missingAnswers } from '../../collect/missing.ts';
import type { Addressee } from '../../collect/respondents.ts';
import { plural } from '../../finding/plural.ts';
import { toIso } from '../../meaning/day.ts';
import { renderEml } from '../../render/eml.ts';
import { REMINDER_TITLE, reminderLines, reminderText, reminderView } from '../../view/reminder-view.ts';
import type { CommandIo } from '../command.ts';
import { editRequests } from '../documents/requests-file.ts';
import { writeView } from '../documents/write.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { keepMemoryLow } from '../low-memory.ts';
import { UsageError } from '../usage-error.ts';
import { formBytes, formFor, saved } from './form-files.ts';
import type { FormRequest } from './form-request.ts';

interface Options {
  readonly record: boolean;
  /** Only those; absent: everybody who owes an answer. */
  readonly whom: readonly Addressee[] | undefined;
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** `roadmap render form PLAN… --remind -o FOLDER`: for each who owes an answer a letter as .docx, and as .eml with the form. */
export async function renderReminders(
  request: FormRequest,
  { record, whom }: Options,
  io: CommandIo,
): Promise<ExitCode> {
  const { plans, workspace, settings, asOf, output, folder, format } = request;
  if (!folder) throw folderOnly();
  const owed = missingAnswers(plans, workspace, asOf)
    .map((missing) => ({ missing, addressee: addresseeOf(missing) }))
    .filter(({ addressee }) => whom?.some((one) => isSame(one, addressee)) ?? true);
  keepMemoryLow(owed.reduce((sum, { missing }) => sum + missing.items.size, 0));
  const names = fileNames(owed.map(({ addressee }) => addressee));
  const reminded: Missing[] = [];
  let [refused, asked] = [0, 0];
  // One after the other: of a region no form is kept.
  for (const [at, { missing, addressee }] of owed.entries()) {
    const form = formFor(addressee, request, missing.items);
    if (form.items.length === 0) continue;
    asked++;
    const name = names[at] as string;
    const letter = await writeView(reminderView(form, missing, workspace, { settings }), 'docx');
    const mail = renderEml({
      subject: `${REMINDER_TITLE}: ${form.plan.title}`,
      text: [...reminderText(form, missing), ...reminderLines(form), ''].join('\n'),
      attachments: [
        { name: `${name}.${format}`, type: TYPES[format], bytes: await formBytes(form, request) },
      ],
    });
    const written = [
      await saved(letter, join(output, `напоминание ${name}.docx`), request, io),
      await saved(mail, join(output, `напоминание ${name}.eml`), request, io),
    ];
    if (written.includes(false)) refused++;
    else reminded.push(missing);
  }
  if (asked === 0) {
    await io.err(
      io.language === 'ru' ? 'Напоминать некому: ответили все.\n' : 'Nobody to remind: all have answered.\n',
    );
    return EXIT.clean;
  }
  if (record) await recordReminders(reminded, request);
  const n = reminded.length;
  await io.err(
    io.language === 'ru'
      ? `${plural(n, ['Готово', 'Готовы', 'Готово'])} ${n} ${plural(n, ['напоминание', 'напоминания', 'напоминаний'])}.\n`
      : `${n} ${n === 1 ? 'reminder' : 'reminders'} made.\n`,
  );
  return refused > 0 ? EXIT.usage : EXIT.clean;
}

const addresseeOf = ({ plan, who }: Missing): Addressee => ({
  plan,
  who,
  name: (who.kind === 'executor' ? plan.executors.get(who.key)?.name : undefined) ?? who.key,
});

const isSame = (a: Addressee, b: Addressee): boolean =>
  a.plan.id === b.plan.id && a.who.kind === b.who.kind && a.who.key === b.who.key;

async function recordReminders(reminded: readonly Missing[], request: FormRequest): Promise<void> {
  const { root, workspace, asOf } = request;
  const forms = new Set(reminded.flatMap(({ requests }) => requests.map(({ form }) => form)));
  for (const { file, requests } of workspace.requests) {
    if (!requests.some(({ form }) => forms.has(form))) continue;
    await editRequests(root, file, (known) =>
      known.flatMap(({ form, reminded: days }, at) =>
        forms.has(form) && !days.includes(asOf)
          ? [{ op: 'insert', route: ['requests', at, 'reminded'], value: toIso(asOf) }]
          : [],
      ),
    );
  }
}

const folderOnly = (): UsageError =>
  new UsageError(
    {
      ru: 'Напоминаний несколько файлов: нужна папка.',
      en: 'Reminders are several files: a folder is needed.',
    },
    { ru: 'Например: -o напоминания', en: 'For example: -o reminders' },
  );
