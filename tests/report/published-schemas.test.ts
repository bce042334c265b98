import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { afterAll, expect, test } from 'vitest';
import { junit } from '../../src/report/junit.ts';
import { sarif } from '../../src/report/sarif.ts';
import { has } from '../needs.ts';
import { clean, look, report } from './sample.ts';

const at = (name: string): string => fileURLToPath(new URL(`published/${name}`, import.meta.url));

test('SARIF is valid by the schema of OASIS', () => {
  const ajv = new Ajv04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv as never);
  const validate = ajv.compile(JSON.parse(readFileSync(at('sarif-2.1.0-rtm.5.json'), 'utf8')) as object);
  for (const one of [report, clean]) {
    validate(JSON.parse(sarif(one, look)));
    expect(validate.errors ?? []).toEqual([]);
  }
  validate(JSON.parse(sarif(report, look).replace('"level": "note"', '"level": "info"')));
  expect(validate.errors?.map(({ instancePath }) => instancePath.replace(/\d+/gu, 'N'))).toEqual([
    '/runs/N/tool/driver/rules/N/defaultConfiguration/level',
  ]);
});

const folder = mkdtempSync(join(tmpdir(), 'roadmap-junit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!has('xmllint'))('JUnit is valid by the schema Jenkins reads it with', () => {
  const check = (name: string, text: string): number | null => {
    writeFileSync(join(folder, name), text);
    return spawnSync('xmllint', ['--noout', '--nonet', '--schema', at('junit-4.xsd'), join(folder, name)])
      .status;
  };
  execFileSync('xmllint', ['--noout', at('junit-4.xsd')]);
  expect(check('report.xml', junit(report, look))).toBe(0);
  expect(check('clean.xml', junit(clean, look))).toBe(0);
  expect(check('wrong.xml', junit(report, look).replaceAll('<failure ', '<failed '))).not.toBe(0);
});
