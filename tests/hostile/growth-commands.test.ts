import { expect, test } from 'vitest';
import { formatText } from '../../src/edit/format.ts';
import { editText } from '../../src/edit/splice.ts';
import { importDocument } from '../../src/import/import.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/md.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { status } from '../../src/status/status.ts';
import { trace } from '../../src/trace/trace.ts';
import { orderView } from '../../src/view/order-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { docx } from '../import/word-file.ts';
import { runs, someOf } from '../lane.ts';
import { MOST, workOf } from './counted-work.ts';

const DAY = parseDay('2022-06-01')!;

const SIZE = runs(150, 75);

type Files = Readonly<Record<string, string>>;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
const head = (id: string, level: string, more = '') =>
  `kind: plan\nid: ${id}\nlevel: ${level}\ntitle: План мероприятий\nterritory: Заозёрный район\nperiod: 2022\n${more}executors:\n  центр: {name: Методический центр}\n`;
const item = (at: number, more = '', action = `Провести семинар № ${at}`) =>
  `  - {number: "${at}", action: "${action}", when: до 20 мая, executors: [центр], indicators: [Не менее 3 встреч]${more}}\n`;

/** Plans that are long in one way or another. */
const SHAPES: Readonly<Record<string, (size: number) => Files>> = {
  'many items': (size) => ({
    'p.plan.yaml': `${head('p', 'municipal')}items:\n${numbers(size)
      .map((at) => item(at))
      .join('')}`,
  }),
  'one long text': (size) => ({
    'p.plan.yaml': `${head('p', 'municipal')}items:\n${item(1, '', 'Провести семинар и обсудить итоги, '.repeat(size))}`,
  }),
  'many parts': (size) => ({
    'p.plan.yaml': `${head('p', 'municipal')}items:\n  - number: "1"\n    action: Провести\n    parts:\n${numbers(
      size,
    )
      .map((at) => `      - {action: Встреча ${at}, when: до 20 мая, executors: [центр]}\n`)
      .join('')}`,
  }),
  'many executors': (size) => ({
    'p.plan.yaml': `${head('p', 'municipal')}${numbers(size)
      .map((at) => `  орган${at}: {name: Орган управления образованием № ${at}}\n`)
      .join('')}items:\n${numbers(size)
      .map((at) => item(at).replace('[центр]', `[орган${at}]`))
      .join('')}`,
  }),
  'many sections': (size) => ({
    'p.plan.yaml': `${head('p', 'municipal')}sections:\n${numbers(size)
      .map((at) => `  - title: Раздел ${at}\n    items:\n    ${item(at).trimEnd()}\n`)
      .join('')}`,
  }),
  'many facts of one item': (size) => ({
    'p.plan.yaml': `${head('p', 'municipal')}items:\n${item(1)}`,
    'p.facts.yaml': `kind: facts\nplan: p\nfacts:\n${numbers(size)
      .map((at) => `  - {item: "1", date: 2022-05-01, count: 1, result: Встреча ${at}}\n`)
      .join('')}`,
  }),
  'many links': (size) => ({
    'p.plan.yaml': `${head('p', 'regional')}items:\n${numbers(size)
      .map((at) => item(at))
      .join('')}`,
    'c.plan.yaml': `${head('c', 'municipal', 'implements: p\n')}items:\n${numbers(size)
      .map((at) => item(at, `, implements: ["${at}"]`))
      .join('')}`,
  }),
  'many links of one item': (size) => ({
    'p.plan.yaml': `${head('p', 'regional')}items:\n${numbers(size)
      .map((at) => item(at))
      .join('')}`,
    'c.plan.yaml': `${head('c', 'municipal', 'implements: p\n')}items:\n${item(
      1,
      `, implements: [${numbers(size)
        .map((at) => `"${at}"`)
        .join(', ')}]`,
    )}`,
  }),
};

const workspaceOf = (files: Files) => loadWorkspace(memoryFiles(files)).workspace;
const firstOf = (files: Files) => {
  const workspace = workspaceOf(files);
  return { workspace, plan: workspace.plans.find(({ id }) => id === 'p')! };
};

const COMMANDS: Readonly<Record<string, (files: Files) => number | Promise<number>>> = {
  status: (files) =>
    JSON.stringify(status(workspaceOf(files), { asOf: DAY }).map(({ summary }) => summary)).length,
  trace: (files) =>
    JSON.stringify(trace(workspaceOf(files), { asOf: DAY }).map(({ plan }) => plan.id)).length,
  fmt: (files) => {
    const laid = formatText(Object.values(files).at(-1)!, 'p.plan.yaml');
    return 'text' in laid ? laid.text.length : 0;
  },
  done: (files) => {
    const value = { item: '1', date: '2022-05-02', done: true };
    return editText(files['p.facts.yaml'] ?? 'kind: facts\nplan: p\nfacts:\n  - {item: "1", done: true}\n', [
      { op: 'insert', route: ['facts'], value },
    ]).length;
  },
  'render .docx': async (files) => {
    const { plan, workspace } = firstOf(files);
    return (await renderDocx(orderView(plan, workspace))).length;
  },
  'render .xlsx': async (files) => {
    const { plan, workspace } = firstOf(files);
    return (await renderXlsx(planSheets(plan, workspace, { asOf: DAY }))).length;
  },
  'render .html': (files) => {
    const { plan, workspace } = firstOf(files);
    return renderHtml(orderView(plan, workspace)).length;
  },
  'render .md': (files) => {
    const { plan, workspace } = firstOf(files);
    return renderMarkdown(orderView(plan, workspace)).length;
  },
};

/** Every command on every shape, or on each second one. */
const CASES = Object.entries(COMMANDS).flatMap(([command, run], turn) =>
  someOf(Object.entries(SHAPES), 2, turn).map(([shape, files]) => ({ command, shape, run, files })),
);

test.each(CASES)('$command, $shape: work grows with the size, not faster', async ({ run, files }) => {
  await run(files(10));
  const once = await workOf(() => run(files(SIZE)));
  expect((await workOf(() => run(files(2 * SIZE)))) / once).toBeLessThan(MOST);
});

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const tableOf = (rows: readonly (readonly string[])[]) =>
  docx(`<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`);
const HEADS = ['№', 'Мероприятие', 'Срок', 'Исполнитель', 'Показатель'];

test.each([
  [
    'many rows',
    (size: number) =>
      tableOf([
        HEADS,
        ...numbers(size).map((at) => [String(at), `Провести семинар ${at}`, 'до 20 мая', 'Центр', 'Отчёт']),
      ]),
  ],
  [
    'long cells',
    (size: number) =>
      tableOf([
        HEADS,
        ['1', 'Провести семинар и обсудить итоги. '.repeat(size), 'до 20 мая', 'Центр', 'Отчёт'],
      ]),
  ],
  [
    'many executors of a row',
    (size: number) =>
      tableOf([
        HEADS,
        [
          '1',
          'Провести семинар',
          'до 20 мая',
          numbers(size)
            .map((at) => `Школа № ${at}`)
            .join(', '),
          'Отчёт',
        ],
      ]),
  ],
])('import, %s: work grows with the size, not faster', async (_, made) => {
  const run = async (bytes: Uint8Array) => {
    const { draft } = await importDocument(bytes, 'план.docx', { changes: 'accept' });
    return JSON.stringify(draft?.plan ?? {}).length;
  };
  await run(made(10));
  const [small, large] = [made(SIZE), made(2 * SIZE)];
  const once = await workOf(() => run(small));
  expect((await workOf(() => run(large))) / once).toBeLessThan(MOST);
});
