import type { Answer, CollectedLine } from '../../src/collect/answer.ts';
import {
  ANSWER_FIELDS,
  type AnswerField,
  FORM_COLUMNS,
  FORM_TITLE,
  KEY_HEADING,
} from '../../src/collect/answer-fields.ts';
import { answerReader } from '../../src/collect/collect.ts';
import type { Form } from '../../src/collect/form.ts';
import { formOf } from '../../src/collect/form-of.ts';
import { identityLine, lineName, rowKey } from '../../src/collect/identity.ts';
import { addresseesNamed } from '../../src/collect/respondents.ts';
import { settled } from '../../src/collect/settled.ts';
import { readAnswer } from '../../src/import/answer.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Workspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { type Sheet, type SheetRow, xlsx } from '../import/excel-file.ts';

/** Answers made by hand: forms in the shape of their contract, filled and spoilt. */

/** The head of a plan of a district with one executor, up to his entry. */
export const RAION = `kind: plan
id: raion
level: municipal
title: Дорожная карта района
territory: Приозёрный район
period: 2022
order: {type: приказ, number: "5", date: 2022-01-10}
executors:
  отдел: {name: Отдел образования}
`;

export const day = (text: string): number => parseDay(text) as number;

export const workspaceOf = (files: Readonly<Record<string, string>>): Workspace =>
  loadWorkspace(memoryFiles(files)).workspace;

export function formFor(workspace: Workspace, plan: string, name: string, madeOn: string): Form {
  const found = addresseesNamed(name, [workspace.planOf(plan)!], workspace).find(
    (one) => one.plan.id === plan,
  );
  return formOf(found!, workspace, { asOf: day(madeOn) });
}

export type CellOfRow = SheetRow['cells'][number];

/** What is typed into a line, by the item and the name of the line (`10`, `10 i1`, `7 t20220301-20220331`). */
export type Fills = Readonly<Record<string, Readonly<Partial<Record<AnswerField, CellOfRow>>>>>;

export const HEADINGS = [...FORM_COLUMNS, ...ANSWER_FIELDS].map(({ heading }) => heading);
export const COLUMN = new Map<string, number>(
  [...FORM_COLUMNS, ...ANSWER_FIELDS].map(({ key }, at) => [key, at]),
);

/** Styles of the cells: a date, percents. */
export const FORMATS = ['dd.mm.yyyy', '0%'];
export const date = (text: string): CellOfRow => [day(text) + 25_569, 1];
export const percents = (share: number): CellOfRow => [share, 2];
export const number = (value: number): CellOfRow => [value, 0];

/** Rows of a filled form, the head first and the line that names the form last. */
export function formRows(form: Form, fills: Fills = {}): SheetRow[] {
  const unused = new Set(Object.keys(fills));
  const rows = form.items.flatMap(({ status: { item }, lines }) =>
    lines.map(({ aim, label }): SheetRow => {
      const name = lineName(aim) === 'x' ? item.id : `${item.id} ${lineName(aim)}`;
      unused.delete(name);
      const answers = ANSWER_FIELDS.map(({ key }) => fills[name]?.[key] ?? '');
      const head = [item.number, item.action, item.when?.text ?? '', label, ''];
      return { cells: [...head, ...answers, rowKey(form.identity, item.id, aim, head)] };
    }),
  );
  if (unused.size > 0) throw new Error(`The form has no line ${[...unused].join(', ')}`);
  return [
    { cells: [`${FORM_TITLE}: ${form.plan.title}`] },
    { cells: [...HEADINGS, KEY_HEADING] },
    ...rows,
    { cells: [identityLine(form.identity)] },
  ];
}

export const formSheet = (form: Form, fills: Fills = {}): Sheet => ({
  name: 'Форма',
  rows: formRows(form, fills),
});

/** Reads workbooks as `roadmap collect` does. */
export async function collect(
  files: Readonly<Record<string, readonly Sheet[]>>,
  workspace: Workspace,
  today: string,
  from1904 = false,
): Promise<readonly Answer[]> {
  const read = answerReader(workspace, { today: day(today) });
  const answers: Answer[] = [];
  for (const [file, sheets] of Object.entries(files)) {
    const result = await readAnswer(xlsx(sheets, FORMATS, from1904), file, file);
    if (!result.ok) throw new Error(result.problem.message.en);
    answers.push(read(result.value.document));
  }
  return settled(answers);
}

/** Findings of an answer by code, with their cells. */
export const told = ({ findings, lines }: Answer): readonly string[] =>
  [...findings, ...lines.flatMap((line) => line.findings)].map(({ code, place }) =>
    `${place.cell ?? place.row ?? place.sheet ?? ''} ${code}`.trim(),
  );

export const lineOf = ({ lines }: Answer, item: string, line = 'x'): CollectedLine => {
  const found = lines.find((one) => one.item?.id === item && lineName(one.aim) === line);
  if (!found) throw new Error(`No line ${item} ${line}`);
  return found;
};
