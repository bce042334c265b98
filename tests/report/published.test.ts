import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { json } from '../../src/report/json.ts';
import { sarif } from '../../src/report/sarif.ts';
import { clean, findings, look, report } from './sample.ts';

/** What a compiler says of logs written as literals of the published types: how many complaints each draws. */
function complaintsOf(logs: readonly string[]): readonly number[] {
  const name = 'logs.ts';
  const head = "import type { Log } from 'sarif';\n";
  const parts = logs.map((log, at) => `export const log${at}: Log = ${log};\n`);
  const text = head + parts.join('');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: true,
    lib: ['lib.es5.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? text : readFile(file));
  host.getSourceFile = (file, target) =>
    file === name ? ts.createSourceFile(file, text, target) : getSourceFile(file, target);
  const counts = logs.map(() => 0);
  for (const { start = 0 } of ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))) {
    let end = head.length;
    const at = parts.findIndex((part) => {
      end += part.length;
      return start < end;
    });
    counts[at]! += 1;
  }
  return counts;
}

const forged = {
  ...report,
  findings: [{ ...findings[0]!, rule: 'own-rule', message: { ru: '[тут](1)', en: '[here](1)' } }],
};

test('SARIF holds to the published types, and the compiler would tell if it did not', () => {
  const log = sarif(report, look);
  const wrongValue = log.replace('"level": "note"', '"level": "info"');
  const wrongKey = log.replace('"startLine"', '"beginLine"');
  expect(complaintsOf([log, sarif(clean, look), sarif(forged, look), wrongValue, wrongKey])).toEqual([
    0, 0, 0, 1, 1,
  ]);
});

interface Location {
  artifactLocation: { uri: string; uriBaseId: string };
  region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
}

interface Run {
  tool: { driver: { rules: { id: string; help: { text: string; markdown?: string } }[] } };
  originalUriBaseIds: Record<string, unknown>;
  columnKind: string;
  results: {
    ruleId: string;
    ruleIndex: number;
    locations: { physicalLocation: Location }[];
    relatedLocations?: { id: number; physicalLocation: Location }[];
    partialFingerprints: Record<string, string>;
  }[];
}

test('SARIF: what types cannot say — rules by index, places, addresses, fingerprints', () => {
  const [run] = (JSON.parse(sarif(report, look)) as { runs: Run[] }).runs;
  const rules = run!.tool.driver.rules;
  expect(run!.columnKind).toBe('utf16CodeUnits');
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules[0]!.help.markdown).toBe(look.rules![0]!.page);
  for (const [at, result] of run!.results.entries()) {
    const finding = findings[at]!;
    expect(rules[result.ruleIndex]!.id).toBe(result.ruleId);
    const [place, ...related] = [...result.locations, ...(result.relatedLocations ?? [])];
    const { artifactLocation, region } = place!.physicalLocation;
    expect(region).toEqual({
      startLine: finding.line,
      startColumn: finding.column,
      endLine: finding.endLine,
      endColumn: finding.endColumn,
    });
    expect(Object.keys(run!.originalUriBaseIds)).toContain(artifactLocation.uriBaseId);
    expect(new URL(artifactLocation.uri, 'file:///').protocol).toBe('file:');
    expect(decodeURIComponent(artifactLocation.uri)).toBe(finding.file);
    expect(related.length).toBe(finding.related.length);
    expect(Object.values(result.partialFingerprints)[0]).toBe(finding.fingerprint);
  }
});

test('SARIF: a rule that was not handed over is still described, a link in a text is no link', () => {
  const log = JSON.parse(sarif(forged, look)) as {
    runs: [Run & { results: { message: { text: string } }[] }];
  };
  expect(log.runs[0].tool.driver.rules.map(({ id }) => id)).toEqual([
    ...look.rules!.map(({ id }) => id),
    'own-rule',
  ]);
  expect(log.runs[0].results[0]!.message.text).toBe('\\[тут\\](1) Назначьте срок не позже 30 апреля.');
});

test('JSON holds to its published schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/output/check.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  for (const one of [report, clean, { ...clean, summary: { ...clean.summary, older: 3 } }]) {
    validate(JSON.parse(json(one, look)));
    expect(validate.errors ?? []).toEqual([]);
  }
  validate({ ...(JSON.parse(json(report, look)) as object), extra: 1 });
  expect(validate.errors).toHaveLength(1);
});
