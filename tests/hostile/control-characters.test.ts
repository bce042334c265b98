import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { recheck } from '../../src/check/check.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { readSet } from '../../src/model/read-set.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { runHere } from '../cli/in-process.ts';
import { folderWith, ROOT } from '../cli/run-roadmap.ts';
import { isFull, runs, someOf } from '../lane.ts';
import { canValidate, invalidParts } from '../render/schema-validity.ts';
import { REPORTERS } from '../report/every-format.ts';
import { look } from '../report/sample.ts';

/** What a terminal, a reader of XML or an eye may be deceived by: ESC, BEL, C1, a sign that turns letters round. */
const SIGNS = '\u001b[31m\u0007\u009b\u202e';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const HARMFUL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

const DAY = '2022-06-15';
const FEW = runs(5, 3);

type Route = readonly (string | number)[];
type Documents = Readonly<Record<string, unknown>>;

/** The examples, with a few items of each plan and a few facts: every field that they use is still there. */
function documents(): Documents {
  const folder = join(ROOT, 'examples');
  return Object.fromEntries(
    readdirSync(folder)
      .filter(
        (name) => name.endsWith('.yaml') && !name.startsWith('lesnogorsk') && name !== 'roadmap.config.yaml',
      )
      .map((name) => [name, shortened(parse(readFileSync(join(folder, name), 'utf8')))]),
  );
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, FEW).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}

/** The texts of a document, the first one of each field. */
function firstTexts(value: unknown, route: Route = [], found = new Map<string, Route>()): Map<string, Route> {
  if (typeof value === 'string') {
    const field = route.map((step) => (typeof step === 'number' ? '#' : step)).join('.');
    // The names of a mapping's own entries (executors, schools) are no fields.
    const kind = field.replace(/^(executors|schools|bodies|territories)\.[^.]+/, '$1.*');
    if (!found.has(kind)) found.set(kind, route);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      firstTexts(inner, [...route, Array.isArray(value) ? Number(key) : key], found);
  }
  return found;
}

function changed(value: unknown, [step, ...rest]: Route): unknown {
  if (step === undefined) return `${String(value).slice(0, 1)}${SIGNS}${String(value).slice(1)}`;
  if (Array.isArray(value)) return value.map((inner, at) => (at === step ? changed(inner, rest) : inner));
  return { ...(value as object), [step]: changed((value as Record<string, unknown>)[step], rest) };
}

const DOCUMENTS = documents();

interface Case {
  readonly file: string;
  readonly field: string;
  readonly route: Route;
}

const EVERY: readonly Case[] = Object.entries(DOCUMENTS).flatMap(([file, value]) =>
  [...firstTexts(value)]
    .filter(([field]) => field !== 'kind')
    .map(([field, route]) => ({ file, field, route })),
);

const kindOf = ({ file }: Case): string => String((DOCUMENTS[file] as { kind?: string }).kind);

/** Without every document's own field, each field of a kind of documents once. */
const CASES = isFull
  ? EVERY
  : [...new Map(EVERY.map((one) => [`${kindOf(one)} ${one.field}`, one])).values()];

const textsOf = (all: Documents): Record<string, string> =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value, null, 1)]));

const day = parseDay(DAY)!;
const when = { asOf: day, today: day };
const first = readSet(memoryFiles(textsOf(DOCUMENTS)), new Set(), new Map());
const { report: base, answers } = recheck(first.documents, when);

/** The report where one document is another: what does not depend on it is not judged again. */
const reportWith = (file: string, text: string): typeof base => {
  const files = memoryFiles({ ...textsOf(DOCUMENTS), [file]: text });
  return recheck(readSet(files, new Set(), first.known).documents, when, answers).report;
};

type Report = typeof base;

const wellFormed = (xml: string): void => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
};

const OUTPUTS = [
  ['render', 'plan', 'zarechny-2022', '-o', 'p.docx'],
  ['render', 'order', 'zarechny-2022', '-o', 'o.docx'],
  ['render', 'plan', 'zarechny-2022', '-o', 'p.xlsx'],
  ['render', 'plan', 'zarechny-2022', '-o', 'p.html'],
  ['render', 'plan', 'zarechny-2022', '-o', 'p.md'],
  ['render', 'extract', 'zarechny-2022', '-o', 'p.ics'],
  ['render', 'dashboard', 'zarechny-2022', '-o', 'd.html', '--as-of', DAY],
  ['status', '--as-of', DAY, '--format', 'csv'],
  ['status', '--as-of', DAY, '--format', 'json'],
  ['status', '--as-of', DAY],
  ['trace', '--as-of', DAY, '--format', 'csv'],
  ['trace', '--as-of', DAY, '--format', 'json'],
];

const known = new Set(base.findings.map((finding) => JSON.stringify(finding)));
const reports = new Map<Case, Report>();

/** What is found where a document holds the signs in one field, beside what is found anyway. */
function reportOn(one: Case): Report {
  const { file, route } = one;
  let report = reports.get(one);
  if (!report) {
    const whole = reportWith(file, JSON.stringify(changed(DOCUMENTS[file], route), null, 1));
    report = { ...whole, findings: whole.findings.filter((finding) => !known.has(JSON.stringify(finding))) };
    reports.set(one, report);
  }
  return report;
}

/** Whether a field may hold such a text: the document is still read, and printed. */
const isPrinted = (one: Case): boolean =>
  reportOn(one).findings.every(({ file, severity }) => file !== one.file || severity !== 'error');

describe('a control character anywhere', () => {
  test('is tried in every field that the examples use', () => {
    expect(CASES.length).toBeGreaterThan(60);
  });

  test.each(someOf(CASES, 2))('$file: $field is a finding, in every format', (one) => {
    const report = reportOn(one);
    expect(report.findings.filter(({ file }) => file === one.file)).not.toEqual([]);
    for (const [name, reporter] of Object.entries(REPORTERS)) {
      const text = reporter(report, look);
      expect([name, HARMFUL.exec(text)]).toEqual([name, null]);
      if (name === 'junit') wellFormed(text);
      if (['json', 'sarif', 'gitlab'].includes(name)) JSON.parse(text);
    }
  });

  test('every document of such texts is valid, and clean', async () => {
    const printed = someOf(CASES, 2).filter(isPrinted);
    expect(printed.length).toBeGreaterThan(runs(30, 15));
    const all: Record<string, unknown> = { ...DOCUMENTS };
    for (const { file, route } of printed) all[file] = changed(all[file], route);
    const folder = folderWith(textsOf(all));
    const packages = { wml: {} as Record<string, Uint8Array>, sml: {} as Record<string, Uint8Array> };
    for (const [name = '', ...line] of OUTPUTS) {
      const spec = COMMANDS.find((command) => command.name === name)!;
      const output = line.includes('-o') ? join(folder, line[line.indexOf('-o') + 1]!) : undefined;
      const { code, stdout, stderr } = await runHere(spec, line, { cwd: folder });
      const told = [name, ...line].join(' ');
      expect([told, code, HARMFUL.exec(stdout + stderr)]).toEqual([told, 0, null]);
      if (line.includes('json')) JSON.parse(stdout);
      if (output === undefined) continue;
      const bytes = readFileSync(output);
      if (!/\.(docx|xlsx)$/.test(output)) {
        expect([told, HARMFUL.exec(bytes.toString('utf8'))]).toEqual([told, null]);
        continue;
      }
      packages[output.endsWith('.docx') ? 'wml' : 'sml'][told] = bytes;
      for (const [part, content] of Object.entries(unzipSync(bytes))) {
        if (!/\.(xml|rels)$/.test(part)) continue;
        const xml = strFromU8(content);
        wellFormed(xml);
        expect([part, HARMFUL.exec(xml)]).toEqual([part, null]);
      }
    }
    if (!canValidate) return;
    for (const kind of ['wml', 'sml'] as const) expect(invalidParts(kind, packages[kind])).toEqual([]);
  }, 300_000);
});
