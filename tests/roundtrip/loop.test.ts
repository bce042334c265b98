import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { importCommand } from '../../src/cli/import/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { verify } from '../../src/cli/verify/spec.ts';
import { convertByOffice } from '../../src/io/office.ts';
import { runHere } from '../cli/in-process.ts';
import { rowOf } from '../import/update/edited.ts';
import { docx, p, tbl } from '../import/word-file.ts';
import { has } from '../needs.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-loop-'));
  folders.push(folder);
  return folder;
}

const heads = ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель', 'Показатель'];
const original = docx(
  p('План мероприятий Сосновского района на 2022 год', { align: 'center' }) +
    tbl([
      heads,
      ['1', 'Провести семинар', 'до 20 мая', 'Методист центра', 'Отчёт о семинаре'],
      ['2', 'Провести конкурс', 'до 20 июня', 'Директора школ', 'Протокол'],
      ['3', 'Подвести итоги', 'до 1 декабря', 'Отдел образования, методцентр', 'Справка'],
    ]),
);

/** Replaces texts in the parts of a package that hold words, as an editor of it would. */
function edited(bytes: Uint8Array, ...pairs: readonly (readonly [string, string])[]): Uint8Array {
  const parts = unzipSync(bytes);
  const done = new Set<string>();
  for (const name of Object.keys(parts).filter((one) => /document\.xml$|sharedStrings\.xml$/.test(one))) {
    let xml = strFromU8(parts[name]!);
    for (const [was, is] of pairs) {
      const words = new RegExp(was.replaceAll(' ', '[ \\u00a0]'), 'g');
      if (words.test(xml)) done.add(was);
      xml = xml.replace(words, is);
    }
    parts[name] = strToU8(xml);
  }
  expect([...done]).toEqual(pairs.map(([was]) => was));
  return zipSync(parts);
}

const git = (cwd: string, ...line: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...line], { cwd });
};

/** Imports, renders the copy that goes round, and lets the author go on with the YAML. */
async function begun(format: 'docx' | 'xlsx', withGit: boolean): Promise<{ cwd: string; copy: string }> {
  const cwd = newFolder();
  writeFileSync(join(cwd, 'план.docx'), original);
  const imported = await runHere(importCommand, ['план.docx', '-o', 'sosnovka.plan.yaml'], { cwd });
  expect(imported.code).toBe(0);
  const copy = `копия.${format}`;
  expect((await runHere(render, ['plan', 'sosnovka', '-o', copy], { cwd })).code).toBe(0);
  if (withGit) {
    git(cwd, 'init', '-q');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-qm', 'one');
  }
  const path = join(cwd, 'sosnovka.plan.yaml');
  const text = readFileSync(path, 'utf8')
    .replace('when: до 20 июня', 'when: до 10 июня # перенесли')
    .replace(
      / {2}- number: "3"[\s\S]*$/,
      (last) => `${last}  - number: "4"\n    action: Издать сборник\n    when: декабрь\n`,
    );
  writeFileSync(path, text);
  return { cwd, copy };
}

const planOf = (cwd: string): string => readFileSync(join(cwd, 'sosnovka.plan.yaml'), 'utf8');

/** What the author and the reader of the copy did: all of it stands in the plan. */
function bothSides(text: string): void {
  expect(text).toContain('when: до 10 июня # перенесли');
  expect(text).toContain('action: Издать сборник');
  expect(text).toContain('- Отчёт и приказ');
  expect(text).not.toContain('Отчёт о семинаре');
  expect(text).toMatch(/number: "2"[\s\S]*?executors: \[директора-школ, методцентр\]/);
  expect(text).toMatch(/директора-школ:\n\s+name: Директора школ\n/);
}

const EDITS = [
  ['Отчёт о семинаре', 'Отчёт и приказ'],
  ['Директора школ', 'Директора школ, методцентр'],
] as const;

describe.each([
  ['docx', false],
  ['docx', true],
  ['xlsx', false],
  ['xlsx', true],
] as const)('import, edits in the plan, edits in an older .%s copy (git: %s)', (format, withGit) => {
  it.skipIf(withGit && !has('git'))('come together with no edit of either side lost', async () => {
    const { cwd, copy } = await begun(format, withGit);
    writeFileSync(join(cwd, copy), edited(readFileSync(join(cwd, copy)), ...EDITS));
    const done = await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd });
    expect(done.code).toBe(0);
    bothSides(planOf(cwd));
    // Brought back once more it has nothing to say.
    const text = planOf(cwd);
    expect((await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd })).code).toBe(0);
    expect(planOf(cwd)).toBe(text);
  });
});

it.skipIf(!has('libreoffice')).each(['docx', 'xlsx'] as const)(
  'a .%s copy that LibreOffice saved still knows what it was made of',
  async (format) => {
    const { cwd, copy } = await begun(format, false);
    const saved = await convertByOffice(edited(readFileSync(join(cwd, copy)), ...EDITS), format, format);
    if (typeof saved === 'string') throw new Error(saved);
    writeFileSync(join(cwd, copy), saved);
    expect((await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd })).code).toBe(0);
    bothSides(planOf(cwd));
  },
);

describe('a copy that does not know what it was made of', () => {
  const without = (bytes: Uint8Array): Uint8Array => {
    const parts = unzipSync(bytes);
    const custom = strFromU8(parts['docProps/custom.xml']!);
    parts['docProps/custom.xml'] = strToU8(
      custom.replace(/<property [^>]*name="roadmap\.text[^>]*>.*?<\/property>/g, ''),
    );
    return zipSync(parts);
  };

  it('is not written into the plan without --force, and says so before', async () => {
    const { cwd, copy } = await begun('docx', false);
    const before = planOf(cwd);
    writeFileSync(join(cwd, copy), without(edited(readFileSync(join(cwd, copy)), ...EDITS)));
    const refused = await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd });
    expect(refused.code).toBe(2);
    expect(planOf(cwd)).toBe(before);
    const dry = await runHere(importCommand, [copy, '--update', 'sosnovka', '--dry-run'], { cwd });
    expect([dry.code, planOf(cwd) === before, dry.stdout.includes('+')]).toEqual([0, true, true]);
    const forced = await runHere(importCommand, [copy, '--update', 'sosnovka', '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(planOf(cwd)).toContain('- Отчёт и приказ');
  });

  it('is none where its text is another plan’s', async () => {
    const { cwd, copy } = await begun('docx', false);
    const parts = unzipSync(readFileSync(join(cwd, copy)));
    const custom = strFromU8(parts['docProps/custom.xml']!);
    parts['docProps/custom.xml'] = strToU8(
      custom.replace(/(name="roadmap\.edition"[^>]*><vt:lpwstr>)\w/, '$1z'),
    );
    writeFileSync(join(cwd, copy), edited(zipSync(parts), ...EDITS));
    expect((await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd })).code).toBe(2);
  });
});

describe('executors of an edited cell', () => {
  const update = async (was: string, is: string): Promise<string> => {
    const cwd = newFolder();
    writeFileSync(join(cwd, 'план.docx'), original);
    await runHere(importCommand, ['план.docx', '-o', 'sosnovka.plan.yaml'], { cwd });
    await runHere(render, ['plan', 'sosnovka', '-o', 'к.docx'], { cwd });
    const before = planOf(cwd);
    writeFileSync(join(cwd, 'к.docx'), edited(readFileSync(join(cwd, 'к.docx')), [was, is]));
    expect((await runHere(importCommand, ['к.docx', '--update', 'sosnovka'], { cwd })).code).toBe(0);
    const after = planOf(cwd);
    const names = (text: string): string => /\nexecutors:\n([\s\S]*?)\n\n/.exec(text)![1]!;
    expect(names(after)).toBe(names(before));
    // The same copy once more has nothing to change, whichever names it calls them by.
    expect((await runHere(importCommand, ['к.docx', '--update', 'sosnovka'], { cwd })).code).toBe(0);
    expect(planOf(cwd)).toBe(after);
    return /number: "2"[\s\S]*?executors: (\[.*?\])/.exec(after)![1]!;
  };

  it.each([
    ['a semicolon', 'Отдел образования; методист центра', '[отдел-образования, методист-центра]'],
    ['«и»', 'Директора школ и методист центра', '[директора-школ, методист-центра]'],
    ['another case', 'ОТДЕЛ ОБРАЗОВАНИЯ', '[отдел-образования]'],
    ['names run together', 'Отдел образования методцентр', '[отдел-образования, методцентр]'],
    ['names in another order', 'МЕТОДЦЕНТР и директора школ', '[методцентр, директора-школ]'],
  ])('are split and known again: %s', async (_, is, wanted) => {
    expect(await update('Директора школ', is)).toBe(wanted);
  });
});

describe('verify of a foreign document', () => {
  it('finds no difference to the plan just read from it, and each that was made since', async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, 'план.docx'), original);
    await runHere(importCommand, ['план.docx', '-o', 'sosnovka.plan.yaml'], { cwd });
    expect((await runHere(verify, ['план.docx', 'sosnovka'], { cwd })).code).toBe(0);
    writeFileSync(
      join(cwd, 'план.docx'),
      edited(original, ['до 20 июня', 'до 25 июня'], ['Справка', 'Доклад']),
    );
    const found = await runHere(verify, ['план.docx', 'sosnovka', '--format', 'json'], { cwd });
    expect(found.code).toBe(1);
    const { cells } = JSON.parse(found.stdout) as {
      cells: { item: string; plan: string; document: string }[];
    };
    expect(cells.map(({ item, plan, document }) => [item, plan, document])).toEqual([
      ['2', 'до 20 июня', 'до 25 июня'],
      ['3', 'Справка', 'Доклад'],
    ]);
  });
});

/** Puts the row of an item in another form: gone, struck out, or with a row behind it. */
const rowEdited = (bytes: Uint8Array, number: string, edit: (row: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml']!);
  const row = rowOf(xml, number);
  parts['word/document.xml'] = strToU8(xml.replace(row, () => edit(row)));
  return zipSync(parts);
};

const struckOut = (row: string): string =>
  row
    .replaceAll('<w:rPr>', '<w:rPr><w:strike/>')
    .replace(/<w:r>(?!<w:rPr>)/g, '<w:r><w:rPr><w:strike/></w:rPr>');

const newRow = (row: string, ...texts: readonly string[]): string => {
  const cells = texts.map((text) => `<w:tc><w:tcPr/>${p(text)}</w:tc>`).join('');
  return `${row}<w:tr>${cells}</w:tr>`;
};

describe('rows of an older copy, while the author goes on', () => {
  const back = async (edit: (bytes: Uint8Array) => Uint8Array) => {
    const { cwd, copy } = await begun('docx', false);
    writeFileSync(join(cwd, copy), edit(readFileSync(join(cwd, copy))));
    const first = await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd });
    const text = planOf(cwd);
    const second = await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd });
    expect(planOf(cwd)).toBe(text);
    expect(text).toContain('when: до 10 июня # перенесли');
    expect(text).toContain('action: Издать сборник');
    return { text, codes: [first.code, second.code], told: first.stderr };
  };

  it('one that was added comes in once', async () => {
    const { text, codes } = await back((bytes) =>
      rowEdited(bytes, '1', (row) =>
        newRow(row, '1.1', 'Провести слёт', 'июль', 'методцентр; директора школ', 'Отчёт'),
      ),
    );
    expect(codes).toEqual([0, 0]);
    expect(text).toMatch(/number: "1\.1"\n\s+action: Провести слёт\n\s+when: июль/);
    expect(text).toContain('executors: [методцентр, директора-школ]');
  });

  it('one that was taken out, or struck out, goes; one that the author changed since stays', async () => {
    const gone = await back((bytes) => rowEdited(bytes, '1', () => ''));
    expect([gone.codes, gone.text.includes('Провести семинар')]).toEqual([[0, 0], false]);
    const struck = await back((bytes) => rowEdited(bytes, '1', struckOut));
    expect([struck.codes, struck.text.includes('Провести семинар')]).toEqual([[0, 0], false]);
    expect(struck.told).toContain('Провести семинар');
    const kept = await back((bytes) => rowEdited(bytes, '2', () => ''));
    expect([kept.codes, kept.text.includes('Провести конкурс')]).toEqual([[1, 1], true]);
  });
});

it('an executor that the author has renamed since is still known by the older name', async () => {
  const { cwd, copy } = await begun('docx', false);
  const path = join(cwd, 'sosnovka.plan.yaml');
  writeFileSync(path, planOf(cwd).replace('name: Методист центра', 'name: Методист ЦРО'));
  writeFileSync(
    join(cwd, copy),
    edited(readFileSync(join(cwd, copy)), ['Директора школ', 'Директора школ, методист центра']),
  );
  expect((await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd })).code).toBe(0);
  const text = planOf(cwd);
  expect(text).toMatch(/number: "2"[\s\S]*?executors: \[директора-школ, методист-центра\]/);
  expect(text.match(/name: Методист/g)).toHaveLength(1);
});

it('a copy of another plan is refused, and nothing is written', async () => {
  const { cwd, copy } = await begun('docx', false);
  const other = join(cwd, 'other.plan.yaml');
  const text = planOf(cwd).replace(/^id: .*$/m, 'id: other');
  writeFileSync(other, text);
  expect((await runHere(importCommand, [copy, '--update', 'other'], { cwd })).code).toBe(2);
  expect(readFileSync(other, 'utf8')).toBe(text);
});

describe('a plan whose sections number their items anew and have terms', () => {
  const plan = `kind: plan
id: sections
level: municipal
title: План мероприятий
territory: Лесной район
period: 2023
approved-by: {position: Начальник отдела, name: А.А. Лугова, date: 2023-01-10}
executors:
  клуб: {name: Клуб}
  музей: {name: Музей}
sections:
  - number: I
    title: Весна
    when: март
    items:
      - {number: "1", action: Провести слёт, executors: [клуб], indicators: [Отчёт]}
      - {number: "2", action: Открыть выставку, when: до 15, executors: [музей], indicators: [Справка]}
  - number: II
    title: Осень
    when: октябрь
    items:
      - {number: "1", action: Провести поход, executors: [клуб], indicators: [Дневник]}
      - {number: "2", action: Подвести итоги, when: до 20, executors: [музей], indicators: [Доклад]}
`;
  it.each(['docx', 'xlsx'] as const)('takes the edits of a .%s copy to the right items', async (format) => {
    const cwd = newFolder();
    const path = join(cwd, 'sections.plan.yaml');
    writeFileSync(path, plan);
    const copy = `копия.${format}`;
    expect((await runHere(render, ['plan', 'sections', '-o', copy], { cwd })).code).toBe(0);
    writeFileSync(path, plan.replace('Дневник', 'Дневник похода'));
    writeFileSync(
      join(cwd, copy),
      edited(readFileSync(join(cwd, copy)), ['Провести поход', 'Провести большой поход'], ['до 20', 'до 25']),
    );
    const done = await runHere(importCommand, [copy, '--update', 'sections'], { cwd });
    expect([done.code, readFileSync(path, 'utf8')]).toEqual([
      0,
      plan
        .replace('Дневник', 'Дневник похода')
        .replace('Провести поход', 'Провести большой поход')
        .replace('до 20', 'до 25'),
    ]);
  });
});

describe('tracked changes of a copy', () => {
  it('are told by verify, and read the other way when asked', async () => {
    const { cwd, copy } = await begun('docx', false);
    writeFileSync(join(cwd, 'sosnovka.plan.yaml'), planOf(cwd).replace('до 10 июня', 'до 20 июня'));
    writeFileSync(
      join(cwd, copy),
      rowEdited(readFileSync(join(cwd, copy)), '1', (row) =>
        row.replace(
          /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>до[ \u00a0]20[ \u00a0]мая<\/w:t><\/w:r>/,
          '<w:del w:id="92" w:author="А"><w:r>$1<w:delText>до 20 мая</w:delText></w:r></w:del>' +
            '<w:ins w:id="93" w:author="А"><w:r>$1<w:t>до 30 мая</w:t></w:r></w:ins>',
        ),
      ),
    );
    const cells = async (...more: readonly string[]) => {
      const found = await runHere(verify, [copy, 'sosnovka', '--format', 'json', ...more], { cwd });
      const json = JSON.parse(found.stdout) as { cells: { item: string; document: string }[] };
      return json.cells.filter(({ item }) => item === '1').map(({ document }) => document);
    };
    expect(await cells()).toEqual(['до 30 мая']);
    expect(await cells('--changes', 'reject')).toEqual([]);
  });
});

describe('cells of a returned copy that hold no words', () => {
  const inSheet = (bytes: Uint8Array, edit: (sheet: string) => string): Uint8Array => {
    const parts = unzipSync(bytes);
    parts['xl/worksheets/sheet1.xml'] = strToU8(edit(strFromU8(parts['xl/worksheets/sheet1.xml']!)));
    return zipSync(parts);
  };
  it.each([
    ['a formula without a value', '<f>1+1</f>', ''],
    ['an error', '<f>1/0</f><v>#DIV/0!</v>', ' t="e"'],
  ])('%s takes nothing out of the plan: the author decides', async (_, inner, type) => {
    const { cwd, copy } = await begun('xlsx', false);
    const before = planOf(cwd);
    writeFileSync(
      join(cwd, copy),
      inSheet(readFileSync(join(cwd, copy)), (sheet) =>
        sheet.replace(/<c r="C3"( s="\d+") t="s"><v>\d+<\/v><\/c>/, `<c r="C3"$1${type}>${inner}</c>`),
      ),
    );
    const done = await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd });
    expect([done.code, planOf(cwd)]).toEqual([1, before]);
    expect(done.stderr).toContain('C3');
  });

  it('a deed struck out or emptied is never written as an item without one', async () => {
    const { cwd, copy } = await begun('docx', false);
    writeFileSync(join(cwd, copy), edited(readFileSync(join(cwd, copy)), ['Провести семинар', '']));
    const before = planOf(cwd);
    const done = await runHere(importCommand, [copy, '--update', 'sosnovka'], { cwd });
    expect([done.code, planOf(cwd)]).toEqual([1, before]);
  });
});

describe.each([false, true])('the whole story of one copy (git: %s)', (withGit) => {
  it.skipIf(withGit && !has('git')).each(['accept', 'reject'] as const)(
    'executors, a struck row, a comment and tracked changes (%s) come back, and what the author did meanwhile stays',
    async (changes) => {
      const { cwd, copy } = await begun('docx', withGit);
      const path = join(cwd, 'sosnovka.plan.yaml');
      if (withGit) {
        git(cwd, 'add', '-A');
        git(cwd, 'commit', '-qm', 'two');
        writeFileSync(path, planOf(cwd).replace('action: Издать сборник', 'action: Издать сборник работ'));
      }
      const parts = unzipSync(edited(readFileSync(join(cwd, copy)), ...EDITS));
      let xml = strFromU8(parts['word/document.xml']!);
      const third = rowOf(xml, '3');
      xml = xml.replace(third, () => struckOut(third));
      const first = rowOf(xml, '1');
      const tracked = first
        .replace(
          /<w:r>((?:(?!<\/w:r>).)*до[ \u00a0]20[ \u00a0]мая(?:(?!<\/w:r>).)*)<\/w:r>/,
          (_, inner: string) =>
            `<w:del w:id="91" w:author="Юрист"><w:r>${inner.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:r></w:del><w:ins w:id="92" w:author="Юрист"><w:r><w:t>до 25 мая</w:t></w:r></w:ins>`,
        )
        .replace('<w:p>', '<w:p><w:commentRangeStart w:id="0"/>')
        .replace('</w:p>', '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>');
      expect(tracked).toContain('до 25 мая');
      parts['word/document.xml'] = strToU8(xml.replace(first, () => tracked));
      parts['word/comments.xml'] = strToU8(
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Юрист"><w:p><w:r><w:t>Уточнить срок</w:t></w:r></w:p></w:comment></w:comments>',
      );
      const relations = 'word/_rels/document.xml.rels';
      parts[relations] = strToU8(
        strFromU8(parts[relations]!).replace(
          '</Relationships>',
          '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
      );
      writeFileSync(join(cwd, copy), zipSync(parts));
      const line = [copy, '--update', 'sosnovka', '--changes', changes];
      const done = await runHere(importCommand, line, { cwd });
      expect(done.code).toBe(0);
      const text = planOf(cwd);
      // The author's side.
      expect(text).toContain('when: до 10 июня # перенесли');
      expect(text).toContain(withGit ? 'action: Издать сборник работ' : 'action: Издать сборник');
      // The document's.
      expect(text).toContain('- Отчёт и приказ');
      expect(text).toMatch(/number: "2"[\s\S]*?executors: \[директора-школ, методцентр\]/);
      expect(text.includes('Подвести итоги')).toBe(false);
      expect(text).toContain(changes === 'accept' ? 'when: до 25 мая' : 'when: до 20 мая');
      for (const said of ['Юрист', 'Уточнить срок', 'Подвести итоги', 'исправлений'])
        expect(done.stdout + done.stderr).toContain(said);
      await runHere(importCommand, line, { cwd });
      expect(planOf(cwd)).toBe(text);
    },
  );
});

describe('a plan that prints some of its columns', () => {
  const plan = `kind: plan
id: narrow
title: План мероприятий
territory: Лесной район
period: 2023
executors:
  клуб: {name: Клуб}
columns:
COLUMNS
items:
  - {number: "1", action: Провести слёт, when: март, executors: [клуб], info: Сайт клуба}
  - {number: "2", action: Открыть выставку, when: до 15 мая, executors: [клуб], info: Афиша}
`;
  const headings = { number: '№', action: 'Мероприятие', info: 'Информация' } as const;
  it.each(
    (['docx', 'xlsx'] as const).flatMap((format) =>
      [['number', 'action', 'info'] as const, ['action', 'info'] as const, ['action'] as const].map(
        (columns) => [format, columns] as const,
      ),
    ),
  )('verifies clean as .%s with %j, and takes an edit of it with all else kept', async (format, columns) => {
    const cwd = newFolder();
    const path = join(cwd, 'narrow.plan.yaml');
    const text = plan.replace(
      'COLUMNS',
      columns.map((field) => `  - {field: ${field}, heading: ${headings[field]}}`).join('\n'),
    );
    writeFileSync(path, text);
    const copy = `копия.${format}`;
    expect((await runHere(render, ['plan', 'narrow', '-o', copy], { cwd })).code).toBe(0);
    expect((await runHere(verify, [copy, 'narrow'], { cwd })).code).toBe(0);
    writeFileSync(
      join(cwd, copy),
      edited(readFileSync(join(cwd, copy)), ['Провести слёт', 'Собрать вожатых']),
    );
    expect((await runHere(verify, [copy, 'narrow'], { cwd })).code).toBe(1);
    expect((await runHere(importCommand, [copy, '--update', 'narrow'], { cwd })).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text.replace('Провести слёт', 'Собрать вожатых'));
  });
});
