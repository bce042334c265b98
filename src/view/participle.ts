type Form = 'УТВЕРЖДЁН' | 'УТВЕРЖДЕНА' | 'УТВЕРЖДЕНО' | 'УТВЕРЖДЕНЫ';

/** What approved documents are called, by the form their participle takes. */
const NOUNS: readonly (readonly [Form, string])[] = [
  [
    'УТВЕРЖДЁН',
    'план план-график график график-план порядок перечень регламент состав список комплекс паспорт проект кодекс отчёт реестр сборник стандарт план-программа календарь медиаплан',
  ],
  [
    'УТВЕРЖДЕНА',
    'карта программа подпрограмма концепция стратегия инструкция методика модель форма схема система сеть смета таблица циклограмма тактика политика структура номенклатура анкета',
  ],
  ['УТВЕРЖДЕНО', 'положение задание соглашение расписание руководство распределение'],
  [
    'УТВЕРЖДЕНЫ',
    'мероприятия правила меры рекомендации показатели требования критерии нормативы нормы изменения методические материалы формы графики планы списки индикаторы условия тарифы',
  ],
];

const FORM_OF: ReadonlyMap<string, Form> = new Map(
  NOUNS.flatMap(([form, nouns]) => nouns.split(' ').map((noun) => [noun, form] as const)),
);

const ENDINGS: readonly (readonly [RegExp, Form])[] = [
  [/(?:ый|ий|ой)$/, 'УТВЕРЖДЁН'],
  [/(?:ая|яя)$/, 'УТВЕРЖДЕНА'],
  [/(?:ое|ее)$/, 'УТВЕРЖДЕНО'],
  [/(?:ые|ие)$/, 'УТВЕРЖДЕНЫ'],
];

/** Where what governs the title ends: what follows says of what, for whom, by whom. */
const BREAK = /^(?:по|на|о|об|обо|в|во|для|за|к|с|со|при|и|до|от|из)$/;

/**
 * «УТВЕРЖДЁН», «УТВЕРЖДЕНА» … as the head noun of a title asks (ГОСТ Р 7.0.97: the participle agrees with the kind of
 * the approved document in gender and number): «План мероприятий («дорожная карта»)» is a plan, «Региональная
 * «ДОРОЖНАЯ КАРТА»» a map. Undefined when no word before the first preposition decides it.
 */
export function approvedForm(title: string): Form | undefined {
  const words = title
    .toLowerCase()
    .split(/[^а-яё-]+/)
    .filter((word) => word !== '');
  let byEnding: Form | undefined;
  for (const word of words) {
    if (BREAK.test(word)) break;
    const form = FORM_OF.get(word);
    if (form) return form;
    byEnding ??= ENDINGS.find(([ending]) => ending.test(word))?.[1];
  }
  return byEnding;
}
