import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check/spec.ts';
import { digestOfKept } from '../../src/history/editions.ts';
import { runHere } from './in-process.ts';
import { folderWith } from './run-roadmap.ts';

const plan = (id: string, action: string, more = ''): string => `kind: plan
id: ${id}
level: municipal
title: План мероприятий
period: 2022
executors:
  комитет: {name: Комитет по образованию}
approved-by: {position: Директор, name: И.О. Фамилия, date: 2022-01-10}
items:
  - number: "1"
    action: ${action}   # как в приказе
    when: март
    executors: [комитет]
    indicators: [Протокол]
${more}`;

const CROOKED = plan('a', 'Провести cеминар: теория и практика в 2О22 году');
const STRAIGHT = plan('a', '"Провести семинар: теория и практика в 2022 году"');

const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), 'utf8');
const run = (cwd: string, ...line: string[]) => runHere(check, line, { cwd, now: '2022-02-01T09:00:00Z' });

interface Report {
  readonly findings: readonly { readonly rule: string; readonly file: string }[];
}
const rulesIn = (json: string): string[] =>
  (JSON.parse(json) as Report).findings.map(({ rule }) => rule).sort();

describe('roadmap check --fix', () => {
  it('puts right what has one answer, round after round, and leaves every other byte', async () => {
    const cwd = folderWith({ 'a.plan.yaml': CROOKED });
    const { code, stdout, stderr } = await run(cwd, '--fix');
    expect(read(cwd, 'a.plan.yaml')).toBe(STRAIGHT);
    expect(code).toBe(0);
    // Three findings of one line, the last two of which touch what the first one rewrites.
    expect(stderr).toBe('Исправлено: 3 замечания в 1 файле.\n');
    expect(stdout.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '--- a.plan.yaml',
      '+++ a.plan.yaml',
      '-    action: Провести cеминар: теория и практика в 2О22 году   # как в приказе',
      '+    action: "Провести семинар: теория и практика в 2022 году"   # как в приказе',
    ]);
    const again = await run(cwd, '--fix');
    expect(again.stderr).toBe('Исправлять самому здесь нечего.\n');
    expect(read(cwd, 'a.plan.yaml')).toBe(STRAIGHT);
  });

  it('keeps a byte order mark and line ends of Windows', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const cwd = folderWith({ 'a.plan.yaml': windows(CROOKED) });
    await run(cwd, '--fix');
    expect(read(cwd, 'a.plan.yaml')).toBe(windows(STRAIGHT));
  });

  it('--dry-run shows the same and writes nothing', async () => {
    const cwd = folderWith({ 'a.plan.yaml': CROOKED });
    const before = statSync(join(cwd, 'a.plan.yaml')).mtimeMs;
    const dry = await run(cwd, '--fix', '--dry-run');
    expect(read(cwd, 'a.plan.yaml')).toBe(CROOKED);
    expect(statSync(join(cwd, 'a.plan.yaml')).mtimeMs).toBe(before);
    const { stdout, code } = await run(cwd, '--fix');
    expect(dry).toMatchObject({ stdout, code });
  });

  it('touches only files that are asked for, and leaves what a person has to choose', async () => {
    const cwd = folderWith({
      'a/a.plan.yaml': CROOKED,
      'b/b.plan.yaml': plan('b', 'Провести cеминар').replace('[комитет]', '[комтет]'),
    });
    const { code, stdout } = await run(cwd, 'b', '--fix', '--format', 'json');
    expect(read(cwd, 'a/a.plan.yaml')).toBe(CROOKED);
    expect(read(cwd, 'b/b.plan.yaml')).toContain('Провести семинар');
    expect(read(cwd, 'b/b.plan.yaml')).toContain('[комтет]');
    expect(rulesIn(stdout)).toContain('unknown-executor');
    expect(rulesIn(stdout)).not.toContain('mixed-alphabet');
    expect(code).toBe(1);
  });

  it('--rule puts right the findings of that rule alone', async () => {
    const cwd = folderWith({ 'a.plan.yaml': plan('a', 'Провести cеминар в 2О22 году') });
    await run(cwd, '--fix', '--rule', 'mixed-alphabet');
    expect(read(cwd, 'a.plan.yaml')).toContain('Провести семинар в 2О22 году');
  });

  it('leaves the text of an approved edition, where a change would be a finding', async () => {
    const text = plan('a', 'Провести семинар в 12 шк0лах');
    const approved = text.replace(
      /^approved-by:.*$/m,
      'order: {type: приказ, issuer: Комитет, number: "5", date: 2022-01-10}',
    );
    const lock = `kind: lock\nplan: a\neditions:\n  - order: {type: приказ, number: "5", date: 2022-01-10}\n    digest: ${digestOfKept({ plan: approved })}\n    plan: |\n${approved.replace(/^(?=.)/gm, '      ')}`;
    const cwd = folderWith({ 'a.plan.yaml': approved, 'a.lock.yaml': lock });
    const { stdout } = await run(cwd, '--format', 'json');
    const rules = rulesIn(stdout);
    expect(rules).toContain('digits-for-letters');
    expect(rules.filter((rule) => /edition|approval/.test(rule))).toEqual([]);
    await run(cwd, '--fix');
    expect(read(cwd, 'a.plan.yaml')).toBe(approved);
    expect(read(cwd, 'a.lock.yaml')).toBe(lock);
  });

  it('leaves waivers to a person, also those that accept nothing', async () => {
    const waivers = `waivers:\n  - {rule: missing-period, item: "1", reason: Уточняется, by: И.О. Фамилия}\n`;
    const text = plan('a', 'Провести семинар', waivers);
    const cwd = folderWith({ 'a.plan.yaml': text });
    await run(cwd, '--fix');
    expect(read(cwd, 'a.plan.yaml')).toBe(text);
  });

  it.each([
    ['--fix', '--watch'],
    ['--fix', '--since', 'HEAD'],
    ['--dry-run'],
    ['--fix', '--format', 'xml'],
    ['--fix', '--rule', 'no-such-rule'],
  ])('a wrong command line writes nothing: %s %s', async (...line) => {
    const cwd = folderWith({ 'a.plan.yaml': CROOKED });
    expect((await run(cwd, ...line)).code).toBe(2);
    expect(read(cwd, 'a.plan.yaml')).toBe(CROOKED);
  });
});
