import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import type { Plan } from '../../src/model/plan.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import type {
  ExecutorEntry,
  ItemFields,
  PartFields,
  PlanDocument,
} from '../../src/schema/generated/types.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { orderView } from '../../src/view/order-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { itemsOf } from './imported.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const names = readdirSync(examples).filter((name) => name.endsWith('.yaml'));
const { workspace } = loadWorkspace(
  memoryFiles(Object.fromEntries(names.map((name) => [name, readFileSync(examples + name)]))),
);

/** What a printed page can tell of an item: names for keys, texts for meanings. */
function printed(item: ItemFields | PartFields, nameOf: (key: string) => string): unknown {
  const executors = item.executors?.map((entry: ExecutorEntry) =>
    typeof entry === 'string' ? nameOf(entry) : [nameOf(entry.key), entry.note].filter(Boolean).join(' '),
  );
  const when = typeof item.when === 'object' ? item.when.text : item.when;
  const indicators = item.indicators?.map((entry) => (typeof entry === 'object' ? entry.text : entry));
  return {
    number: item.number === undefined ? undefined : String(item.number),
    action: item.action,
    when,
    executors,
    indicators,
    info: item.info,
    note: item.note,
    excluded: 'excluded' in item ? item.excluded : undefined,
    extra: 'extra' in item ? Object.values(item.extra ?? {}) : undefined,
  };
}

const texts = (plan: PlanDocument, nameOf: (key: string) => string): unknown[] =>
  itemsOf(plan).map((item) => printed(item, nameOf));

const parts = (plan: PlanDocument): unknown[] =>
  itemsOf(plan).map((item) =>
    item.parts?.map((part) => [part.action, typeof part.when === 'object' ? part.when.text : part.when]),
  );

const sections = (holder: Pick<PlanDocument, 'sections'>): unknown[] =>
  (holder.sections ?? []).map((section) => [String(section.number ?? ''), section.title, sections(section)]);

const plans = workspace.plans.map((plan) => [plan.id, plan] as const);
const nameIn = (plan: Plan) => (key: string) => plan.executors.get(key)?.name ?? key;

describe.each(plans)('%s, rendered and imported again', (id, plan) => {
  const source = plan.source;

  it('is the same plan from Word', async () => {
    const bytes = await renderDocx(orderView(plan, workspace));
    const { draft, problems } = await importDocument(bytes, `${id}.docx`, { changes: 'accept' });
    expect(problems).toEqual([]);
    const back = draft!.plan;
    expect(texts(back, (key) => back.executors?.[key]?.name ?? key)).toEqual(texts(source, nameIn(plan)));
    const whole = (of: PlanDocument, nameOf: (key: string) => string): unknown[] =>
      itemsOf(of).map((item) => item.parts?.map((part) => printed(part, nameOf)));
    expect(whole(back, (key) => back.executors?.[key]?.name ?? key)).toEqual(whole(source, nameIn(plan)));
    expect(sections(back)).toEqual(sections(source));
    expect(back.title).toBe(source.title);
    expect(back.order?.clauses).toEqual(source.order?.clauses);
    expect(back.order?.signatory).toEqual(source.order?.signatory);
    expect(back.order?.acquainted).toEqual(source.order?.acquainted);
    expect(back.order?.annexes?.map((annex) => annex.rows)).toEqual(
      source.order?.annexes?.map((annex) => annex.rows),
    );
    expect(back.agreed).toEqual(source.agreed);
    const shown = (context: PlanDocument['context']) =>
      (context ?? []).slice().sort((a, b) => (`${a.heading}` < `${b.heading}` ? -1 : 1));
    expect(shown(back.context)).toEqual(shown(source.context));
    expect(back.stamp).toBeUndefined();
    expect(draft!.comments).toEqual([]);
  });

  it('has the same rows from Excel', async () => {
    const bytes = await renderXlsx(planSheets(plan, workspace));
    const { draft } = await importDocument(bytes, `${id}.xlsx`, { changes: 'accept' });
    const back = draft!.plan;
    const rows = (of: PlanDocument): unknown[] =>
      itemsOf(of).map(({ number, action, when, excluded }) => [
        String(number),
        action,
        typeof when === 'object' ? when.text : when,
        excluded,
      ]);
    expect(rows(back)).toEqual(rows(source));
    expect(parts(back)).toEqual(parts(source));
    expect(back.columns?.map((column) => column.heading)).toEqual(
      source.columns?.map((column) => column.heading),
    );
  });
});

describe('a risk profile', () => {
  const plan = workspace.plans.find(({ source }) => source.context?.some((part) => part['risk-profile']))!;
  const profiles = (of: PlanDocument) => (of.context ?? []).flatMap((part) => part['risk-profile'] ?? []);

  it('comes back from Word where it stands above the table of the plan', async () => {
    const context = plan.source.context!.map(({ 'in-table': _, ...part }) => part);
    const above = { ...plan, source: { ...plan.source, context } };
    const bytes = await renderDocx(orderView(above, workspace));
    const { draft } = await importDocument(bytes, 'plan.docx', { changes: 'accept' });
    expect(profiles(draft!.plan)).toEqual(profiles(plan.source));
  });

  it('comes back from Excel, where its rows are shaded cells among those of the plan', async () => {
    const bytes = await renderXlsx(planSheets(plan, workspace));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const shades: string[] = [];
    workbook.worksheets[0]!.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        const color = cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
        if (color !== undefined) shades.push(color);
      });
    });
    // Low, medium and high risks have one, two and three cells.
    const [profile] = profiles(plan.source);
    const of = (degree: 'low' | 'medium' | 'high') => profile?.[degree]?.length ?? 0;
    expect(shades).toHaveLength(of('low') + 2 * of('medium') + 3 * of('high'));
    expect(new Set(shades).size).toBe(3);
    const { draft } = await importDocument(bytes, 'plan.xlsx', { changes: 'accept' });
    const inTable = plan.source.context!.filter((part) => part['in-table']);
    expect(draft!.plan.context).toEqual(inTable);
  });
});
