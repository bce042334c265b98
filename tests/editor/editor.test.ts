import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../../src/api.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { folderWith, ROOT, runRoadmap } from '../cli/run-roadmap.ts';
import { type Diagnostic, type Editor, openEditor } from './client.ts';

const textOf = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

const documentsIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.yaml'));

const linesOf = (diagnostics: readonly Diagnostic[]): readonly number[] =>
  diagnostics.map(({ range }) => range.start.line + 1).sort((a, b) => a - b);

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const plan = JSON.parse(textOf('schemas', 'plan.schema.json')) as SchemaNode;

let editor: Editor;

beforeAll(async () => {
  const schemas = Object.fromEntries(
    ['plan', 'facts'].map((kind) => [join(ROOT, 'schemas', `${kind}.schema.json`), `*.${kind}.yaml`]),
  );
  editor = await openEditor(join(ROOT, 'tests', 'crooked'), { 'yaml.schemas': schemas });
});

afterAll(() => editor.close());

test('nothing is said of the examples: the schema is named in their first line', async () => {
  // The server waits a little after each change of a document: side by side they wait together.
  await Promise.all(
    documentsIn('examples').map(async (name) => {
      const text = textOf('examples', name);
      const isNamed = text.split('\n')[0]?.startsWith('# yaml-language-server: $schema=');
      expect([name, isNamed]).toEqual([name, true]);
      expect([name, await editor.diagnose(join(ROOT, 'examples', name), text)]).toEqual([name, []]);
    }),
  );
});

/** Of what a schema cannot know: quotation marks within a text, figures that lost a nought, texts cut in two. */
const BEYOND_SCHEMA = new Set(['syntax-kavychki', 'syntax-nomer', 'syntax-zapyataya', 'encoding-1251']);

/** Lines on which a parser stumbles are not always those where the mistake is. */
const ELSEWHERE = new Set(['syntax-nezakrytye', 'syntax-otstup', 'syntax-reshyotka', 'encoding-utf16']);

const baseOf = (name: string): string => name.slice(0, name.indexOf('.'));

test('crooked files, bound by settings: the editor tells of the lines that the check tells of, and of no other', async () => {
  const names = documentsIn(join('tests', 'crooked')).filter(
    (file) => /\.(plan|facts)\.yaml$/.test(file) && !BEYOND_SCHEMA.has(baseOf(file)),
  );
  const judge = async (name: string): Promise<void> => {
    const text = textOf('tests', 'crooked', name);
    const own = check(loadWorkspace(memoryFiles({ [name]: text })), { asOf: '2022-06-01' }).findings;
    const lines = own
      .filter(({ rule }) => rule === 'schema' || rule === 'syntax' || rule === 'encoding')
      .map(({ line }) => line);
    const base = baseOf(name);
    const told = linesOf(await editor.diagnose(join(ROOT, 'tests', 'crooked', name), text));
    const seen = ELSEWHERE.has(base) ? told.length > 0 : [...new Set(told)];
    expect([name, seen]).toEqual([name, ELSEWHERE.has(base) ? lines.length > 0 : [...new Set(lines)]]);
  };
  await Promise.all(names.map(judge));
});

const EVERY_FORM = `kind: plan
id: zarechny-2022
level: municipal
title: План мероприятий
period: {from: 01.09.2021, to: 2022-08-31}
implements: [krai-2022, strana-2022]
order:
  type: распоряжение
  issuer: Управление образования
  number: 127
  date: 22.04.2021
  subject: Об утверждении плана
  clauses:
    - Утвердить план
    - {text: Руководителям, clauses: [обеспечить, представить]}
  signatory: {position: Начальник, name: И.О. Фамилия}
executors:
  управление: {name: Управление образования, aliases: [УО], acts-as: [моуо, ммс]}
  школы: {name: Школы, level: school}
glossary: {ШНОР: школа с низкими образовательными результатами}
stages:
  - {title: 1-й этап, until: 20.10.2021}
items:
  - number: 1
    action: Утвердить план
    when: {text: в дни каникул, from: 2021-11-01, to: 2021-11-07}
    executors: [управление, {key: школы, note: (участие)}]
    indicators:
      - Приказ
      - {text: 40 % школ, kind: percent, op: ">=", value: 40, of: школы, by: 2022-06-30}
    implements: ["krai-2022#1.6"]
    info: {text: Сайт, url: "https://example.ru"}
  - {number: 1.2, excluded: приказ от 12.05.2021 № 80, action: Прежнее}
  - number: "3"
    action: Провести
    parts:
      - {action: Первый раз, when: октябрь, executors: [школы], indicators: [Протокол]}
    implements: []
    extra: {финансирование: без финансирования}
waivers:
  - {rule: uncovered-obligation, item: "1.45", reason: не участвуем, until: 31.12.2021}
`;

test('every form the format allows is fine with the editor, as it is with the check', async () => {
  const name = 'formy.plan.yaml';
  expect(await editor.diagnose(join(ROOT, 'tests', 'crooked', name), EVERY_FORM)).toEqual([]);
  const { findings } = check(loadWorkspace(memoryFiles({ [name]: EVERY_FORM })), { asOf: '2022-06-01' });
  expect(findings.filter(({ rule }) => rule === 'schema' || rule === 'syntax')).toEqual([]);
});

/** Markdown as the server escapes it, back to the text. */
const plain = (markdown: string): string =>
  markdown.replace(/\\([^\p{L}\p{N}\s])/gu, '$1').replaceAll('&nbsp;', ' ');

test('hovering shows what the schema says of a key, in Russian', async () => {
  const path = join(ROOT, 'tests', 'crooked', 'formy.plan.yaml');
  const item = plan.$defs?.ItemFields?.properties ?? {};
  const keys: readonly (readonly [string, string | undefined])[] = [
    ...['id', 'level', 'title', 'executors', 'waivers'].map(
      (key) => [`\n${key}:`, plan.properties?.[key]?.description] as const,
    ),
    ...['action', 'indicators', 'implements'].map(
      (key) => [`\n    ${key}:`, item[key]?.description] as const,
    ),
    // Of a value in the form of a map the map's own description is shown.
    ['\nperiod:', plan.$defs?.RangeFields?.description],
  ];
  for (const [at, description] of keys) {
    const shown = plain(await editor.hover(path, EVERY_FORM, at));
    expect([at, shown.includes(plain(description ?? 'нет описания'))]).toEqual([at, true]);
  }
});

test('completion offers the keys that are missing and the values that are allowed', async () => {
  const path = join(ROOT, 'tests', 'crooked', 'novy.plan.yaml');
  const begun = 'kind: plan\nid: novy\ntitle: План\nitems:\n  - number: "1"\n    action: Дело\n    ';
  const itemKeys = Object.keys(plan.$defs?.ItemFields?.properties ?? {});
  const offered = await editor.complete(path, begun, 'action: Дело\n    ');
  expect(new Set(offered)).toEqual(new Set(itemKeys.filter((key) => key !== 'number' && key !== 'action')));
  expect(await editor.complete(path, 'kind: plan\nlevel: ', 'level: ')).toEqual([
    'federal',
    'regional',
    'municipal',
    'school',
  ]);
  expect(await editor.complete(path, 'kind: plan\norder:\n  type: ', 'type: ')).toEqual([
    'приказ',
    'распоряжение',
    'постановление',
  ]);
});

test('what init writes works in the editor by its settings alone, by the first line alone', async () => {
  const folder = folderWith();
  await runRoadmap(['init', '--yes', '--year', '2026', '--territory', 'Заречный район'], { cwd: folder });
  const settings = JSON.parse(readFileSync(join(folder, '.vscode', 'settings.json'), 'utf8')) as object;
  const documents = [
    'plans/zarechnyi-2026.plan.yaml',
    'plans/zarechnyi-2026.facts.yaml',
    'roadmap.config.yaml',
  ];
  for (const [own, strip] of [
    [{}, false],
    [settings, true],
  ] as const) {
    const here = await openEditor(folder, own as Record<string, unknown>);
    for (const name of documents) {
      const text = readFileSync(join(folder, name), 'utf8');
      const seen = strip ? text.replace(/^# yaml-language-server.*\n/, '') : text;
      expect(await here.diagnose(join(folder, name), seen)).toEqual([]);
      expect(linesOf(await here.diagnose(join(folder, name), `${seen}\nlishnee: 1\n`))).toEqual([
        seen.split('\n').length + 1,
      ]);
    }
    await here.close();
  }
});
