import { extname, resolve } from 'node:path';
import { kindOfPath } from '../../io/paths.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import type { Span } from '../../meaning/spans.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { nearest } from '../../russian/index.ts';
import { stagesNamed, stagesOf } from '../../status/choose-items.ts';
import { ITEM_STATES, type ItemState } from '../../status/item-state.ts';
import type { DocumentSettings } from '../../view/settings.ts';
import type { CommandArguments, CommandIo } from '../command.ts';
import { dateOption, dayAt } from '../date.ts';
import { switchOption, textOption } from '../options.ts';
import { notAmong, suggestion } from '../parse.ts';
import { choosePlans } from '../plan-argument.ts';
import { UsageError } from '../usage-error.ts';
import { documentSettings } from './settings.ts';

export type FormFormat = 'xlsx' | 'docx';

/** What of the command line concerns forms, with the workspace they are made of. */
export interface FormRequest {
  readonly root: string;
  readonly plans: readonly Plan[];
  readonly workspace: Workspace;
  readonly settings: DocumentSettings;
  readonly asOf: Day;
  readonly range?: Span;
  readonly stage?: string;
  readonly states?: readonly ItemState[];
  readonly answerBy?: Day;
  readonly output: string;
  /** Where the output is a folder: what is put into it. */
  readonly folder: boolean;
  readonly format: FormFormat;
  readonly force: boolean;
}

/** The command line, with the workspace it speaks of. Throws `UsageError` for what it can't mean. */
export function formRequest(args: CommandArguments, io: CommandIo): FormRequest {
  const [, ...names] = args.positionals;
  const output = textOption(args, 'output');
  if (output === undefined) throw noOutput();
  const { root, loaded, plans } = choosePlans(names, io.cwd);
  const { workspace } = loaded;
  const stated = textOption(args, 'asOf');
  const today = dayAt(io.now, workspace.config.timezone);
  const due = textOption(args, 'due');
  const stage = textOption(args, 'stage');
  const states = textOption(args, 'state');
  const asOf = stated === undefined ? today : dateOption('--as-of', stated);
  const answerBy = answerDay(textOption(args, 'answerBy'), asOf);
  if (stage !== undefined) refuseUnknownStage(stage, plans, workspace);
  return {
    root,
    plans,
    workspace,
    settings: documentSettings(args, workspace.config.documents),
    asOf,
    ...(due === undefined ? {} : { range: rangeOf(due) }),
    ...(stage === undefined ? {} : { stage }),
    ...(states === undefined ? {} : { states: statesOf(states) }),
    ...(answerBy === undefined ? {} : { answerBy }),
    output,
    ...placeOf(output, textOption(args, 'format'), io.cwd),
    force: switchOption(args, 'force'),
  };
}

/** A file says by its extension what it is; anything else is a folder. */
function placeOf(
  output: string,
  format: string | undefined,
  cwd: string,
): Pick<FormRequest, 'folder' | 'format'> {
  const extension = extname(output).slice(1).toLowerCase();
  const isFile = extension !== '' && kindOfPath(resolve(cwd, output)) !== 'folder';
  if (!isFile) return { folder: true, format: format === 'docx' ? 'docx' : 'xlsx' };
  if (extension === 'xlsx' || extension === 'docx') return { folder: false, format: extension };
  throw new UsageError(
    {
      ru: `form: в «.${extension}» форма не выводится.`,
      en: `form: a form is not written to “.${extension}”.`,
    },
    { ru: 'Есть: .xlsx, .docx, папка.', en: 'There are: .xlsx, .docx, a folder.' },
  );
}

function rangeOf(text: string): Span {
  const [first = '', last = first, ...more] = text.split('..');
  const [from, to] = [dateOption('--due', first), dateOption('--due', last)];
  if (more.length === 0 && from <= to) return { from, to };
  throw new UsageError({
    ru: `--due: «${text}» — не дни «с..по».`,
    en: `--due: “${text}” is not \`from..to\`.`,
  });
}

/** Nobody answers before the day he is asked. */
function answerDay(text: string | undefined, asOf: Day): Day | undefined {
  const day = text === undefined ? undefined : dateOption('--answer-by', text);
  if (day === undefined || day >= asOf) return day;
  throw new UsageError({
    ru: `--answer-by: «${text}» раньше дня, на который составлена форма (${toIso(asOf)}).`,
    en: `--answer-by: “${text}” is before the day that the form is made on (${toIso(asOf)}).`,
  });
}

/** What is past its term is overdue to the one who asks, whether anybody records it or not. */
function statesOf(text: string): readonly ItemState[] {
  const states = statesNamed(text);
  return states.includes('overdue') ? [...states, 'untracked'] : states;
}

function statesNamed(text: string): readonly ItemState[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const state = ITEM_STATES.find((known) => known === one);
      if (state === undefined) throw notAmong('--state', one, ITEM_STATES);
      return state;
    });
}

function refuseUnknownStage(stage: string, plans: readonly Plan[], workspace: Workspace): void {
  const all = [
    ...plans,
    ...workspace.plans.filter(({ parents }) =>
      parents.some(({ id }) => plans.some((plan) => plan.id === id)),
    ),
  ];
  if (all.some((plan) => stagesNamed(plan, stage).length > 0)) return;
  const known = [...new Set(all.flatMap((plan) => stagesOf(plan).map(({ title }) => title)))];
  throw new UsageError(
    { ru: `Этапа «${stage}» в планах нет.`, en: `The plans have no stage “${stage}”.` },
    suggestion(nearest(stage, known)) ?? {
      ru: known.length > 0 ? `Есть: ${known.join('; ')}.` : 'Этапы перечисляет stages плана.',
      en: known.length > 0 ? `There are: ${known.join('; ')}.` : 'Stages are listed by the plan.',
    },
  );
}

const noOutput = (): UsageError =>
  new UsageError(
    { ru: 'Не указано, куда писать.', en: 'Where to write is not named.' },
    {
      ru: 'Например: roadmap render form ПЛАН -o формы',
      en: 'For example: roadmap render form PLAN -o forms',
    },
  );
