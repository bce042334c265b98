import { expect, it } from 'vitest';
import { fileNames } from '../../src/collect/file-name.ts';
import type { Addressee } from '../../src/collect/respondents.ts';
import type { Plan } from '../../src/model/plan.ts';

const addressee = (id: string, key: string): Addressee => ({
  plan: { id } as Plan,
  who: { kind: 'executor', key },
  name: key,
});
const nameOf = (id: string, key: string): string => fileNames([addressee(id, key)])[0]!;

it.each([
  ['zarechny-2022', 'кураторы', 'zarechny-2022 кураторы'],
  ['p', 'а/б\\в:г*?"<>|', 'p а б в г'],
  ['p', '../../etc/passwd', 'p .. .. etc passwd'],
  ['p', 'отдел\u0000\n образования. ', 'p отдел образования'],
  ['con', '.', 'con_'],
  ['', '???', 'форма'],
])('%j %j', (id, key, expected) => {
  expect(nameOf(id, key)).toBe(expected);
});

it('is short enough for any disk', () => {
  expect(Buffer.byteLength(`напоминание ${nameOf('p', 'ё'.repeat(300))}.xlsx`)).toBeLessThanOrEqual(255);
});

it('two who are called alike have a file each, where capitals do not count too', () => {
  const names = fileNames([addressee('p', 'Отдел'), addressee('p', 'отдел'), addressee('p', 'отдел ')]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
});
