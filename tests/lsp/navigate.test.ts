import { expect, it } from 'vitest';
import { definitionAt, type FileRange, referencesAt } from '../../src/lsp/navigate.ts';
import { renamableAt, renameAt } from '../../src/lsp/rename.ts';
import { REGION, type Region, regionWith } from './region.ts';

const region = regionWith();

const words = ({ file, range }: FileRange, of: Region = region): string =>
  `${file}: ${of.page(file).text.slice(...range)}`;

const lineOf = ({ file, range }: FileRange): string => {
  const { lines } = region.page(file);
  return `${file}: ${lines.lineOf(lines.positionOf(range[0]).line).trim()}`;
};

it.each([
  [
    'raion.plan.yaml',
    '[комитет]',
    'raion.plan.yaml: комитет: {name: Комитет по образованию, aliases: [КО], acts-as: моуо}',
  ],
  ['raion.plan.yaml', 'центр]', 'registry.yaml: центр: {name: Методический центр, acts-as: ммс}'],
  [
    'raion.plan.yaml',
    'моуо}',
    'krai.plan.yaml: моуо: {name: Органы управления образованием, level: municipal}',
  ],
  ['registry.yaml', 'ммс', 'krai.plan.yaml: ммс: {name: Методические службы, level: municipal}'],
  ['raion.plan.yaml', 'I/1]', 'krai.plan.yaml: - number: "1"'],
  ['raion.plan.yaml', 'krai-2022#II/1', 'krai.plan.yaml: - number: "1"'],
  ['raion.plan.yaml', 'krai-2022', 'krai.plan.yaml: id: krai-2022'],
  ['raion.plan.yaml', 'spravochnik', 'registry.yaml: id: spravochnik'],
  ['raion.facts.yaml', '"1.2"', 'raion.plan.yaml: - number: "1.2"'],
  ['raion.facts.yaml', 'raion-2022', 'raion.plan.yaml: id: raion-2022'],
  ['raion.links.yaml', 'I/1', 'krai.plan.yaml: - number: "1"'],
])('leads from %s, «%s»', (file, at, line) => {
  const found = definitionAt(region.page(file), region.in(file, at), region.context());
  expect(found && lineOf(found)).toBe(line);
});

it('leads nowhere from words, from keys and from names that nobody has', () => {
  const other = regionWith({
    'raion.facts.yaml': 'kind: facts\nplan: raion-2022\nfacts:\n  - {item: "9", done: true}\n',
  });
  const at = (file: string, where: string) =>
    definitionAt(other.page(file), other.in(file, where), other.context());
  expect([
    at('raion.plan.yaml', 'Утвердить'),
    at('raion.plan.yaml', 'indicators'),
    at('raion.facts.yaml', '"9"'),
  ]).toEqual([undefined, undefined, undefined]);
});

it('finds every place that names an executor of the registry, in all plans', () => {
  const found = referencesAt(
    region.page('registry.yaml'),
    region.in('registry.yaml', 'центр'),
    region.context(),
  );
  expect(found.map(lineOf)).toEqual([
    'registry.yaml: центр: {name: Методический центр, acts-as: ммс}',
    `gorod.plan.yaml: ${REGION['gorod.plan.yaml']?.split('\n')[8]?.trim()}`,
    'raion.plan.yaml: executors: [комитет, центр]',
  ]);
});

it('finds an item of the parent in plans, waivers and links, with or without its definition', () => {
  const at = region.in('krai.plan.yaml', '"1"', 1);
  const all = (withDefinition: boolean) =>
    referencesAt(region.page('krai.plan.yaml'), at, region.context(), withDefinition).map((one) =>
      words(one),
    );
  const named = ['gorod.plan.yaml: II/1', 'raion.plan.yaml: krai-2022#II/1'];
  expect(all(false)).toEqual(named);
  expect(all(true)).toEqual([named[0], 'krai.plan.yaml: "1"', named[1]]);
});

/** The files of the region after a renaming. */
function renamed(file: string, at: string, name: string, nth = 0): Record<string, string> {
  const result = renameAt(region.page(file), region.in(file, at, nth), name, region.context());
  if ('problem' in result) throw new Error(result.problem.ru);
  const texts: Record<string, string> = { ...REGION };
  const last = [...result.edits].sort((a, b) => b.range[0] - a.range[0]);
  for (const { file: its, range, text } of last)
    texts[its] = (texts[its] as string).slice(0, range[0]) + text + (texts[its] as string).slice(range[1]);
  return texts;
}

const with_ = (file: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(from);
    return text.replaceAll(from, to);
  }, REGION[file] as string);

it('renames an executor with all that names him', () => {
  expect(renamed('raion.plan.yaml', '[комитет]', 'упр')).toEqual({
    ...REGION,
    'raion.plan.yaml': with_('raion.plan.yaml', ['комитет', 'упр']),
  });
  expect(renamed('krai.plan.yaml', 'моуо', 'органы: все')).toEqual({
    ...REGION,
    'krai.plan.yaml': with_('krai.plan.yaml', ['моуо', '"органы: все"']),
    'raion.plan.yaml': with_('raion.plan.yaml', ['моуо', '"органы: все"']),
  });
  expect(renamed('gorod.plan.yaml', 'центр', 'мц')).toEqual({
    ...REGION,
    'registry.yaml': with_('registry.yaml', ['центр:', 'мц:']),
    'raion.plan.yaml': with_('raion.plan.yaml', ['центр', 'мц']),
    'gorod.plan.yaml': with_('gorod.plan.yaml', ['центр', 'мц']),
  });
});

it('renames an item with its facts, waivers and links', () => {
  expect(renamed('raion.facts.yaml', '"1.1"', '1.10')).toEqual({
    ...REGION,
    'raion.plan.yaml': with_('raion.plan.yaml', ['"1.1"', '"1.10"']),
    'raion.facts.yaml': with_('raion.facts.yaml', ['"1.1"', '"1.10"']),
    'raion.links.yaml': with_('raion.links.yaml', ['"1.1"', '"1.10"']),
  });
});

it('renames an item that is known by its section', () => {
  expect(renamed('krai.plan.yaml', '"1"', '5', 1)).toEqual({
    ...REGION,
    'krai.plan.yaml': (REGION['krai.plan.yaml'] as string).replace(
      /"1"(?=\n {8}action: Организовать)/,
      '"5"',
    ),
    'raion.plan.yaml': with_('raion.plan.yaml', ['krai-2022#II/1', 'krai-2022#II/5']),
    'gorod.plan.yaml': with_('gorod.plan.yaml', ['II/1', 'II/5']),
  });
});

it('renames a section in the names of its items', () => {
  expect(renamed('krai.plan.yaml', 'II\n', 'III')).toEqual({
    ...REGION,
    'krai.plan.yaml': with_('krai.plan.yaml', ['number: II\n', 'number: III\n']),
    'raion.plan.yaml': with_('raion.plan.yaml', ['krai-2022#II/1', 'krai-2022#III/1']),
    'gorod.plan.yaml': with_('gorod.plan.yaml', ['II/1', 'III/1']),
  });
});

it('leaves every reference right: after a renaming nothing is found that was not before', () => {
  const rulesIn = (texts: Readonly<Record<string, string>>): string[] => {
    const { live } = regionWith(texts);
    for (const { findings, whole } of live.check(new Set()))
      if (whole)
        return [...findings.values()]
          .flat()
          .map(({ rule, file }) => `${file} ${rule}`)
          .sort();
    return [];
  };
  const before = rulesIn(REGION);
  for (const texts of [
    renamed('raion.plan.yaml', '"1.2"', '1.7'),
    renamed('krai.plan.yaml', '"1"', '5', 1),
    renamed('krai.plan.yaml', 'II\n', 'III'),
    renamed('registry.yaml', 'центр', 'методцентр'),
  ])
    expect(rulesIn(texts).filter((one) => !one.endsWith('number-gap'))).toEqual(before);
});

it('refuses a name that is taken, and what is no name', () => {
  const problem = (file: string, at: string, name: string, nth = 0) =>
    'problem' in renameAt(region.page(file), region.in(file, at, nth), name, region.context());
  expect(problem('raion.plan.yaml', '"1.1"', '1.2')).toBe(true);
  expect(problem('raion.plan.yaml', '[комитет]', 'центр')).toBe(true);
  expect(problem('krai.plan.yaml', 'II\n', 'I')).toBe(true);
  expect(problem('raion.plan.yaml', '"1.1"', ' ')).toBe(true);
  expect(problem('raion.plan.yaml', '"1.1"', 'a#1')).toBe(true);
  // The other section has a «2», this one has not.
  expect(problem('krai.plan.yaml', '"1"', '2', 1)).toBe(false);
  expect(problem('raion.plan.yaml', 'Утвердить', 'Принять')).toBe(true);
});

it('says what would be renamed', () => {
  const name = (file: string, at: string) =>
    renamableAt(region.page(file), region.in(file, at), region.context())?.name;
  expect([
    name('raion.plan.yaml', 'krai-2022#II/1'),
    name('raion.plan.yaml', 'центр]'),
    name('raion.plan.yaml', 'krai-2022'),
  ]).toEqual(['1', 'центр', undefined]);
});
