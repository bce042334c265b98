import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { has } from '../needs.ts';
import { newAjv, published } from '../schema/published.ts';
import { folderWith, ROOT, runRoadmap, startRoadmap } from './run-roadmap.ts';

const EXAMPLES = join(ROOT, 'examples');

/** The examples in a folder of their own, where things may be written. */
function examples(): string {
  const folder = folderWith();
  for (const name of readdirSync(EXAMPLES)) {
    if (/\.yaml$/.test(name)) copyFileSync(join(EXAMPLES, name), join(folder, name));
  }
  return folder;
}

const cwd = examples();
const roadmap = (line: string) => runRoadmap(line.split(' '), { cwd });

const DOCUMENTS = [
  'order zarechny-2022 -o a.docx',
  'order zarechny-2022.plan.yaml --profile gost-2016 --typography off -o a.html',
  'plan klyuchevskaya-2022 -o plan.xlsx --as-of 15.06.2022',
  'report lesnogorsk-2022 -o report.docx',
  'matrix ozersky-krai-2022 --as-of 2022-06-15 -o matrix.xlsx',
  'matrix . --as-of 2022-06-15 -o matrix.md',
  'dashboard . --as-of 2022-06-15 -o page.html',
  'extract zarechny-2022 --executor управление --days 30 --as-of 2022-06-15 -o extract.md',
  'extract . --executor кураторы --as-of 2022-06-15 -o extract.ics',
];

test.each(DOCUMENTS)('render %s: written, nothing told but that', async (line) => {
  const name = line.split(' -o ')[1]!.split(' ')[0]!;
  const first = await roadmap(`render ${line}`);
  expect(first).toMatchObject({ code: 0, stdout: '', stderr: `Записано: ${name}\n` });
  expect(readFileSync(join(cwd, name)).length).toBeGreaterThan(100);
});

test.each(['a.docx', 'matrix.xlsx', 'extract.ics'])('the same bytes again: %s', async (name) => {
  const line = DOCUMENTS.find((one) => one.includes(`-o ${name}`))!;
  const bytes = readFileSync(join(cwd, name));
  const again = await roadmap(`render ${line}`);
  expect(again).toMatchObject({ code: 0, stderr: `Уже такой и есть: ${name}\n` });
  expect(readFileSync(join(cwd, name)).equals(bytes)).toBe(true);
});

describe('an existing file', () => {
  test('of our own is replaced when the plan changed; one that somebody changed is not, but for --force', async () => {
    const plan = join(cwd, 'klyuchevskaya-2022.plan.yaml');
    const out = join(cwd, 'k.docx');
    expect((await roadmap('render plan klyuchevskaya-2022 -o k.docx')).code).toBe(0);
    const before = readFileSync(out);
    writeFileSync(
      plan,
      readFileSync(plan, 'utf8').replace('до 16 сентября 2022 г.', 'до 19 сентября 2022 г.'),
    );
    expect((await roadmap('render plan klyuchevskaya-2022 -o k.docx')).code).toBe(0);
    expect(readFileSync(out).equals(before)).toBe(false);
    const parts = unzipSync(readFileSync(out));
    const document = Buffer.from(parts['word/document.xml']!).toString().replace('сентября', 'октября');
    writeFileSync(out, zipSync({ ...parts, 'word/document.xml': strToU8(document) }));
    const edited = readFileSync(out);
    expect((await roadmap('render plan klyuchevskaya-2022 -o k.docx')).code).toBe(2);
    expect(readFileSync(out).equals(edited)).toBe(true);
    expect((await roadmap('render plan klyuchevskaya-2022 -o k.docx --force')).code).toBe(0);
    expect(readFileSync(out).equals(edited)).toBe(false);
  });

  test.each(['note.md', 'page2.html', 'a.ics'])('%s of another origin is left alone', async (name) => {
    writeFileSync(join(cwd, name), 'моё');
    const what = name.endsWith('.ics') ? 'extract zarechny-2022 --executor управление' : 'plan zarechny-2022';
    expect((await roadmap(`render ${what} -o ${name}`)).code).toBe(2);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe('моё');
  });
});

describe('wrong usage is told and ends with 2', () => {
  test.each([
    [
      'render order zarechny-2023 -o x.docx',
      'Плана «zarechny-2023» нет.\nВозможно, вы имели в виду zarechny-2022.\n',
    ],
    ['render ordr zarechny-2022 -o x.docx', 'Документа «ordr» нет.\nВозможно, вы имели в виду order.\n'],
    [
      'render order zarechny-2022',
      'Не указано, в какой файл писать.\nНапример: roadmap render order zarechny-2022 -o order.docx\n',
    ],
    [
      'render order zarechny-2022 -o x.xlsx',
      'order: в «.xlsx» этот документ не выводится.\nИмя файла после -o кончается на .docx, .pdf, .html, .md.\n',
    ],
    [
      'render extract zarechny-2022 --executor управленеи -o x.md',
      'Исполнителя «управленеи» в плане нет.\nВозможно, вы имели в виду управление.\n',
    ],
    [
      'render report zarechny-2022 --stage третий -o x.md',
      'Этапа «третий» в плане нет.\nЕсть: Мониторинг, 1-й этап; Мониторинг, 2-й этап.\n',
    ],
    ['render order zarechny-2022 --letterhead нет.docx -o x.docx', 'Бланка «нет.docx» нет.\n'],
  ])('%s', async (line, stderr) => {
    expect(await roadmap(line)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('a PDF without LibreOffice', async () => {
    const { code, stderr } = await startRoadmap('render plan zarechny-2022 -o x.pdf'.split(' '), {
      cwd,
      env: { PATH: '/nonexistent' },
    });
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toBe(
      'PDF делает LibreOffice, а он не установлен (команда soffice не найдена).',
    );
  });
});

test('an issuer whose genitive is doubtful is told of, and a letterhead of the config is used', async () => {
  const folder = folderWith({
    'a.plan.yaml':
      'kind: plan\nid: a\ntitle: План\nperiod: 2022\norder: {issuer: Ассоциация школ, clauses: [Утвердить план.]}\nitems: [{number: "1", action: Дело, when: май}]\n',
    'roadmap.config.yaml': 'documents: {letterhead: нет.docx}\n',
  });
  const html = await runRoadmap(['render', 'order', 'a', '-o', 'a.html'], { cwd: folder });
  expect(html.code).toBe(0);
  expect(html.stderr).toContain('order.issuer: {name: …, genitive: …}');
  const docx = await runRoadmap(['render', 'order', 'a', '-o', 'a.docx'], { cwd: folder });
  expect(docx.code).toBe(2);
  expect(docx.stderr).toContain('Бланка «нет.docx» нет.');
});

test.skipIf(!has('libreoffice'))('a PDF is made, the same bytes each time', async () => {
  expect((await roadmap('render plan klyuchevskaya-2022 -o p.pdf')).code).toBe(0);
  expect(readFileSync(join(cwd, 'p.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await roadmap('render plan klyuchevskaya-2022 -o p.pdf')).toMatchObject({
    code: 0,
    stderr: 'Уже такой и есть: p.pdf\n',
  });
});

describe('verify', () => {
  const changed = (name: string, change: (xml: string) => string) => {
    const parts = unzipSync(readFileSync(join(cwd, 'v.docx')));
    const xml = Buffer.from(parts['word/document.xml']!).toString();
    writeFileSync(join(cwd, name), zipSync({ ...parts, 'word/document.xml': strToU8(change(xml)) }));
  };

  test('says nothing against a fresh document, tells of an edited cell, for people and for programs', async () => {
    expect((await roadmap('render order lesnogorsk-2022 -o v.docx')).code).toBe(0);
    const clean = await roadmap('verify v.docx lesnogorsk-2022');
    expect(clean).toEqual({ code: 0, stdout: 'Расхождений нет: 30 пунктов.\n', stderr: '' });
    changed('edited.docx', (xml) => xml.replace('до 28\u00a0февраля', 'до 1 марта'));
    const told = await roadmap('verify edited.docx lesnogorsk-2022');
    expect(told.code).toBe(1);
    expect(told.stdout.split('\n').slice(2, 4)).toEqual([
      '    план:     до 28\u00a0февраля 2022 г.'.replace('\u00a0', ' '),
      '    документ: до 1 марта 2022 г.',
    ]);
    const json = await roadmap('verify edited.docx lesnogorsk-2022.plan.yaml --format json');
    expect(json.code).toBe(1);
    const output = JSON.parse(json.stdout);
    const validate = newAjv().compile(published('output/verify'));
    validate(output);
    expect(validate.errors ?? []).toEqual([]);
    expect(output.cells).toMatchObject([
      { item: '1', column: 'when', plan: 'до 28 февраля 2022 г.', document: 'до 1 марта 2022 г.' },
    ]);
    expect(output.sameEdition).toBe(true);
  });

  test('of an order on a blank compares with the plan on the same blank', async () => {
    const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const types = 'http://schemas.openxmlformats.org/package/2006';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
    const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    const parts = {
      '[Content_Types].xml': `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${['ОТДЕЛ ОБРАЗОВАНИЯ', 'ПОСТАНОВЛЕНИЕ', '{{дата}} № {{номер}}', '{{заголовок}}', '{{текст}}', '{{подпись}}'].map(line).join('')}</w:body></w:document>`,
    };
    writeFileSync(
      join(cwd, 'blank.docx'),
      zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
    );
    const made = await roadmap('render order zarechny-2022 --letterhead blank.docx -o lh.docx');
    expect(made.code).toBe(0);
    const same = await roadmap('verify lh.docx zarechny-2022 --letterhead blank.docx --format json');
    expect(JSON.parse(same.stdout)).toMatchObject({ same: true, cells: [], requisites: [] });
  });

  test('of a broken file or a missing one ends with 2', async () => {
    writeFileSync(join(cwd, 'broken.docx'), 'PK');
    expect((await roadmap('verify broken.docx lesnogorsk-2022')).code).toBe(2);
    expect((await roadmap('verify none.docx lesnogorsk-2022')).code).toBe(2);
    expect((await roadmap('verify broken.docx lesnogorsk-2023')).code).toBe(2);
  });
});
