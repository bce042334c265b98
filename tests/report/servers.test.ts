import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { junit } from '../../src/report/junit.ts';
import { githubSummary } from '../../src/report/markdown.ts';
import { clean, findings, look, report } from './sample.ts';

const location = {
  type: 'object',
  additionalProperties: false,
  required: ['path', 'lines'],
  properties: {
    // GitLab: relative to the repository, without a leading «./».
    path: { type: 'string', pattern: '^(?!\\./|/)' },
    lines: {
      type: 'object',
      additionalProperties: false,
      required: ['begin', 'end'],
      properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
    },
  },
};

/** The code quality report as GitLab's manual has it, with what Code Climate's specification demands of an issue. */
const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['type', 'check_name', 'description', 'categories', 'severity', 'fingerprint', 'location'],
    properties: {
      type: { const: 'issue' },
      check_name: { type: 'string', minLength: 1 },
      description: { type: 'string', minLength: 1 },
      categories: {
        type: 'array',
        minItems: 1,
        items: {
          enum: [
            ...['Bug Risk', 'Clarity', 'Compatibility', 'Complexity'],
            ...['Duplication', 'Performance', 'Security', 'Style'],
          ],
        },
      },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      fingerprint: { type: 'string', minLength: 1 },
      location,
      other_locations: { type: 'array', items: location },
    },
  },
};

test('GitLab: the shape of the format, fingerprints all different', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(CODE_QUALITY);
  for (const one of [report, clean]) {
    validate(JSON.parse(gitlab(one, look)));
    expect(validate.errors ?? []).toEqual([]);
  }
  const prints = (JSON.parse(gitlab(report, look)) as { fingerprint: string }[]).map(
    ({ fingerprint }) => fingerprint,
  );
  expect(prints).toEqual(findings.map(({ fingerprint }) => fingerprint));
});

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

function tree(xml: string): Node {
  const top: Node = { name: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

const TOKEN = /^\S+(?: \S+)*$/u;
const COUNT = /^\d+$/;

/** Ant's schema: attributes (all of them required but `skipped`, no others allowed) and children in their order. */
const ANT: Readonly<Record<string, { attributes: Record<string, RegExp>; children: RegExp }>> = {
  testsuites: { attributes: {}, children: /^(testsuite )*$/ },
  testsuite: {
    attributes: {
      ...{ id: COUNT, package: TOKEN, name: TOKEN, hostname: TOKEN },
      timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
      ...{ tests: COUNT, failures: COUNT, errors: COUNT, skipped: COUNT, time: COUNT },
    },
    children: /^properties (testcase )*system-out system-err $/,
  },
  properties: { attributes: {}, children: /^(property )*$/ },
  property: { attributes: { name: TOKEN, value: /^.+$/u }, children: /^$/ },
  testcase: {
    attributes: { name: TOKEN, classname: TOKEN, time: COUNT },
    children: /^(failure |skipped )?$/,
  },
  skipped: { attributes: {}, children: /^$/ },
  failure: { attributes: { message: /./u, type: /./u }, children: /^$/ },
  'system-out': { attributes: {}, children: /^$/ },
  'system-err': { attributes: {}, children: /^$/ },
};

function faultsOf(node: Node): readonly string[] {
  const rule = ANT[node.name];
  if (rule === undefined) return [`<${node.name}>`];
  const names = Object.keys(node.attributes);
  const own = [
    ...names.filter((name) => !Object.hasOwn(rule.attributes, name)),
    ...Object.entries(rule.attributes)
      .filter(([name, value]) => !value.test(node.attributes[name] ?? ''))
      .map(([name]) => `${node.name}@${name}`),
    ...(rule.children.test(node.children.map(({ name }) => `${name} `).join('')) ? [] : [`${node.name}/*`]),
  ];
  return [...own, ...node.children.flatMap(faultsOf)];
}

test.each([
  ['error', { failure: 1, skipped: 2 }],
  ['warning', { failure: 2, skipped: 1 }],
  ['info', { failure: 3, skipped: 0 }],
] as const)('JUnit with --fail-on %s: what fails the run is a failure', (failOn, expected) => {
  const { file } = findings[0]!;
  const text = junit(report, { ...look, failOn, documents: [file, 'plans/good.plan.yaml'] });
  const cases = tree(text).children.flatMap(({ children }) =>
    children.filter(({ name }) => name === 'testcase'),
  );
  const count = (kind: string): number => cases.filter(({ children }) => children[0]?.name === kind).length;
  expect({ failure: count('failure'), skipped: count('skipped') }).toEqual(expected);
  expect(cases.filter(({ children }) => children.length === 0).map(({ attributes }) => attributes)).toEqual([
    { name: 'check', classname: 'plans/good.plan.yaml', time: '0' },
  ]);
  const shifted = findings.map((finding) => ({
    ...finding,
    line: finding.line + 7,
    endLine: finding.endLine + 7,
  }));
  const names = (xml: string): readonly string[] => xml.match(/testcase name="[^"]*"/g) ?? [];
  expect(names(junit({ ...report, findings: shifted }, look))).toEqual(names(junit(report, look)));
  const twice = names(junit({ ...report, findings: [...findings, ...findings] }, look));
  expect(new Set(twice).size).toBe(twice.length);
});

test('JUnit: the elements and attributes of Ant’s schema, counts that agree', () => {
  for (const one of [report, clean]) {
    const suites = tree(junit(one, look));
    expect(faultsOf(suites)).toEqual([]);
    for (const { attributes, children } of suites.children) {
      const cases = children.filter(({ name }) => name === 'testcase');
      expect(attributes.tests).toBe(String(cases.length));
      const having = (kind: string): string =>
        String(cases.filter((node) => node.children[0]?.name === kind).length);
      expect(attributes.failures).toBe(having('failure'));
      expect(attributes.skipped).toBe(having('skipped'));
    }
    expect(suites.children.map(({ attributes }) => attributes.id)).toEqual(
      suites.children.map((_, at) => String(at)),
    );
  }
});

test('GitHub: an annotation is one line and reads back as it was written', () => {
  const [first] = github(report, look).split('\n');
  expect(first).toBe(
    '::error file=plans/zarechny.plan.yaml,line=12,endLine=12,col=13,endColumn=26,title=deadline-after-parent::' +
      'Пункт 7: срок 20 октября позже срока пункта 1.6 регионального плана (30 апреля).' +
      '%0Aсм. plans/kray.plan.yaml:144:17 — срок пункта 1.6%0Aкак исправить: Назначьте срок не позже 30 апреля.',
  );
});

test('GitHub: a summary too long for the server is cut and says so', () => {
  const many = Array.from({ length: 5000 }, () => findings[0]!);
  const text = githubSummary({ ...report, findings: many }, look);
  const shown = text.split('\n').filter((line) => line.startsWith('- ')).length;
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(shown).toBeLessThan(5000);
  expect(text).toContain(`${shown} из 5000; ещё ${5000 - shown} `);
});
