import { describe, expect, it } from 'vitest';
import { provesDocument } from '../../src/russian/compare/documents.ts';

describe('a piece of evidence for a document', () => {
  it.each([
    ['Приказ от 10.10.2022 № 5', 'приказ', 'that'],
    ['Издан приказ', 'приказ', 'that'],
    ['Подготовлен и подписан приказ', 'приказ', 'that'],
    ['Приказ о подготовке к экзаменам', 'приказ', 'that'],
    ['Приказ об утверждении положения', 'положение', 'that'],
    ['Подготовлена справка', 'справка', 'that'],
    ['Составлен план', 'план', 'that'],
    // Work on an act is no act yet.
    ['Подготовлен приказ', 'приказ', 'other'],
    ['Приказ подготовлен', 'приказ', 'other'],
    ['Согласован приказ', 'приказ', 'other'],
    ['Согласование приказа', 'приказ', 'other'],
    ['Подготовка приказа', 'приказ', 'other'],
    ['Подготовка справки', 'справка', 'other'],
    ['Подготовлено распоряжение', 'распорядительный документ', 'other'],
    ['Разработано положение', 'положение', 'other'],
  ])('«%s» for «%s»: %s', (evidence, wanted, proves) => {
    expect(provesDocument(evidence, wanted)).toBe(proves);
  });
});
