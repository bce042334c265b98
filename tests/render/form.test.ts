import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ANSWER_FIELDS, DONE_CHOICES } from '../../src/collect/answer-fields.ts';
import { formOf } from '../../src/collect/form-of.ts';
import {
  identityLine,
  identityOfProperties,
  isKeyOf,
  lineName,
  parseIdentityLine,
  parseRowKey,
} from '../../src/collect/identity.ts';
import { addresseesNamed, addresseesOf } from '../../src/collect/respondents.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { formView } from '../../src/view/form-view.ts';
import { folders, loadFolder } from './loaded.ts';
import { canValidate, invalidParts } from './schema-validity.ts';

const workspace = loadFolder(folders[0]!);
const options = { asOf: parseDay('2022-06-01')!, answerBy: parseDay('2022-06-10')! };
const addressees = addresseesOf(workspace.plans, workspace);
const [raion] = addresseesNamed('Лесногорский муниципальный округ', workspace.plans, workspace);
const form = formOf(raion!, workspace, options);
const lines = form.items.flatMap(({ status, lines: own }) => own.map((line) => ({ status, line })));

const asXlsx = () => renderXlsx(formView(form, workspace, { form: 'sheets' }));
const asDocx = () => renderDocx(formView(form, workspace, { form: 'pages' }));

describe('the form in Excel', async () => {
  const bytes = await asXlsx();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const header = 5;
  const headings = (sheet.getRow(header).values as string[]).slice(1);
  const rows = lines.map((_, at) => sheet.getRow(header + 1 + at));
  const column = (heading: string): number => headings.indexOf(heading) + 1;

  it('has a row with a key of its own for each line', () => {
    const keys = rows.map((row) => parseRowKey(row.getCell(column('Ключ')).text)!);
    expect(keys.map(({ item, aim }) => `${item} ${lineName(aim)}`)).toEqual(
      lines.map(({ status, line }) => `${status.item.id} ${lineName(line.aim)}`),
    );
    expect(keys.every((key) => isKeyOf(form.identity, key))).toBe(true);
  });

  it('can be typed into where something is asked and nowhere else', () => {
    const open: string[] = [];
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(cell.address);
      });
    });
    const asked = lines.flatMap(({ line }, at) =>
      line.asks.map((field) => {
        const { heading } = ANSWER_FIELDS.find(({ key }) => key === field)!;
        return rows[at]!.getCell(column(heading)).address;
      }),
    );
    // Beside them only the place for the name of who has filled it in.
    expect(open.filter((address) => !asked.includes(address))).toEqual(['C4', 'D4', 'E4']);
    expect(asked.filter((address) => !open.includes(address))).toEqual([]);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    // «0»: not forbidden.
    expect(xml).toMatch(/<sheetProtection sheet="1"[^>]* sort="0" autoFilter="0"\/>/);
  });

  it('checks what is typed: a list, dates, numbers', () => {
    const at = (heading: string, fits: (asks: readonly string[]) => boolean) =>
      rows[lines.findIndex(({ line }) => fits(line.asks))]!.getCell(column(heading)).dataValidation;
    expect(at('Выполнено', (asks) => asks.includes('done'))).toMatchObject({
      type: 'list',
      formulae: [`"${DONE_CHOICES.join(',')}"`],
      showErrorMessage: true,
    });
    expect(at('Дата', (asks) => asks.includes('date'))).toMatchObject({ type: 'date', operator: 'between' });
    expect(at('Значение', (asks) => asks.includes('value'))).toMatchObject({ type: 'decimal' });
    expect(at('Из скольких', (asks) => asks.includes('of'))).toMatchObject({ type: 'decimal' });
  });

  it('holds to what Excel holds of prompts and errors', () => {
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    const longest = (name: string): number =>
      Math.max(...[...xml.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, text]) => text!.length));
    expect(longest('promptTitle')).toBeLessThanOrEqual(32);
    expect(longest('prompt')).toBeLessThanOrEqual(255);
    expect(longest('error')).toBeLessThanOrEqual(255);
    expect(xml.includes('…')).toBe(false);
  });

  it('is printed on A4 without the keys, its header on every page', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    const book = strFromU8(unzipSync(bytes)['xl/workbook.xml']!);
    expect(book).toContain(`!$A$1:$N$${header + lines.length + 1}<`);
    expect(book).toContain('$5:$5');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: header, xSplit: 1 });
  });

  it('has rows that grow with what is typed', () => {
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    const looks = [...xml.matchAll(/<row r="(\d+)"([^>]*)>/g)];
    const fixed = looks.filter(([, , look]) => look!.includes('customHeight')).map(([, at]) => Number(at));
    // The words above, the header, the line below.
    expect(fixed).toEqual([1, 2, 3, 4, header, header + lines.length + 1]);
  });

  it('says what it is below the table and in its properties', () => {
    const foot = sheet.getRow(header + lines.length + 1).getCell(2).text;
    expect(parseIdentityLine(foot)).toEqual(form.identity);
    const properties = strFromU8(unzipSync(bytes)['docProps/custom.xml']!);
    const [, value] = /name="roadmap\.form"[^>]*><vt:lpwstr>([^<]*)</.exec(properties)!;
    expect(identityOfProperties({ 'roadmap.form': value! })).toEqual(form.identity);
  });

  it('has the same bytes when it is made again', async () => {
    expect(Buffer.from(await asXlsx()).equals(bytes)).toBe(true);
  });
});

describe('the form in Word', async () => {
  const bytes = await asDocx();
  const body = strFromU8(unzipSync(bytes)['word/document.xml']!);

  it('has a content control for each field that is asked', () => {
    const tags = [...body.matchAll(/<w:tag w:val="roadmap\.(\w+)"\/>/g)].map(([, tag]) => tag);
    expect(tags).toEqual(['by', ...lines.flatMap(({ line }) => inColumns(line.asks))]);
    expect(body.match(/<w:date>/g)).toHaveLength(tags.filter((tag) => /date$/i.test(tag!)).length);
    expect(body.match(/<w:dropDownList>/g)).toHaveLength(tags.filter((tag) => tag === 'done').length);
    const ids = [...body.matchAll(/<w:sdtPr>.*?<w:id w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(tags.length);
  });

  it('has the keys and the line that says what it is', () => {
    const texts = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!);
    expect(texts.filter((text) => parseRowKey(text))).toHaveLength(lines.length);
    expect(texts).toContain(identityLine(form.identity));
  });

  it('has the same bytes when it is made again', async () => {
    expect(Buffer.from(await asDocx()).equals(bytes)).toBe(true);
  });
});

const inColumns = (asks: readonly string[]): readonly string[] =>
  ANSWER_FIELDS.map(({ key }) => key).filter((key) => asks.includes(key));

it.skipIf(!canValidate)(
  'all forms of the examples are as the schemas of Excel and Word want them',
  async () => {
    const sheets: Record<string, Uint8Array> = {};
    const pages: Record<string, Uint8Array> = {};
    for (const [at, addressee] of addressees.entries()) {
      const one = formOf(addressee, workspace, options);
      sheets[`f${at}.xlsx`] = await renderXlsx(formView(one, workspace, { form: 'sheets' }));
      pages[`f${at}.docx`] = await renderDocx(formView(one, workspace, { form: 'pages' }));
    }
    expect(Object.keys(sheets).length).toBeGreaterThan(3);
    expect(invalidParts('sml', sheets)).toEqual([]);
    expect(invalidParts('wml', pages)).toEqual([]);
  },
);
