import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertByOffice } from '../../src/io/office.ts';
import { exampleText, inRow, inWord, rendered, withPart } from '../import/update/edited.ts';
import { docx } from '../import/word-file.ts';
import { has } from '../needs.ts';
import { folderWith, runRoadmap, startRoadmap } from './run-roadmap.ts';
import { CTRL_C, typing } from './typing.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const exampleFiles = (): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(examples)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(examples + name)]),
  );

const id = 'zarechny-2022';
const file = `${id}.plan.yaml`;
const report = docx(
  [
    '<w:p><w:r><w:t>Отчёт о реализации дорожной карты в 2022 году</w:t></w:r></w:p>',
    table([
      ['№', 'Мероприятие', 'Срок', 'Исполнитель', 'Результат выполнения'],
      ['1', 'Провести семинар', 'Март 2022 г.', 'Методцентр', 'Проведён 14.03.2022'],
    ]),
  ].join(''),
);

function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

describe('the screen', () => {
  it('gets a plan as clean as a file is: no control characters, no signs that turn letters round', async () => {
    const signs = '\u202e\u2066\u200e\u009b';
    const word = docx(
      table([
        ['№', 'Мероприятие', 'Срок', 'Исполнитель'],
        ['1', `Провести ${signs}семинар`, `до 20${signs} мая`, `Метод${signs}центр`],
      ]),
    );
    const folder = folderWith({ 'план.docx': word });
    const shown = await runRoadmap(['import', 'план.docx'], { cwd: folder });
    const saved = await runRoadmap(['import', 'план.docx', '-o', 'p.plan.yaml'], { cwd: folder });
    expect([shown.code, saved.code]).toEqual([0, 0]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const harmful = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
    expect(harmful.exec(shown.stdout + shown.stderr)).toBeNull();
    expect(harmful.exec(readFileSync(join(folder, 'p.plan.yaml'), 'utf8'))).toBeNull();
    expect(shown.stdout).toContain('\\u202e');
  });
});

describe('a new plan', () => {
  it.each(['плохой id', 'a#1', ''])(
    'is not written under the id «%s», which no plan may have',
    async (name) => {
      const cwd = folderWith({ 'отчёт.docx': report });
      const done = await runRoadmap(['import', 'отчёт.docx', '-o', 'x.yaml', '--id', name], { cwd });
      expect(done).toMatchObject({ code: 2, stdout: '' });
      expect(readdirSync(cwd)).toEqual(['отчёт.docx']);
    },
  );

  it('is written with its facts beside it, passes the check and is its own layout', async () => {
    const cwd = folderWith({ 'отчёт.docx': report });
    const done = await runRoadmap(
      ['import', 'отчёт.docx', '-o', 'k/план.plan.yaml', '--id', 'my', '--level', 'municipal'],
      { cwd },
    );
    expect(done).toMatchObject({ code: 0, stdout: '' });
    const plan = readFileSync(join(cwd, 'k/план.plan.yaml'), 'utf8');
    const facts = readFileSync(join(cwd, 'k/план.facts.yaml'), 'utf8');
    expect(plan.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=https://roadmap-ru.github.io/schemas/plan.schema.json',
    );
    expect(plan.split('\n').slice(1, 4)).toEqual(['kind: plan', 'id: my', 'level: municipal']);
    expect(facts.split('\n').slice(1, 3)).toEqual(['kind: facts', 'plan: my']);
    const check = await runRoadmap(['check', '--format', 'json'], { cwd });
    const { findings } = JSON.parse(check.stdout) as { findings: { rule: string }[] };
    expect(findings.filter(({ rule }) => /schema|syntax|unknown/.test(rule))).toEqual([]);
    expect(await runRoadmap(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  it('is printed without -o, and names a schema of the repository', async () => {
    const cwd = folderWith({ 'отчёт.docx': report, 'schemas/plan.schema.json': '{}' });
    const done = await runRoadmap(['import', 'отчёт.docx'], { cwd });
    expect(done.code).toBe(0);
    expect(done.stdout.split('\n').slice(0, 2)).toEqual([
      '# yaml-language-server: $schema=schemas/plan.schema.json',
      'kind: plan',
    ]);
    expect(readdirSync(cwd).sort()).toEqual(['schemas', 'отчёт.docx']);
  });

  it('never takes the place of a file without --force', async () => {
    const cwd = folderWith({ 'отчёт.docx': report, 'a.facts.yaml': 'mine\n' });
    expect(await runRoadmap(['import', 'отчёт.docx', '-o', 'a.yaml'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
    });
    expect(readdirSync(cwd).sort()).toEqual(['a.facts.yaml', 'отчёт.docx']);
    expect(readFileSync(join(cwd, 'a.facts.yaml'), 'utf8')).toBe('mine\n');
    expect((await runRoadmap(['import', 'отчёт.docx', '-o', 'a.yaml', '--force'], { cwd })).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['a.facts.yaml', 'a.yaml', 'отчёт.docx']);
  });
});

describe('what is no road map', () => {
  const files: Record<string, Uint8Array> = {
    'empty.docx': new Uint8Array(),
    'pdf.docx': strToU8('%PDF-1.7\n'),
    'cut.docx': report.slice(0, report.length >> 1),
    'zip.docx': zipSync({ 'a.txt': strToU8('a') }),
    'bare.docx': docx('<w:p><w:r><w:t>Письмо</w:t></w:r></w:p>'),
  };

  it('is refused in one line, with code 2, and nothing is written', async () => {
    const cwd = folderWith(files);
    for (const name of Object.keys(files)) {
      const done = await runRoadmap(['import', name, '-o', 'plan.yaml'], { cwd });
      expect([name, done.code, done.stdout, done.stderr.includes(name)]).toEqual([name, 2, '', true]);
    }
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort());
  });

  it('a missing file, a folder and options that do not go together too', async () => {
    const cwd = folderWith({ 'отчёт.docx': report });
    const codes = await Promise.all(
      [
        ['import', 'нет.docx'],
        ['import', '.'],
        ['import', 'отчёт.docx', '-o', 'plan.txt'],
        ['import', 'отчёт.docx', '--dry-run'],
        ['import', 'отчёт.docx', '--update', 'p', '-o', 'x.yaml'],
      ].map((line) => runRoadmap(line, { cwd })),
    );
    expect(codes.map(({ code, stdout }) => [code, stdout])).toEqual(codes.map(() => [2, '']));
  });
});

describe.skipIf(!has('libreoffice'))('older formats', () => {
  let odt: Uint8Array;
  beforeAll(async () => {
    const made = await convertByOffice(await rendered(id, 'docx'), 'docx', 'odt');
    if (typeof made === 'string') throw new Error(made);
    odt = made;
  });

  it('are read by way of LibreOffice', async () => {
    const cwd = folderWith({ 'план.docx': await rendered(id, 'docx'), 'план.odt': odt });
    const [old, own] = await Promise.all(
      ['план.odt', 'план.docx'].map((name) => runRoadmap(['import', name, '--id', 'x'], { cwd })),
    );
    expect(old).toMatchObject({ code: 0, stdout: own!.stdout });
  });

  it('are told by their content: «.xls» that is a page of a web service', async () => {
    const row = (cells: readonly string[]): string =>
      `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const cwd = folderWith({
      'отчёт.xls': `<html><head><meta charset="utf-8"></head><body><p>План работы лицея на 2024 год</p><table>${row(['№', 'Мероприятие', 'Срок', 'Ответственный'])}${row(['1', 'Педсовет', 'январь', 'Директор'])}</table></body></html>`,
    });
    const { code, stdout } = await runRoadmap(['import', 'отчёт.xls'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('title: План работы лицея на 2024 год');
    expect(stdout).toContain('action: Педсовет');
  });

  it('of a folder too, with one sum in the order of the files', async () => {
    const cwd = folderWith({
      'd/1.docx': await rendered(id, 'docx'),
      'd/2.rtf': '{\\rtf1 a}',
      'd/3.odt': odt,
      'd/4.docx': report,
    });
    const done = await runRoadmap(['import', 'd', '-o', 'plans'], { cwd });
    expect(done).toMatchObject({ code: 1, stdout: '' });
    expect(
      done.stderr
        .split('\n')
        .slice(0, 4)
        .map((each) => each.split(':')[0]),
    ).toEqual(['plans/1.plan.yaml', '2.rtf', 'plans/3.plan.yaml', 'plans/4.plan.yaml']);
    const [first, second] = ['1', '3'].map((n) => readFileSync(join(cwd, `plans/${n}.plan.yaml`), 'utf8'));
    expect(second!.replace('id: "3"', 'id: "1"')).toBe(first);
  });

  it.skipIf(!has('script'))('are told while they are waited for; Ctrl-C leaves nothing behind', async () => {
    const cwd = folderWith({ 'a.odt': odt });
    const done = await typing(['import', 'a.odt', '-o', 'p.yaml'], cwd, [
      'LibreOffice читает «a.odt»',
      CTRL_C,
    ]);
    expect(done.code).not.toBe(0);
    expect(readdirSync(cwd)).toEqual(['a.odt']);
  });

  it.skipIf(process.platform === 'win32')('nor does what the program had put aside for itself', async () => {
    const cwd = folderWith({ 'a.odt': odt, 'bin/soffice': '' });
    const program = join(cwd, 'bin/soffice');
    writeFileSync(program, '#!/bin/sh\n: > "$TMPDIR/lu1.tmp"\nkill -INT $PPID\nexec sleep 60\n');
    chmodSync(program, 0o755);
    const done = await startRoadmap(['import', 'a.odt', '-o', 'p.yaml'], {
      cwd,
      env: { PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, TMPDIR: cwd },
    });
    expect(done.code).not.toBe(0);
    expect(readdirSync(cwd)).toEqual(['a.odt', 'bin']);
  });

  it('or named, where it is not installed', async () => {
    const cwd = folderWith({ 'a.rtf': '{\\rtf1 a}' });
    const done = await startRoadmap(['import', 'a.rtf'], { cwd, env: { PATH: '' } });
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(done.stderr.split('\n')[0]).toBe(
      '«a.rtf»: файл этого формата читается через LibreOffice, а он не установлен (команда soffice не найдена).',
    );
  });
});

describe('edits brought back', () => {
  const git = (cwd: string, ...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      stdio: 'ignore',
    });
  };

  it('show as a diff first, then go into the file', async () => {
    const document = inWord(await rendered(id, 'docx'), (xml) =>
      inRow(xml, '3', 'до 25 марта 2022 г.', 'до 1 апреля 2022 г.'),
    );
    const cwd = folderWith({ ...exampleFiles(), 'правки.docx': document });
    const before = readFileSync(join(cwd, file), 'utf8');
    const dry = await runRoadmap(['import', 'правки.docx', '--update', id, '--dry-run'], { cwd });
    expect(dry.code).toBe(0);
    expect(dry.stdout.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      `--- ${file}`,
      `+++ ${file}`,
      '-    when: до 25 марта 2022 г.',
      '+    when: до 1 апреля 2022 г.',
    ]);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
    const done = await runRoadmap(['import', 'правки.docx', '--update', file], { cwd });
    expect(done).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before.replace('до 25 марта', 'до 1 апреля'));
  });

  it.skipIf(!has('git'))('against the edition of the document, found in git', async () => {
    const document = inWord(await rendered(id, 'docx'), (xml) =>
      inRow(
        inRow(xml, '3', 'до 25 марта 2022 г.', 'до 1 апреля 2022 г.'),
        '4',
        'до 4 марта 2022 г.',
        'до 5 марта 2022 г.',
      ),
    );
    const cwd = folderWith({ ...exampleFiles(), 'правки.docx': document });
    const before = readFileSync(join(cwd, file), 'utf8');
    git(cwd, 'init', '-q');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-qm', 'one');
    const ours = before
      .replace('до 25 марта', 'до 30 марта')
      .replace('when: до 16 мая 2022 г.', 'when: до 17 мая 2022 г.');
    writeFileSync(join(cwd, file), ours);
    const done = await runRoadmap(['import', 'правки.docx', '--update', id], { cwd });
    // Item 25 stays as the plan has it, item 3 is a conflict, item 4 comes from the document.
    expect(done.code).toBe(1);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(ours.replace('до 4 марта', 'до 5 марта'));
  });

  it('of an edition nobody knows are not written without --force', async () => {
    const document = withPart(await rendered(id, 'docx'), 'docProps/custom.xml', (xml) =>
      xml.replace(/[0-9a-f]{32}/, '0'.repeat(32)),
    );
    const before = exampleText(id);
    const ours = before.replace('до 25 марта', 'до 30 марта');
    const cwd = folderWith({ ...exampleFiles(), 'a.docx': document, [file]: ours });
    const refused = await runRoadmap(['--lang', 'en', 'import', 'a.docx', '--update', id], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr.split('\n')[0]).toBe(
      'The edition the document was made of is told neither by the document nor by git: where plan and document differ it cannot be seen which of them was edited.',
    );
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(ours);
    expect((await runRoadmap(['import', 'a.docx', '--update', id, '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
  });

  it('of a damaged document change nothing', async () => {
    const document = await rendered(id, 'docx');
    const cwd = folderWith({
      ...exampleFiles(),
      'a.docx': document.slice(0, 5000),
      'b.docx': strToU8('%PDF-1.7'),
    });
    for (const name of ['a.docx', 'b.docx']) {
      expect((await runRoadmap(['import', name, '--update', id], { cwd })).code).toBe(2);
    }
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(exampleText(id));
  });

  it('of another plan are refused', async () => {
    const cwd = folderWith({ ...exampleFiles(), 'a.docx': await rendered(id, 'docx') });
    const done = await runRoadmap(['import', 'a.docx', '--update', 'kamensky-2022'], { cwd });
    expect(done).toMatchObject({ code: 2, stdout: '' });
  });

  it('do not go into a file that does not read cleanly', async () => {
    const cwd = folderWith({ ...exampleFiles(), 'a.docx': await rendered(id, 'docx') });
    const broken = `${readFileSync(join(cwd, file), 'utf8')}  - "\n`;
    writeFileSync(join(cwd, file), broken);
    const done = await runRoadmap(['import', 'a.docx', '--update', file], { cwd });
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(broken);
  });
});
