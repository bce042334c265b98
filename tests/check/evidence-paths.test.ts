import { expect, it } from 'vitest';
import { isBareAddress, resolveEvidence, similarFile } from '../../src/model/evidence.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

const files = memoryFiles({ 'docs/plan.pdf': '' });

it.each([
  ['docs/plan.pdf', 'found'],
  ['/etc/passwd', 'outside'],
  ['../../../etc/passwd', 'outside'],
  ['C:\\docs\\plan.pdf', 'outside'],
  ['docs\\plan.pdf', 'outside'],
  ['./docs/net', 'missing'],
  ['https://example.org/a.pdf', 'reference'],
  ['приказ от 28.04.2022 № 85', 'reference'],
])('takes %s for what it is', (evidence, state) => {
  expect(resolveEvidence(evidence, 'a.facts.yaml', files).state).toBe(state);
});

const named = memoryFiles({
  ['docs/Районный акт.pdf'.normalize('NFD')]: '',
  ['а/Свой список ё.pdf'.normalize('NFD')]: '',
  'docs/Отчёт о сборе.pdf': '',
});

it('finds a file whose «й» a Mac wrote with two signs', () => {
  expect(resolveEvidence('docs/Районный акт.pdf', 'a.facts.yaml', named).state).toBe('found');
});

it.each([
  ['docs/отчёт о сборе.pdf', ['case']],
  ['docs/Отчет о сборе.pdf', ['yo']],
  ['docs/Отчёт  о\u00a0сборе.pdf', ['blanks']],
  ['docs/Отчёт%20о%20сборе.pdf', ['address']],
  ['docs/Oтчёт o сборе.pdf', ['letters']],
  ['docs/Oтчет о  сборе.PDF', ['case', 'blanks', 'yo', 'letters']],
  ['а/Свой список\u00a0ё.pdf', ['signs', 'blanks']],
])('sees that %s is another spelling of a file', (evidence, differences) => {
  const similar = similarFile(evidence, 'a.facts.yaml', named);
  expect([...(similar?.differences ?? [])].sort()).toEqual([...differences].sort());
});

it('takes no other file for the one that is named', () => {
  expect(similarFile('docs/Отчёт о сборах.pdf', 'a.facts.yaml', named)).toBeUndefined();
});

it.each([
  ['www.zarechny.example/otchet.pdf', true],
  ['zarechny.example/otchet.pdf', true],
  ['сайт.рф/отчёт.pdf', true],
  ['docs/otchet.pdf', false],
  ['otchet.pdf', false],
])('knows %s for an address without its scheme: %s', (evidence, expected) => {
  expect(isBareAddress(evidence)).toBe(expected);
});
