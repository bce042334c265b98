/**
 * The fields of a plan's item: one entry each. The schema, the columns of the printed table, proof-reading, the help
 * with broken YAML, the words understood in place of a key and the import of tables all read this list, so a new column
 * is one entry here and `npm run generate`.
 */
export const ITEM_FIELDS = [
  {
    key: 'number',
    value: 'number',
    prose: false,
    column: { position: 10, heading: '№ п/п', width: 14, isUsual: true },
    inItem: {
      description: 'Номер пункта, без точки на конце. Номер 1.10 пишите в кавычках, иначе он станет 1.1.',
      examples: ['1.6', '1.10', 7],
    },
    inPart: { description: 'Номер или буква, если они были в документе.', examples: ['а)', '1.6.1'] },
    synonyms: ['номер', '№', '№ п/п', 'n', 'no', 'num'],
    headings: [
      {
        step: 10,
        pattern:
          /^(№{1,2}|#|n|no|nn)( ?п ?\/? ?п)?$|^№ |^п\/п$|^п п$|^номер( |$)|^пункт$|^№(пункт|меропр|задач|строк)/,
        weight: 3,
      },
    ],
  },
  {
    key: 'id',
    value: 'name',
    prose: false,
    inItem: {
      description: 'Своё имя пункта — только если два пункта носят один номер.',
      examples: ['7-второй'],
    },
    synonyms: ['идентификатор', 'имя', 'код'],
  },
  {
    key: 'action',
    value: 'text',
    prose: true,
    // The column takes what the others leave of the page.
    column: { position: 20, heading: 'Мероприятие', isUsual: true },
    inItem: {
      description: 'Что надо сделать: текст графы «Мероприятие».',
      examples: ['Разработать и утвердить муниципальную дорожную карту'],
    },
    inPart: { description: 'Что надо сделать.', examples: ['Входная диагностика'] },
    synonyms: ['мероприятие', 'действие', 'описание', 'задача', 'task', 'title', 'text', 'название'],
    headings: [
      {
        step: 210,
        pattern: /мероприят|действи|событи|^шаг|^дел[ао]( |$)|^что (дела|сдела|нужно|план|запланир)/,
        weight: 4,
      },
      { step: 220, pattern: /содержани|описани|^вид\S* (работ|деятельн)|^работ/, weight: 3 },
      { step: 230, pattern: /задач|наименован|поручен|пункт плана/, weight: 2 },
      { step: 240, pattern: /направлен|деятельност|вопрос|^тем[аы]|повестк|проблематик/, weight: 1 },
    ],
  },
  {
    key: 'when',
    value: 'period',
    prose: true,
    column: { position: 30, heading: 'Срок реализации', width: 42, isUsual: true },
    inItem: {
      description:
        'Срок — текстом, как в документе. Если текст не понят, рядом можно записать смысл: {text: …, from: …, to: …}.',
      examples: [
        'март–апрель 2021 г.',
        'до 20 октября',
        { text: 'в дни каникул', from: '2021-11-01', to: '2021-11-07' },
      ],
    },
    inPart: {
      description: 'Срок подмероприятия, если он свой.',
      examples: ['октябрь–ноябрь 2021 г.'],
    },
    synonyms: ['срок', 'сроки', 'дата', 'период', 'deadline', 'date', 'due', 'period'],
    headings: [
      {
        step: 30,
        pattern: /^(срок|дат[аы] (реализ|провед|исполн|начал|оконч)|период)/,
        weight: 3,
      },
      {
        step: 180,
        pattern:
          /(^| )срок|(^| )дат[аы]( |$)|период|^когда|^время( |$)|время (провед|реализ|исполн)|^месяц|^недел|^декад[аы]( |$)|^числ[оа]( |$)|^квартал|^годы?( |$)|график/,
        weight: 2,
      },
      { step: 260, pattern: /^(начало|окончание|завершение)( |$)/, weight: 1 },
    ],
  },
  {
    key: 'executors',
    value: 'executors',
    prose: true,
    column: { position: 40, heading: 'Ответственный исполнитель', width: 52, isUsual: true },
    inItem: {
      description: 'Исполнители: ключи из executors плана или справочника.',
      examples: [['моуо', { key: 'кураторы', note: '(контроль)' }]],
    },
    inPart: { description: 'Исполнители, если они свои.', examples: [['кураторы']] },
    synonyms: [
      'исполнители',
      'исполнитель',
      'ответственные',
      'ответственный',
      'executor',
      'responsible',
      'owners',
    ],
    headings: [
      { step: 40, pattern: /^соисполнител/, weight: 1 },
      { step: 50, pattern: /^ответствен|исполнител/, weight: 3 },
      {
        step: 190,
        pattern: /ответствен|^отв( |$)|^кто |субъект|организатор|^кем /,
        weight: 2,
      },
    ],
  },
  {
    key: 'indicators',
    value: 'indicators',
    prose: true,
    column: { position: 50, heading: 'Показатель реализации', width: 58, isUsual: true },
    inItem: {
      description: 'Показатели (результаты), по одному в строке.',
      examples: [['Муниципальная дорожная карта', 'Не менее двух встреч в месяц']],
    },
    inPart: { description: 'Показатели подмероприятия.', examples: [['Справка']] },
    synonyms: ['показатель', 'показатели', 'результат', 'результаты', 'indicator', 'results', 'kpi'],
    headings: [
      { step: 160, pattern: /ожидаем|планируем\S* результат/, weight: 3 },
      { step: 170, pattern: /показател|индикатор|критери|целев\S* ориент/, weight: 4 },
      {
        step: 200,
        pattern:
          /результат|эффект|продукт|форм\S* (отчет|завершен|представл|результ|документ)|вид документ|подтвержда|выходн|^выход( |$)|отчетн\S* (док|форм)|отчетност|итогов\S* (документ|продукт|материал)|подведен\S* итог/,
        weight: 2,
      },
    ],
  },
  {
    key: 'for',
    value: 'names',
    prose: false,
    column: { position: 60, heading: 'Для кого', isUsual: false },
    inItem: {
      description: 'Кого касается пункт: школы из справочника, территории или id планов. Не указано — всех.',
      examples: [['школа-3']],
    },
    synonyms: ['для', 'школы', 'кого касается'],
  },
  {
    key: 'info',
    value: 'linked-text',
    prose: true,
    column: { position: 70, heading: 'Информационное сопровождение', width: 42, isUsual: false },
    inItem: {
      description: 'Информационное сопровождение: текст, или текст со ссылкой.',
      examples: ['Сайт Управления образования', { text: 'Сайт', url: 'https://example.org/500plus' }],
    },
    inPart: { description: 'Информационное сопровождение.', examples: ['Сайт школы'] },
    synonyms: ['информационное сопровождение', 'сопровождение', 'информация'],
    headings: [
      {
        step: 20,
        pattern:
          /(информацион\S* )(сопровожд|поддержк|освещ)|информирован|освещени|в сми|размещение информ|место размещ/,
        weight: 3,
      },
      { step: 150, pattern: /(^| )ссылк/, weight: 2 },
      { step: 250, pattern: /ссылк|сайт/, weight: 2 },
    ],
  },
  {
    key: 'implements',
    value: 'numbers',
    prose: false,
    inItem: {
      description:
        'Какие пункты вышестоящего плана исполняет: номера, при нескольких планах «план#1.6». Пустой список — своя инициатива.',
      examples: [['1.6'], ['region-2021#1.6'], []],
    },
    synonyms: ['исполняет', 'реализует', 'родитель', 'parent'],
  },
  {
    key: 'parts',
    value: 'parts',
    prose: true,
    inItem: {
      description: 'Подмероприятия со своими сроками; печатаются внутри строки.',
      examples: [[{ action: 'Входная диагностика', when: 'октябрь' }]],
    },
    synonyms: ['части', 'подмероприятия', 'подпункты', 'этапы'],
  },
  {
    key: 'excluded',
    value: 'text',
    prose: true,
    inItem: {
      description: 'Чем пункт исключён. Номер остаётся занятым, текст больше не нужен.',
      examples: ['приказ от 12.05.2021 № 80'],
    },
    synonyms: ['исключён', 'исключен', 'исключено'],
  },
  {
    key: 'note',
    value: 'text',
    prose: true,
    column: { position: 90, heading: 'Примечание', width: 34, isUsual: false },
    inItem: {
      description: 'Примечание; печатается в графе «Примечание».',
      examples: ['По согласованию с ИРО'],
    },
    inPart: { description: 'Примечание.', examples: ['По согласованию'] },
    synonyms: ['примечание', 'примечания', 'комментарий', 'comment'],
    headings: [
      { step: 130, pattern: /(^| )причин/, weight: 1 },
      {
        step: 140,
        pattern: /примечан|комментар|замечани|^доп(олнит)?\S* (сведен|информ)/,
        weight: 3,
      },
    ],
  },
  {
    key: 'result',
    value: 'text',
    prose: true,
    column: { position: 80, heading: 'Результат', width: 42, isUsual: false },
    inItem: {
      description:
        'Что написано в графе «Результат выполнения» самого документа. Исполнение по ходу года записывают в файл facts.',
      examples: ['Проведено 11 заседаний'],
    },
    inPart: { description: 'Результат, как он записан в самом документе.', examples: ['Проведено'] },
    synonyms: ['результат', 'итог', 'исполнение', 'выполнение'],
    headings: [
      {
        step: 60,
        pattern: /^(результат|итог)\S*( \/? ?(итог|результат)\S*)? (выполнен|исполнен|реализ|провед)/,
        weight: 3,
      },
      { step: 70, pattern: /^(результат\S*\/итог|итог\S*\/результат)/, weight: 3 },
      {
        step: 80,
        pattern:
          /отметк\S* об? |^отметк\S*$|фактическ|^факт|информация об? (исполн|выполн|реализ|ход)|^(исполнен|выполнен)(?!.*(срок|ответствен|исполнител|причин))|статус|^достигнут|^что сделано|ход (выполн|исполн|реализ)|отчет об? /,
        weight: 3,
      },
      { step: 270, pattern: /^итог/, weight: 1 },
    ],
  },
  {
    key: 'extra',
    value: 'texts-by-name',
    prose: true,
    inItem: {
      description: 'Свои графы: имя и текст. Печатаются графой extra.ИМЯ.',
      examples: [{ направление: 'Кадры' }],
    },
    synonyms: ['дополнительно', 'прочее'],
  },
] as const satisfies readonly ItemField[];

/** What is written under the key of a field. */
export type ValueKind =
  /** A number that is a name: `1.10` is not `1.1`. */
  | 'number'
  | 'numbers'
  | 'name'
  | 'names'
  | 'text'
  /** A text, in an item also a text with a link. */
  | 'linked-text'
  | 'period'
  | 'executors'
  | 'indicators'
  | 'parts'
  | 'texts-by-name';

interface ItemField {
  readonly key: string;
  readonly value: ValueKind;
  /** Whether a person reads it as text, so that it is proof-read. */
  readonly prose: boolean;
  /** Its column of the printed table; absent: it has none. */
  readonly column?: FieldColumn;
  /** Its property of an item in `schemas/plan.schema.json`. */
  readonly inItem: FieldTexts;
  /** Its property of a part of an item; absent: parts have no such field. */
  readonly inPart?: FieldTexts;
  /** Words that people write in place of the key. */
  readonly synonyms: readonly string[];
  /** How the column is headed in documents that are imported. */
  readonly headings?: readonly HeadingPattern[];
}

interface FieldColumn {
  /** The columns of a plan that states none are in this order. */
  readonly position: number;
  readonly heading: string;
  /** Millimetres. */
  readonly width?: number;
  /** Printed in every plan; the others only where some item fills them. */
  readonly isUsual: boolean;
}

interface FieldTexts {
  readonly description: string;
  readonly examples: readonly unknown[];
}

interface HeadingPattern {
  /** The patterns of all fields are tried in this order, which settles headings that name two things. */
  readonly step: number;
  /** Matched against the heading in lower case, ё as е, without punctuation. */
  readonly pattern: RegExp;
  /** Where two columns claim a field, the higher weight gets it. */
  readonly weight: number;
}

type Field = (typeof ITEM_FIELDS)[number];

/** Fields that a column of an imported table may fill. */
export type ImportedField = Extract<Field, { readonly headings: unknown }>['key'];

/** Fields that are a text of their own column and nothing more. */
export type TextColumn = Extract<
  Field,
  { readonly value: 'text' | 'linked-text'; readonly column: { readonly isUsual: false } }
>['key'];

export const itemFields: readonly ItemField[] = ITEM_FIELDS;

/** Columns of a plan that states none, in their order. */
export const columnFields: readonly (ItemField & { readonly column: FieldColumn })[] = itemFields
  .flatMap((field) => (field.column ? [{ ...field, column: field.column }] : []))
  .sort((a, b) => a.column.position - b.column.position);

/** Field → the heading of its column. */
export const COLUMN_HEADINGS: Readonly<Record<string, string>> = Object.fromEntries(
  columnFields.map(({ key, column }) => [key, column.heading]),
);

export const textColumns = columnFields
  .filter(({ value, column }) => !column.isUsual && (value === 'text' || value === 'linked-text'))
  .map(({ key }) => key) as readonly TextColumn[];

/** Keys of the fields whose value is one of these kinds. */
export const keysOf = (...kinds: readonly ValueKind[]): readonly string[] =>
  itemFields.flatMap(({ key, value }) => (kinds.includes(value) ? [key] : []));
