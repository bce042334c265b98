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

/** «в план …, утверждённый», «в дорожную карту …, утверждённую»: as the accusative asks. */
const ACCUSATIVE: Readonly<Record<Form, string>> = {
  УТВЕРЖДЁН: 'утверждённый',
  УТВЕРЖДЕНА: 'утверждённую',
  УТВЕРЖДЕНО: 'утверждённое',
  УТВЕРЖДЕНЫ: 'утверждённые',
};

/** What stands for the document further on: «изложив его в новой редакции». */
const PRONOUN: Readonly<Record<Form, string>> = {
  УТВЕРЖДЁН: 'его',
  УТВЕРЖДЕНА: 'её',
  УТВЕРЖДЕНО: 'его',
  УТВЕРЖДЕНЫ: 'их',
};

interface Accusative {
  readonly title: string;
  readonly participle: string;
  readonly pronoun: string;
}

/**
 * A title in the accusative with its participle. Only a feminine head and the adjectives before it change their form
 * («Региональная дорожная карта» → «региональную дорожную карту»), and «дорожная карта» in brackets behind a plan.
 * Undefined where the head noun is not known for certain.
 */
export function accusativeOf(title: string): Accusative | undefined {
  const words = title.split(/([^А-Яа-яЁё-]+)/);
  const head = words.findIndex((word) => FORM_OF.has(word.toLowerCase()));
  const stop = words.findIndex((word) => BREAK.test(word.toLowerCase()));
  const form = FORM_OF.get(words[head]?.toLowerCase() ?? '');
  if (!form || (stop >= 0 && stop < head)) return undefined;
  const declined =
    form === 'УТВЕРЖДЕНА'
      ? words.map((word, at) => (at <= head ? feminine(word) : word)).join('')
      : title.replace(/(?<=\(\s*[«"„]?)дорожная карта/iu, (map) => map.split(' ').map(feminine).join(' '));
  const isOrdinary = /^[А-ЯЁ][а-яё-]*(?![А-ЯЁ])/.test(declined);
  return {
    title: isOrdinary ? declined[0]!.toLowerCase() + declined.slice(1) : declined,
    participle: ACCUSATIVE[form],
    pronoun: PRONOUN[form],
  };
}

const FEMININE: readonly (readonly [RegExp, string])[] = [
  [/ая$/, 'ую'],
  [/яя$/, 'юю'],
  [/АЯ$/, 'УЮ'],
  [/ЯЯ$/, 'ЮЮ'],
  [/а$/, 'у'],
  [/я$/, 'ю'],
  [/А$/, 'У'],
  [/Я$/, 'Ю'],
];

function feminine(word: string): string {
  const found = FEMININE.find(([ending]) => ending.test(word));
  return found ? word.replace(...found) : word;
}
