import { itemFields } from '../fields/item-fields.ts';

/** Words people write for a key: Russian names of the columns and requisites, and likely English ones. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  kind: ['вид', 'тип документа'],
  level: ['уровень'],
  programme: ['программа', 'проект', 'program', 'project'],
  title: ['название', 'заголовок', 'name', 'наименование'],
  territory: ['территория', 'район', 'муниципалитет', 'регион'],
  period: ['период', 'год', 'year', 'срок'],
  registry: ['справочник', 'реестр'],
  numbering: ['нумерация'],
  order: ['приказ', 'распоряжение', 'постановление'],
  stamp: ['отметка', 'гриф', 'штамп'],
  'approved-by': ['утверждаю', 'утвердил', 'утверждено'],
  agreed: ['согласовано', 'согласовал'],
  accepted: ['принято', 'принят', 'рассмотрено'],
  responsible: ['ответственный за план', 'отвечает'],
  amendments: ['изменения'],
  closed: ['закрыт', 'завершён', 'отменён'],
  glossary: ['сокращения', 'глоссарий', 'словарь'],
  context: ['контекст', 'введение', 'актуальность', 'preamble', 'introduction'],
  columns: ['графы', 'столбцы', 'колонки'],
  stages: ['этапы', 'ступени'],
  sections: ['разделы', 'раздел', 'section', 'части'],
  items: ['пункты', 'пункт', 'мероприятия', 'item', 'список'],
  waivers: ['отступления', 'исключения'],
  // The first of the keys that share a word is meant: «этапы» are stages before parts, «номер» a number before an item.
  ...Object.fromEntries(itemFields.map(({ key, synonyms }) => [key, synonyms])),
  type: ['вид', 'тип', 'вид документа'],
  issuer: ['орган', 'организация', 'издатель', 'author'],
  date: ['дата', 'день', 'when', 'срок'],
  place: ['место'],
  subject: ['заголовок', 'тема', 'о чём', 'title', 'название'],
  preamble: ['преамбула', 'вводная часть'],
  formula: ['формула'],
  clauses: ['пункты', 'подпункты', 'items', 'текст'],
  signatory: ['подпись', 'подписал', 'подписант', 'signature', 'signed'],
  acquainted: ['ознакомлены', 'ознакомлен'],
  annexes: ['приложения', 'приложение', 'attachments'],
  position: ['должность', 'post'],
  name: ['имя', 'фио', 'наименование', 'название', 'title'],
  genitive: ['родительный', 'родительный падеж'],
  aliases: ['синонимы', 'варианты', 'псевдонимы', 'сокращения'],
  'acts-as': ['роль', 'роли', 'выступает как', 'role', 'roles'],
  text: ['текст'],
  list: ['список', 'перечень', 'items'],
  heading: ['заголовок', 'название', 'title'],
  field: ['поле', 'графа'],
  width: ['ширина'],
  from: ['с', 'от', 'начало', 'start', 'begin'],
  to: ['по', 'до', 'конец', 'end', 'until'],
  until: ['до', 'по', 'конец', 'to', 'end', 'deadline'],
  by: ['к', 'кем', 'кто', 'до'],
  value: ['значение', 'число'],
  unit: ['единица', 'ед', 'ед. изм.'],
  of: ['из', 'от'],
  rule: ['правило'],
  item: ['пункт', 'номер', 'number'],
  reason: ['причина', 'обоснование', 'because'],
  plan: ['план'],
  facts: ['факты', 'исполнение', 'items'],
  recorded: ['записано', 'внесено'],
  reports: ['отчёты', 'отчет', 'отчёт'],
  done: ['исполнено', 'выполнено', 'сделано', 'готово', 'status'],
  count: ['количество', 'сколько', 'раз'],
  evidence: ['подтверждение', 'подтверждения', 'доказательства', 'ссылка', 'links', 'файл'],
  rescheduled: ['перенос', 'перенесено', 'перенесён'],
  basis: ['основание'],
  indicator: ['показатель', 'показатели', 'indicators'],
  part: ['часть', 'подмероприятие', 'parts'],
  schools: ['школы'],
  rules: ['правила', 'severity', 'severities'],
  language: ['язык', 'lang'],
  timezone: ['часовой пояс', 'tz'],
  exclude: ['исключить', 'кроме', 'ignore'],
  include: ['включить', 'файлы'],
  calendar: ['календарь'],
  documents: ['документы', 'оформление'],
  font: ['шрифт'],
  size: ['размер', 'кегль'],
  margins: ['поля'],
};

/** Russian words for the values of closed lists. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  plan: ['план', 'дорожная карта'],
  facts: ['факты', 'исполнение'],
  registry: ['справочник', 'реестр'],
  federal: ['федеральный', 'федерация'],
  regional: ['региональный', 'регион', 'область', 'край'],
  municipal: ['муниципальный', 'муниципалитет', 'район', 'город'],
  school: ['школьный', 'школа', 'институциональный'],
  error: ['ошибка', 'fatal'],
  warning: ['предупреждение', 'warn'],
  info: ['сведение', 'информация', 'hint', 'note'],
  off: ['выкл', 'выключено', 'нет', 'false', 'none', 'no'],
  day: ['день', 'дни', 'days'],
  'working-day': ['рабочий день', 'рабочие дни'],
  week: ['неделя', 'недели', 'weeks'],
  month: ['месяц', 'месяцы', 'months'],
  quarter: ['квартал'],
  'half-year': ['полугодие'],
  year: ['год', 'years'],
  'school-quarter': ['четверть', 'учебная четверть'],
  'school-year': ['учебный год'],
  span: ['отрезок', 'период', 'range', 'interval'],
  recurring: ['повторение', 'ежемесячно', 'регулярно'],
  open: ['постоянно', 'бессрочно'],
  'on-demand': ['по необходимости'],
  count: ['количество', 'число', 'number'],
  percent: ['процент', 'доля', '%', 'percentage'],
  artifact: ['документ', 'document'],
  qualitative: ['качественный'],
  '>=': ['=>', '≥', 'не менее', 'от'],
  '<=': ['=<', '≤', 'не более', 'до'],
  '>': ['более', 'свыше'],
  '<': ['менее'],
  '=': ['==', 'ровно'],
  when: ['срок', 'дата'],
  action: ['мероприятие', 'действие'],
  indicators: ['показатель', 'показатели', 'indicator'],
  executors: ['исполнитель', 'исполнители', 'executor'],
  ru: ['русский', 'рус', 'russian'],
  en: ['английский', 'english'],
  top: ['сверху'],
  bottom: ['снизу'],
  none: ['нет', 'без номеров'],
};

const fold = (word: string): string => word.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е');

function index(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, others] of Object.entries(words)) {
    for (const other of others) {
      const folded = fold(other);
      const names = found.get(folded);
      if (names) names.push(name);
      else found.set(folded, [name]);
    }
  }
  return found;
}

const keyIndex = index(KEYS);
const valueIndex = index(VALUES);

const among = (names: readonly string[] | undefined, known: readonly string[]): string | undefined =>
  names?.find((name) => known.includes(name));

/** The known key that a word means («срок» → `when` in an item, `until` in a stage). */
export function keyMeantBy(word: string, known: readonly string[]): string | undefined {
  return among(keyIndex.get(fold(word)), known);
}

/** The value of a closed list that a word means («муниципальный» → `municipal`). */
export function valueMeantBy(word: string, known: readonly string[]): string | undefined {
  return among(valueIndex.get(fold(word)), known);
}
