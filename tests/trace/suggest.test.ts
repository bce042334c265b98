import { describe, expect, test } from 'vitest';
import { trace } from '../../src/trace/trace.ts';
import { AS_OF, municipalPlan, type Row, regionalPlan, tracedOf, workspaceOf } from './region.ts';

const ASKED: readonly Row[] = [
  {
    number: '1',
    action:
      'Организовать участие школ в сетевом взаимодействии\nПредставить кандидатуры наставников в региональный реестр',
    indicators: ['Не менее трёх кандидатур'],
    when: 'октябрь',
  },
  { number: '2', action: 'Провести анализ результатов диагностики', indicators: ['Аналитическая справка'] },
  { number: '3', action: 'Разместить сведения о ярмарке', indicators: ['Публикация'] },
];

const GIVEN: readonly Row[] = [
  { number: '1', action: 'Совещание директоров школ', indicators: ['Протокол'] },
  {
    number: '2',
    action: 'Определение кандидатур наставников для регионального реестра',
    indicators: ['Письмо'],
  },
  { number: '3', action: 'Подведение итогов диагностики', indicators: ['Аналитическая справка'] },
  { number: '4', action: 'Анализ диагностики прошлого года', indicators: ['Приказ'], implements: [] },
];

const files = { 'krai.yaml': regionalPlan(ASKED), 'raion.yaml': municipalPlan(GIVEN) };

describe('suggestions', () => {
  const traced = tracedOf(workspaceOf(files), 'raion', true);

  test('find the duty of a long row, and synonyms', () => {
    expect(traced.get('1')?.suggestions[0]?.item.number).toBe('2');
    expect(traced.get('2')?.suggestions[0]?.item.number).toBe('3');
  });

  test('say by which words, as they stand in the obligation', () => {
    expect(traced.get('1')?.suggestions[0]?.words).toContain('наставников');
  });

  test('offer nothing where nothing is alike, nor what is an own initiative on purpose', () => {
    expect(traced.get('3')?.suggestions).toEqual([]);
    expect(traced.get('2')?.suggestions.map(({ item }) => item.number)).not.toContain('4');
  });

  test('go the other way round, from items without a link', () => {
    const [parent] = trace(workspaceOf(files), { asOf: AS_OF, suggest: true });
    const unlinked = parent?.children[0]?.unlinked ?? [];
    expect(
      unlinked.map(({ item, suggestions }) => [item.number, suggestions[0]?.obligation.item.number]),
    ).toEqual([
      ['1', undefined],
      ['2', '1'],
      ['3', '2'],
    ]);
  });

  test('are not made where nobody asked, nor for an obligation that is covered', () => {
    expect(tracedOf(workspaceOf(files)).get('1')?.suggestions).toEqual([]);
    const linked = GIVEN.map((row) => (row.number === '2' ? { ...row, implements: ['1'] } : row));
    const covered = tracedOf(workspaceOf({ ...files, 'raion.yaml': municipalPlan(linked) }), 'raion', true);
    expect(covered.get('1')?.suggestions).toEqual([]);
    expect(covered.get('2')?.suggestions.length).toBeGreaterThan(0);
  });

  test('hold likelihoods between nothing and certainty, best first', () => {
    for (const { suggestions } of traced.values()) {
      const scores = suggestions.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
    }
  });
});
