import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importCommand } from '../../src/cli/import/spec.ts';
import type { PlanDocument } from '../../src/schema/generated/types.ts';
import { docx } from '../import/word-file.ts';
import { has } from '../needs.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';
import { CTRL_C, typing } from './typing.ts';

const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((text) => `<w:tc>${line(text)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A plan that says neither its period nor whose it is, and has one body under two names. */
const open = docx(
  line('План мероприятий по подготовке к конкурсу чтецов') +
    table([
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', 'Объявить конкурс', 'март', 'Совет наставников'],
      ['2', 'Собрать заявки', 'апрель', 'Наставники совета'],
      ['3', 'Провести финал', 'май', 'Совет наставников'],
    ]),
);

const planIn = (cwd: string): PlanDocument =>
  parse(readFileSync(join(cwd, 'p.yaml'), 'utf8')) as PlanDocument;

async function answered(...answers: readonly string[]): Promise<{ plan: PlanDocument; asked: string }> {
  const cwd = folderWith({ 'open.docx': open });
  const done = await runHere(importCommand, ['open.docx', '-o', 'p.yaml'], { cwd, answers });
  expect(done).toMatchObject({ code: 0, stdout: '' });
  return { plan: planIn(cwd), asked: done.stderr };
}

describe('import asks somebody at a terminal', () => {
  it('for the period, whose plan it is, and whether two are one', async () => {
    const { plan, asked } = await answered('2024', 'МБОУ «СОШ № 3»', 'да');
    expect(plan).toMatchObject({ period: 2024, territory: 'МБОУ «СОШ № 3»', level: 'school' });
    expect(plan.executors).toEqual({
      'совет-наставников': { name: 'Совет наставников', aliases: ['Наставники совета'] },
    });
    expect(plan.items?.map(({ executors }) => executors)).toEqual(Array(3).fill(['совет-наставников']));
    expect(asked).not.toContain('Посмотрите сами');
  });

  it('in words too, and again where an answer makes no sense', async () => {
    const { plan, asked } = await answered('скоро', '2023-2024 учебный год', '', 'может быть', 'Нет');
    expect(plan.period).toBe('2023/24');
    expect(plan).not.toHaveProperty('territory');
    expect(Object.values(plan.executors ?? {}).map(({ aliases }) => aliases)).toEqual([undefined, undefined]);
    expect(asked.match(/Период плана: /g)).toHaveLength(2);
    expect(asked.match(/один исполнитель\?/g)).toHaveLength(2);
  });

  it('and leaves open what is not answered', async () => {
    const { plan, asked } = await answered();
    expect(plan).not.toHaveProperty('period');
    expect(plan).not.toHaveProperty('territory');
    expect(asked).toContain('Посмотрите сами (2):');
  });

  it('but nobody elsewhere', async () => {
    const cwd = folderWith({ 'open.docx': open });
    const done = await runHere(importCommand, ['open.docx', '-o', 'p.yaml'], { cwd });
    expect(done.stderr).not.toContain('?');
    expect(done.stderr).toContain('Посмотрите сами (2):');
  });

  it('only before anything is written, and not at all where the file is there already', async () => {
    const cwd = folderWith({ 'open.docx': open, 'p.yaml': 'mine' });
    const done = await runHere(importCommand, ['open.docx', '-o', 'p.yaml'], { cwd, answers: ['2024'] });
    expect(done.code).toBe(2);
    expect(done.stderr).not.toContain('Период плана');
  });
});

const importing = ['import', 'open.docx', '-o', 'p.yaml'];

describe.skipIf(!has('script'))('at a real terminal', () => {
  it('answers go into the plan', async () => {
    const cwd = folderWith({ 'open.docx': open });
    const { code } = await typing(
      importing,
      cwd,
      ['Период плана', '2024\r'],
      ['Чей это план', 'Заречный район\r'],
      ['один исполнитель', 'да\r'],
    );
    expect(code).toBe(0);
    expect(planIn(cwd)).toMatchObject({ period: 2024, territory: 'Заречный район' });
  });

  it('Ctrl-C leaves nothing behind', async () => {
    const cwd = folderWith({ 'open.docx': open });
    const { code } = await typing(importing, cwd, ['Период плана', '2024\r'], ['Чей это план', CTRL_C]);
    expect(code).not.toBe(0);
    expect(readdirSync(cwd)).toEqual(['open.docx']);
  });
});
