import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { collect } from '../../src/cli/collect/spec.ts';
import { render } from '../../src/cli/render/spec.ts';
import { runHere } from '../cli/in-process.ts';
import { type Answers, asExcel, fill, openForm } from './form-file.ts';

/** `examples/requests.yaml` is what the commands below write; `UPDATE_EXAMPLES=1` writes it anew. */
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const FILE = 'requests.yaml';
const HEAD = `# yaml-language-server: $schema=../schemas/requests.schema.json
# Кого о чём спросили в июне и кто ответил. Файл пишут \`roadmap render form … --record\`, \`--remind --record\`
# и \`roadmap collect … --write\`; показывает \`roadmap status examples --answers --as-of 2022-06-30\`.
kind: requests

requests: []
`;
const day = (month: number, date: number): Date => new Date(Date.UTC(2022, month - 1, date));

/** In time and about everything. */
const LESNOGORSK: Answers = {
  '9~i2': { date: day(5, 20), value: 3, result: 'В каждой школе проведено по три консультации.' },
  '10~x': { done: 'да', date: day(6, 10), evidence: 'письмо от 10.06.2022 № 233' },
  '10~i1': { date: day(6, 10), value: 3, of: 3 },
  '12~i1t20220401-20220430': { date: day(4, 21), value: 1 },
  '25~x': { done: 'да', date: day(6, 10), evidence: 'отчёт от 10.06.2022 № 1' },
  '25~i2': { date: day(6, 10), value: 3, of: 3 },
};
/** Of programmes and of April nothing; of the first stage no report yet. */
const ZARECHNY_FIRST: Answers = {
  '12~i2': { date: day(5, 24), value: 1, result: 'Вторая консультация проведена в обеих школах.' },
  '32~i2': { date: day(6, 8), value: 2, of: 2 },
};
/** A week later all but April. */
const ZARECHNY_SECOND: Answers = {
  ...ZARECHNY_FIRST,
  '14~x': {
    done: 'да',
    date: day(6, 17),
    result: 'Согласование задержано на период летних отпусков.',
    evidence: 'письмо от 17.06.2022 № 402',
  },
  '14~i1': { date: day(6, 17), value: 2, of: 2 },
  '32~x': { done: 'да', date: day(6, 8), evidence: 'evidence/zarechny/otchet-1-etap.md' },
};

test('the requests among the examples are what the commands write', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'roadmap-examples-'));
  try {
    cpSync(EXAMPLES, cwd, { recursive: true });
    writeFileSync(join(cwd, FILE), HEAD);
    const run = async (spec: Parameters<typeof runHere>[0], today: string, ...line: string[]) => {
      const { stderr, code } = await runHere(spec, line, { cwd, now: `${today}T09:00:00Z` });
      expect([line.join(' '), code, stderr]).toEqual([line.join(' '), 0, stderr]);
    };
    const answer = async (today: string, form: string, name: string, answers: Answers, by: string) => {
      const file = readdirSync(join(cwd, 'формы')).find((one) => one.startsWith(form))!;
      const filled = asExcel(fill(openForm(readFileSync(join(cwd, 'формы', file))), answers, by));
      mkdirSync(join(cwd, 'ответы'), { recursive: true });
      writeFileSync(join(cwd, 'ответы', name), filled);
      await run(collect, today, `ответы/${name}`, '--write');
    };

    const districts = ['Лесногорский муниципальный округ', 'Заречный район', 'Каменский городской округ'];
    await run(
      render,
      '2022-06-01',
      ...['form', 'ozersky-krai-2022', ...districts.flatMap((name) => ['--for', name])],
      ...['--due', '2022-03-01..2022-06-10', '--answer-by', '2022-06-10', '--record', '-o', 'формы'],
    );
    await answer('2022-06-09', 'zarechny', 'Заречный.xlsx', ZARECHNY_FIRST, 'М.В. Ольховская');
    await answer('2022-06-10', 'lesnogorsk', 'Лесногорск.xlsx', LESNOGORSK, 'А.Б. Сосновский');
    await run(
      render,
      '2022-06-14',
      ...['form', 'ozersky-krai-2022', '--remind', '--record', '--answer-by', '2022-06-20', '-o', 'письма'],
    );
    await run(
      render,
      '2022-06-14',
      ...['form', 'zarechny-2022', '--for', 'управление', '--due', '2022-06-01..2022-06-30'],
      ...['--answer-by', '2022-06-24', '--record', '-o', 'формы'],
    );
    await answer(
      '2022-06-20',
      'zarechny-2022 З',
      'Заречный (дополнено).xlsx',
      ZARECHNY_SECOND,
      'М.В. Ольховская',
    );

    const written = readFileSync(join(cwd, FILE), 'utf8');
    if (process.env.UPDATE_EXAMPLES) writeFileSync(join(EXAMPLES, FILE), written);
    // The digest of an answer changes with the look of the form.
    const known = (text: string): string => text.replace(/digest: \w+/g, 'digest: …');
    expect(known(written)).toBe(known(readFileSync(join(EXAMPLES, FILE), 'utf8')));
    // All of it was recorded before: an answer that says the same writes no facts.
    for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.facts.yaml')))
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(readFileSync(join(EXAMPLES, file), 'utf8'));
    expect(readdirSync(cwd).filter((name) => name.endsWith('.facts.yaml'))).toHaveLength(3);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});
