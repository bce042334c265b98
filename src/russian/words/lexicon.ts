import { MONTHS } from '../../finding/months.ts';
import { remembered } from '../../finding/remembered.ts';
import { formsOfNoun } from './lemma.ts';

/** What a word does in a «срок». One word, one role: what else it may mean is decided by its neighbours. */
export type Role = keyof typeof ROLES | 'month' | 'weekday' | 'adverb' | 'periodic' | 'season' | 'seasonal';

export interface KnownWord {
  readonly role: Role;
  /** Number of the month, weekday, season or adverb; 0 for the other roles. */
  readonly value: number;
  /** The cases it may stand in, ngdaip and for the plural NGDAIP, where the grammar asks for them; else none. */
  readonly cases: string;
}

/**
 * Words by role, apart by blanks, lower-case with ё folded; `год:,а,у` stands for год, года, году, and
 * `недел:я/n,и/gN` tells the cases of неделя, недели. Only cases that a pattern asks for are written down. `группа#` stands for
 * all forms of a noun of the dictionary, with their cases.
 */
const ROLES = {
  year: 'год:/na,а/g,у/d,ом/i,е/p,ы/N,ов/G,ам/D,ах/P г/a гг/NGDP лет/g',
  school: 'учебн:ый,ого,ому,ым,ом,ых,ая,ой,ую,ое,ые уч учеб учебн тренировочн:ый,ого,ому,ым,ом',
  civil: 'календарн:ый,ого,ому,ым,ом,ая,ой,ую,ых финансов:ый,ого,ому,ым,ом',
  current: 'текущ:ий,его,ему,ем,им,ей,ая,ую настоящ:его,ем тек сего этого этом данного данном',
  fresh: 'нов:ый,ого,ому,ым,ом',
  next: 'следующ:ий,его,ему,ем,им,ей,ая,ую',
  reporting: 'отчетн:ый,ого,ому,ым,ом,ой',
  quarter: 'квартал:/na,а/g,у/d,ом/i,е/p,ы/N,ов/G,ам/D,ах/P,ами/I кв/na кварт/a',
  half: 'полугоди:е/na,я/gN,ю/d,ем/i,и/p,й/G,ях/P,ям/D полугодье/a полугодья/g полгода/a полуг/a полугод/a пол/a',
  part: 'половин:а,ы/g,е,у,ой',
  term: 'четверт:ь/na,и/gdpN,ью/i,ей/G,ям/D,ях/P четв/a',
  semester: 'семестр:/na,а/g,у/d,ом/i,е/p,ы/N,ов/G,ам/D,ах/P,ами/I',
  trimester: 'триместр:/na,а/g,у/d,ом/i,е/p,ы/N,ов/G,ам/D,ах/P,ами/I',
  decade: 'декад:а,ы/gN,е,у,ой,ах',
  week: 'недел:я/n,и/gN,е/dp,ю/a,ей/i,ь/G,ям/D,ях/P нед/aG',
  day: 'д:ень/na,ня/g,ню/d,нем/i,не/p,ни/N,ней/G,ням/D,нями/I,нях/P сутки/nagN суток/gG дн/aG',
  monthWord: 'месяц:/na,а/g,у/d,ем/i,е/p,ы/N,ев/G,ам/D,ах/P мес/aG',
  date: 'числ:о,а,у,ом,е,ам,ах',
  hour: 'час:,а,у,ов,ам ч',
  minute: 'минут:,а,ы мин',
  working: 'рабоч:ий,его,ему,им,ем,ая,ей,ую,ие,их,ее,ими,им раб',
  holidays: 'каникул:ы,/G,ам/D,ах каникулярн:ое,ый,ые,ых,ого,ом',
  in: 'в во',
  on: 'на',
  for: 'за',
  since: 'с со',
  by: 'по',
  until: 'до непозднее непозже',
  towards: 'к ко',
  from: 'от',
  starting: 'начиная',
  and: 'и',
  not: 'не',
  later: 'поздне:е,й позже позднеее',
  than: 'чем',
  least: 'реже менее минимум',
  most: 'более чаще максимум больше',
  how: 'как',
  times: 'раз:,а,у',
  every: 'кажд:ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых',
  whole: 'весь всего всей всю все всем целый целого',
  course: 'течени:е,и,я,ю теч',
  inCourse: 'втечени:е,и',
  along: 'протяжени:и,е,ии',
  span: 'период:,а,у,ом,е,ы,ов,ах',
  deadline: 'срок:,а,у,ом,е,и,ов,ам/D,ами/I,ах',
  happening: 'дат:а,ы,е,у',
  beginning: 'начал:о,а,у,е',
  middle: 'середин:а,ы,е,у,ой',
  end: 'кон:ец,ца,цу,це,цом',
  ending: 'окончани:е,и,я,ю завершени:е,и,я,ю',
  last: 'последн:ий,его,ему,ем,им,яя,ей,юю,ее,ие/N,их/G',
  further: 'далее дальше затем потом впоследствии',
  always: 'постоянн:о,ый,ая,ого,ой регулярно систематически непрерывно бессрочно перманентно',
  yearRound: 'круглогодичн:о,ый круглый',
  basis: 'основ:е,а',
  schedule:
    'график:,а,у,ом,и,ам,ах,ами,е план:,а,у,ом,ы,ам,ах,ами,е расписани:е,я,ю,ем,и,ям ' +
    'циклограмм:а,ы,е,у,ой планграфику',
  according: 'согласно',
  accordance: 'соответствии',
  need: 'необходимост:и,ь,ью',
  measure: 'мере',
  request:
    'запрос:у,ам,ов,а требовани:ю,ям,и согласовани:ю,и обращени:ю,ям,й заявк:е,ам,и заявок заявлени:ю,ям ' +
    'потребност:и,ям вызову',
  at: 'при',
  without: 'без',
  after: 'после',
  moment: 'момент:а,у',
  through: 'через спустя',
  before: 'перед',
  results: 'итог:ам,и результат:ам',
  during: 'время ходе процессе',
  inclusive: 'включительно вкл',
  about: 'ориентировочно примерно',
  weekends: 'выходн:ых,ым,ыми,ые праздничн:ых,ым,ыми,ые',
  except: 'кроме исключением',
  doing:
    'реализаци:и,я,ю действи:я,е исполнени:я,е,ю выполнени:я,е,ю проведени:я,е,ю внедрени:я,е ' +
    'осуществлени:я,е,ю сдачи представлени:я,е предоставлени:я,е подачи',
  acts: 'действ:ует,уют',
  contrary: 'но либо или перенос отмена отменен:о,а,ы перенесен:о,а,ы исключен:о,а,ы',
} as const;

/** Whether this is the name of a role of words in a срок. */
export const isRole = (text: string): text is Role =>
  Object.hasOwn(ROLES, text) || NUMBERED.some(([role]) => role === text);

const SHORT_MONTHS = 'янв; фев февр; мар; апр; ; июн; июл; авг; сен сент; окт; ноя нояб; дек'.split('; ');
const MONTH_FORMS = MONTHS.map((month, at) => {
  const [stem, endings] = month.endsWith('ь')
    ? [month.slice(0, -1), 'ь,я/g,ю,ем,е,и']
    : month === 'май'
      ? ['ма', 'й,я/g,ю,ем,е']
      : [month, ',а/g,у,ом,е'];
  return `${stem}:${endings} ${SHORT_MONTHS[at]}`.trim();
}).join('; ');

const WEEKDAYS =
  'понедельник:,а,у,ом,е,и,ов,ам,ах пн; вторник:,а,у,ом,е,и,ов,ам,ах вт; сред:а,ы,е,у,ой,ам,ах ср; ' +
  'четверг:,а,у,ом,е,и,ов,ам,ах чт; пятниц:а,ы,е,у,ей,ам,ах пт; суббот:а,ы,е,у,ой,ам,ах сб; ' +
  'воскресень:е,я,ю,ем,и,ям,ях вс';

const SEASONS = 'весн:а,ы,е,у,ой; лет:о,ом,а; осен:ь,и,ью; зим:а,ы,е,у,ой';
const SEASONAL = ['весенн', 'летн', 'осенн', 'зимн']
  .map((stem) => `${stem}:ий,его,ему,ем,им,ие,их,ими`)
  .join('; ');

/** What the adverbs count over, in their order. */
export const ADVERB_RHYTHMS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'school-quarter',
  'half-year',
] as const;
/** Adjectives of the same, in their order. */
const PERIODIC = 'дневн недельн месячн квартальн годн четвертн полугодн'
  .split(' ')
  .map((stem) => `еже${stem}:ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых,ыми`)
  .join('; ');
const ADVERBS =
  'ежедневно каждодневно ежесуточно; еженедельно понедельно; ежемесячно помесячно; ежеквартально поквартально; ежегодно; ' +
  'ежечетвертно; ежеполугодно';

const NUMBERED: readonly (readonly [Role, string])[] = [
  ['month', MONTH_FORMS],
  ['weekday', WEEKDAYS],
  ['season', SEASONS],
  ['seasonal', SEASONAL],
  ['adverb', ADVERBS],
  ['periodic', PERIODIC],
];

let dictionary: ReadonlyMap<string, KnownWord> | undefined;
/** Long forms by length, for one slip of a key; short words are too near to others. */
let longForms: ReadonlyMap<number, readonly string[]> | undefined;

/** Made when the first срок is read, not when a command starts. */
function known(): ReadonlyMap<string, KnownWord> {
  dictionary ??= dictionaryOf();
  return dictionary;
}

/** The forms of a row, each with its cases. */
function* formsIn(row: string): Iterable<readonly [form: string, cases: string]> {
  for (const entry of row.split(' ')) {
    if (entry.endsWith('#')) {
      yield* formsOfNoun(entry.slice(0, -1));
      continue;
    }
    const colon = entry.indexOf(':');
    const stem = entry.slice(0, Math.max(colon, 0));
    for (const form of entry.slice(colon + 1).split(',')) {
      const [ending = '', cases = ''] = form.split('/');
      yield [(stem + ending).replaceAll('_', ' '), cases];
    }
  }
}

function dictionaryOf(): ReadonlyMap<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  const add = (row: string, role: Role, value: number) => {
    const plain: KnownWord = { role, value, cases: '' };
    for (const [form, cases] of formsIn(row)) words.set(form, cases === '' ? plain : { role, value, cases });
  };
  for (const [role, row] of Object.entries(ROLES)) add(row, role as Role, 0);
  for (const [role, table] of NUMBERED) {
    table.split('; ').forEach((row, at) => {
      add(row, role, at + 1);
    });
  }
  return words;
}

function longFormsOf(words: ReadonlyMap<string, KnownWord>): ReadonlyMap<number, readonly string[]> {
  const byLength = new Map<number, string[]>();
  for (const [form, { role, value }] of words) {
    // «еженедельна» is as near to the adjective as to the adverb, which it means.
    if (role === 'periodic' || form.length < (value > 0 ? 6 : 7)) continue;
    const alike = byLength.get(form.length);
    if (alike) alike.push(form);
    else byLength.set(form.length, [form]);
  }
  return byLength;
}

/**
 * The role of a word (lower case, ё folded). One slip of a key is forgiven in a long word when only one
 * role is that near; undefined for any other word.
 */
export const knownWord = remembered(lookUp);

function lookUp(word: string): KnownWord | undefined {
  const words = known();
  const listed = words.get(word);
  if (listed || word.length < 5 || word.length > 20) return listed;
  longForms ??= longFormsOf(words);
  let found: KnownWord | undefined;
  for (let length = word.length - 1; length <= word.length + 1; length++) {
    for (const form of longForms.get(length) ?? []) {
      if (!isOneSlip(word, form)) continue;
      const near = words.get(form)!;
      if (found && (found.role !== near.role || found.value !== near.value)) return undefined;
      // Of which form it is a slip is not certain.
      found = found ? { ...near, cases: found.cases + near.cases } : near;
    }
  }
  return found;
}

/** The role of a word that stands in the dictionary as it is; a slip of a key is not forgiven. */
export const wordRole = (word: string): KnownWord | undefined => known().get(word);

/** Whether the word stands in the dictionary as it is. */
export function isListed(word: string): boolean {
  return known().has(word);
}

/** One letter more, less, other, or two neighbours swapped. The words differ. */
function isOneSlip(word: string, form: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === form[at]) at++;
  if (word.length === form.length) {
    if (word.slice(at + 1) === form.slice(at + 1)) return true;
    return (
      word[at] === form[at + 1] && word[at + 1] === form[at] && word.slice(at + 2) === form.slice(at + 2)
    );
  }
  return word.length > form.length
    ? word.slice(at + 1) === form.slice(at)
    : word.slice(at) === form.slice(at + 1);
}

/**
 * What a word does in an indicator or another sentence, in the notation of the roles above; a word may do several of these.
 * Prepositions have the cases they govern. `рабочая_группа` are two words that do together what neither does alone.
 */
const SENTENCE_ROLES = {
  preposition:
    'о/pa об/pa обо/p про/a по/dpa для/g без/g от/g до/g из/g у/g около/g после/g среди/g посреди/g на/pa в/pa во/pa за/ia с/gi со/gi ' +
    'под/ia над/i перед/i между/i при/p через/a к/d ко/d согласно/d против/g вокруг/g вне/g посредством/g путем/g',
  bound: 'менее более меньше больше минимум максимум свыше',
  oftener: 'чаще реже',
  /** With the slips of a key in the word that bounds most targets. */
  lower: 'менее мене менне мнее меннее менеее мение менеие минее меньше ниже',
  higher: 'более больше выше свыше',
  nearly: 'около порядка примерно приблизительно почти ориентировочно',
  exceed: 'превыша:ет,ют,ющая превысит превысила',
  /** «Н е менее»: what is left of a torn «не», and a «не» before a bound that it turns round. */
  torn: 'е н ее ен не нн ни',
  percents: 'процент:,а,ов,ы,ам,ами,ах',
  naught: adjectives('нулев', 'ой'),
  entire: adjectives('стопроцентн'),
  third: 'треть:,ю,и трети',
  manifold: 'вдвое втрое вчетверо впятеро',
  /** Whose number names one of them: «пункт 5», «приложения 1–3». */
  reference:
    'п пп ст пункт# статья# част:ь,и,ью приложени:е,ю,я,ем,и раздел# глав:а,е,ы,у таблица# вариант протокол',
  class: 'класс# кл',
  age: 'лет года год',
  /** What may stand before an age and belongs to it. */
  ageLead: 'от до с старше младше не более менее возрасте на',
  grade: `${adjectives('квалификационн')} категория# ступен:ь,и экземпляр#`,
  /** After a number with an ending: «3-х дневный», «2-х этапная». */
  lasting:
    `${adjectives('дневн этапн месячн сторонн уровнев разов часов')} часовой разовой ` +
    'летн:ий,его,ему,им,ем,яя,ей,юю,ее,ие,их,ими',
  scope: 'объем:,а,у,ом,е',
  taught: 'программа# курс# кпк дпп модуль# удостоверение# стажировка#',
  /** What people are divided into: «2 педагога на группу», «в 1 смену». */
  division: 'группа# класс# отряд# смена# команда#',
  outcome: 'итог:,а,у,ом,е,и,ам,ами,ах',
  exclusion: 'кроме исключая исключением помимо вместо',
  restriction: 'только лишь исключительно преимущественно частично',
  condition: 'если ежели когда пока насколько возможно желательно предположительно',
  /** After «при»: what may be there or not. */
  given:
    'наличии условии возможности необходимости поступлении выделении финансировании отсутствии желании согласии',
  sufficient: 'должном надлежащем соответствующем достаточном полном',
  /** After «в пределах»: what limits a target, though no number does. */
  means: `средств бюджет# финансов финансирования ассигнований лимит:а,ов,у смет:ы,,а возможност:ей,и ${adjectives(
    'бюджетн финансов выделенн лимитн утвержденн доведенн сметн',
  )} имеющ:ихся,егося,ейся`,
  /** Times that no day is told by. */
  loose:
    'постоянно периодически регулярно систематически иногда непрерывно круглогодично сначала потом затем вначале впоследствии ' +
    'ежечасно поэтапно своевременно заблаговременно немедленно срочно утром вечером днем ночью сегодня завтра позже ранее ' +
    'позднее раньше',
  /** Words that change nothing where they stand alone: joints, what announces a number or sums it up, what names pieces. */
  silent:
    'и а также же всего итого общее общая общего общей общий в том числе ед шт экз чел единица единиц единицы штук штука штуки ' +
    'человек человека наименование наименований раз раза показатель показатели значение',
  /** Papers that hold many things. */
  container: 'банк база реестр сборник перечень список каталог пакет комплект план график',
  /** «40 % от общего числа»: all of them. */
  ofAll: 'от из общего общей всего числа количества численности всех',
  /** What may stand before the thing that is counted. */
  light:
    'общее общая общей общий общего всего итого уровне удельный удельного от в и на до с по достижени:е,я ' +
    'обеспечени:е,я наличи:е,я проведени:е,я организаци:я,и реализаци:я,и',
  /** What may stand between a share and those it is of. */
  ofTheWhole: 'всех вновь впервые общего общей числа количества численности доли удельного веса',
  /** «на одного педагога» */
  single: 'одного одну одно одной',
  /** How something was done: adds nothing of its own. */
  manner:
    'своевременно полностью успешно ежегодно ежемесячно качественно постоянно регулярно вновь систематически ' +
    'информационно учебно',
  /** Prepositions that open where or for whom something was done: «на сайтах школ». */
  aside: 'на в во по для с среди',
  /** Of these, several are shown wherever they are published. */
  report: 'публикация новость пост сюжет репортаж',
  /** What is concluded. */
  treaty: 'договор соглашение контракт',
  /** What announces that something is there. */
  existing: 'наличие имеется имеются',
  /** Abbreviated bodies that are neither legal forms nor types of institutions: centres, offices, associations. */
  organisation: 'ко цро иро ммц имц рмк моуо оо шнор рмо шмо гмо ммо имк мо омс нко',
  /** Prepositions whose object runs on over commas. */
  ranging: 'на за про',
  /** Papers whose genitive names who issued them: «приказ | комитета». */
  issued: 'приказ распоряжение постановление письмо решение концепция отчёт справка',
  /** What is put before readers: several of them, or one where it says where. */
  published: 'публикация новость пост раздел страница рубрика сюжет репортаж',
  /** Papers that are as often the thing done («размещена информация») as the thing to show. */
  vague: 'информация материал документ сведение данные документация запрос фотография фото видео',
  /** Nouns that say little without their complement: «участник проекта». */
  relative: 'участник представитель член победитель призёр руководитель участница',
  /** Words after which a line goes on: «не менее ⏎ 8 мероприятий». */
  hanging:
    'не менее более свыше до от с со в во на по к о об из у за для при и или а также чем через без под над том ' +
    'числе наличие проведение доля количество',
  /** Deeds that are named by their noun: «проведение семинаров». */
  carrying: 'проведение организация размещение публикация выпуск подготовка',
  /** Events whose genitive is what they are done to: «Мониторинг 12 школ», «Открытие 2 центров». */
  undergone:
    'опыт мониторинг аттестация открытие показ проверка экспертиза посещение анкетирование тестирование ' +
    'обследование опрос',
  /** Prepositions before a percent that is no share. */
  noShare: 'с со о об к при под через без',
  /** «Участие в 5 вебинарах», «Победа в 2 конкурсах». */
  taking: 'участи:е,я,ю участвовал:,а,и победа победы',
  /** «Дважды в год проводится мониторинг». */
  happens: 'проводится проводятся проходит проходят проведен:,а,о,ы',
  /** Words that make a year of a bare number. */
  yearLead: 'в во за к ко до на с по от начиная конец начало',
  /** Action nouns that no ending tells. */
  action:
    'обмен рост выход перевод ввод допуск сбор отбор выбор поиск переход запуск старт набор контроль учет ' +
    'содействие помощь поддержка оценка переподготовка разработка отработка проработка корректировка рассылка ' +
    'установка закупка поставка загрузка подача передача прием уборка покраска посадка высадка доставка ' +
    'отправка замена побелка сверка подготовка динамика отсутствие обеспечение работа организация реализация ' +
    'регистрация трансляция ротация актуализация координация апробация адаптация популяризация диссеминация ' +
    'проверка взаимодействие участие сотрудничество соответствие подтверждение выполнение изучение прохождение ' +
    'присутствие профилактика диагностика выпуск готовность использование внедрение применение ' +
    'консультирование сопровождение анкетирование тестирование обучение просвещение увеличение снижение ' +
    'повышение улучшение сокращение уменьшение развитие укрепление рассмотрение обсуждение подведение ' +
    'информирование включение привлечение распространение обобщение выявление освоение посещение приобретение ' +
    'оснащение ознакомление размещение охват исполнение посещаемость обеспеченность заполнение явка вовлечение ' +
    'предоставление представление проведение своевременное подключение согласование сохранность сохранение ' +
    'трудоустройство получение устранение наличие разбор показ закрепление',
  /** Things that look like action nouns but are counted or shown; alone they are no event. */
  noAction:
    'образование учреждение отделение население поколение управление объединение оборудование помещение здание ' +
    'предложение замечание задание изменение достижение обращение упражнение умение знание решение приложение ' +
    'мнение значение условие сообщение представление издание событие территория категория компетенция ' +
    'технология ассоциация администрация традиция функция секция станция лаборатория диссертация инициатива ' +
    'комиссия коллекция позиция ситуация нация рота школа',
  shown: 'публикация разработка проверка закупка рассылка работа апробация трансляция',
  noPredicate:
    'планы страны органы экраны смены цены стены стена цена смена страна планах уроки экрана плана органа ' +
    'сцена измена кино окно звено дано одно равно должно можно нужно важно видно бревно зерно пятно судно',
  state:
    'умение знание навык динамика опыт интерес имидж авторитет престиж рост спрос доступ контроль порядок ' +
    'спокойствие единство достижение климат атмосфера уровень потенциал польза учет связь дисциплина культура ' +
    'мотивация активность отклик комфорт',
  /** What joins two participles: «разработан, а также утверждён». */
  joint: 'и также',
  /** What is shared out, held or listed is one; what goes on has no number of times: «мониторинг». */
  ongoing:
    'декада месячник мониторинг диагностика анкетирование обследование тестирование опрос ' +
    'срез экспертиза проверка аудит самодиагностика самообследование посещение подготовка',
  or: 'или либо',
  all: 'все всех всем всеми',
  piece: 'ед шт экз чел единиц:,а,ы штук:,а,и человек:,а наименовани:й,е,я',
  person: 'чел человек:,а',
  amount:
    'дол:я,и,ю,е,ей количеств:о,а,у кол-во числ:о,а,у численност:ь,и процент:,а охват:,а вес:,а уровень показател:ь,я',
  /** Words about the measure, not about what is measured. */
  measured:
    'доля# количество# числ:о,а,у,е,ом численност:ь,и,ью охват# процент# ед шт единица# штук:а,и,у,ой,е,,ам,ами,ах',
  share: 'дол:я,и,ю,е,ей вес процент удельн:ый,ого',
  rise:
    'рост:,а прирост:,а увеличени:е,ю,я повышени:е,ю,я увеличен:,а,о,ы повышен:,а,о,ы увеличить повысить ' +
    'увеличил:,а,о,и,ся,ась,ось,ись вырос:,ла,ло,ли возрос:,ла,ло,ли',
  fall:
    'снижени:е,ю,я уменьшени:е,ю,я сокращени:е,ю,я снижен:,а,о,ы уменьшен:,а,о,ы сокращен:,а,о,ы снизить сократить уменьшить ' +
    'снизил:,а,о,и,ся,ась,ось,ись сократил:,а,о,и,ся,ась,ось,ись уменьшил:,а,о,и,ся,ась,ось,ись',
  /** Of these a share should be small: a bare «доля неуспевающих – 5 %» has no sure direction. */
  unwanted:
    'не неуспевающий# неуспеваемост:ь,и,ью второгодник:,а,и,ов,ам,ами,ах двойка# двоечник:,а,и,ов,ам,ами,ах задолженность# ' +
    'нарушение# правонарушение# преступление# жалоба# пропуск# неявк:а,и,е,у,ой ошибка# травма# травматизм:,а,у,ом,е ' +
    'дефицит# риск# выбыти:е,я,ю,ем,и отсев:,а,у,ом,е нуждающ:ийся,аяся,ееся,иеся,егося,ейся,ихся,имся,имися ' +
    `выбывш:ий,его,ему,им,ем,ая,ей,ую,ее,ие,их,ими ${adjectives('рисков рискованн аварийн неудовлетворительн необъективн низк')} необъективност:ь,и,ью`,
  reach: 'доведени:е,ю,я доведен:,а,о,ы достижени:е,ю,я достигнут:,а,о,ы довести достичь обеспечить',
  risen:
    'увеличен:,а,о,ы увеличил:ся,ась,ось,ись,а,о,и увелич:ится,атся вырос:,ла,ло,ли вырас:тет,тут возрос:,ла,ло,ли возрас:тет,тут ' +
    'повышен:,а,о,ы повысил:ся,ась,ось,ись повысится',
  fallen:
    'снижен:,а,о,ы снизил:ся,ась,ось,ись снизится сокращен:,а,о,ы сократил:ся,ась,ось,ись сократится ' +
    'уменьшен:,а,о,ы уменьшил:ся,ась,ось,ись уменьшится',
  /** Short participles after which the subject exists: a document so announced is the target. */
  made: shortParticiples(
    'разработан утвержден издан подготовлен составлен сформирован заключен оформлен принят создан опубликован подписан выпущен ' +
      'согласован обновлен актуализирован скорректирован доработан изготовлен сдан подан пополнен дополнен',
    'имеется имеются имелся',
  ),
  /** Those of them after which «информация», «материалы» may be what was done rather than a document to show. */
  placed: shortParticiples(
    'размещен направлен представлен предоставлен собран выдан получен внесен заполнен определен введен',
  ),
  held: 'проведен:,а,о состоял:ся,ась,ось',
  /** Bodies whose sitting is called as they are: «Проведён методический совет». */
  sitting: 'совет комиссия штаб',
  /**
   * Two words for what takes place: what «педсовет» is short for (Law 273-FZ, art. 26), and the works by which pupils are
   * assessed (letter of the Ministry of Education SK-228/03 and of Rosobrnadzor 01-169/08-01 of 06.08.2021).
   */
  eventPhrase: 'педагогический_совет контрольная_работа проверочная_работа диагностическая_работа',
  /** Whose decision is a paper. */
  deciding: 'коллегия совет комиссия педсовет совещание собрание заседание',
  /** Whose members are listed on a paper. */
  panel: 'группа комиссия команда жюри совет оргкомитет комитет штаб',
  /** Whose results are written down. */
  survey:
    'мониторинг диагностика анкетирование опрос обследование тестирование самодиагностика самообследование аудит',
  /** Papers that are filled bit by bit. */
  store: 'банк реестр',
  /** On whose level a paper is made or an event is held: one of a region is none of a school. */
  level:
    `${adjectives('муниципальн региональн школьн районн федеральн окружн внутришкольн всероссийск республиканск')} ` +
    adjectives('городск областн краев', 'ой'),
  /** What is measured in parts of one as well. */
  fractional: 'балл час ставка рубль единица процент километр метр гектар литр килограмм тонна',
  /** Participles that say of a counted thing only that it came about. */
  passing:
    `${adjectives('проведенн обученн организованн охваченн реализованн опубликованн размещенн привлеченн вовлеченн')} ` +
    'принявш:ий,его,ему,им,ем,ая,ей,ую,ее,ие,их,ими прошедш:ий,его,ему,им,ем,ая,ей,ую,ее,ие,их,ими ' +
    'состоявш:ийся,егося,емуся,имся,емся,аяся,ейся,уюся,ееся,иеся,ихся,имися',
  /** What several take part in together: «сетевое взаимодействие двух школ». */
  mutual: 'взаимодействие сотрудничество партнерство объединение',
  /** «Вхождение в 30 % лучших». */
  entering: 'вхождение попадание вход',
  /** Where a share is taken, and not of whom. */
  rung: 'этап категория уровень',
  /** Which of them is as often meant as how many: «3 уровень». */
  ranked: 'уровень класс категория разряд степень',
  /** Where something is put before readers. */
  online: 'сайт:,а,у,ом,е,ы,ах сет:ь,и,ях сми портал:,а,е,ах',
  /** Two words for a paper, which the noun alone does not name. */
  paperPhrase: 'рабочая_группа методическая_разработка дорожная_карта',
  /** Two words for a body, which the noun alone does not name (Law 131-FZ, art. 2). */
  bodyPhrase: 'муниципальное_образование',
  /**
   * Whose participants nobody counts: in the relations of education stand pupils, parents, teachers and organisations
   * alike (Law 273-FZ, art. 2, par. 31).
   */
  relations: 'отношени:е,я,й,ям процесс:,а,ов,ы деятельност:ь,и',
  /** «Мероприятия выполнены на 95 %», «Школы укомплектованы кадрами на 98 %». */
  fulfilled: shortParticiples(
    'выполнен исполнен реализован укомплектован обеспечен оснащен освоен заполнен охвачен',
  ),
  /** Action nouns whose object comes to exist. */
  making:
    'разработка утверждение издание подготовка формирование заключение оформление создание принятие подписание выпуск согласование ' +
    'актуализация обновление корректировка изготовление написание',
  placing:
    'составление размещение публикация направление представление предоставление сбор получение выдача заполнение внесение ' +
    'определение ведение наполнение',
  /** The same as infinitives, and others whose object is there when they are done. */
  make:
    'разработать утвердить издать подготовить сформировать оформить создать принять подписать выпустить изготовить написать ' +
    'составить собрать заполнить',
  /** Words that only say that the thing has come about; «утверждено», «опубликовано», «прошли обучение» say more. */
  cameAbout:
    'имеется имеются состоял:ся,ась,ось,ись разработк:а,и,е,у,ой ' +
    `${'наличи составлени оформлени проведени издани создани сформировани изготовлени'.replace(/(?= |$)/g, ':е,я,ю,ем,и')} ` +
    `состоится состоятся ${participles('разработан составлен оформлен издан создан сформирован изготовлен проведен организован')}`,
  prepared: `подготовк:а,и,е,у ${participles('подготовлен')}`,
  /** What opens the words about those whom a thing is for. */
  audience: 'для с со среди',
  /** They join the others and add nothing; «не» and «без» do. */
  joining:
    'в во на по для с со из к ко о об обо от до при у за под над между через среди перед и или а также либо как том ' +
    'числе чем их его ее свой своих своей г гг др пр т е ч это эти этих которые которых который которая',
  /** Before a document itself: what is in the hand is still that document. */
  wrapper:
    'копия скан скан-копия ксерокопия фотокопия выписка текст файл ссылка экземпляр оригинал подлинник реквизиты версия редакция',
  /** What is not yet, or only the shape of, a document. */
  draft: 'проект черновик шаблон макет образец форма бланк заготовка эскиз',
  /** Papers that show that something took place and are never the paper asked for. */
  picture: 'фотография видеозапись скриншот',
  /** What people attach that is no paper of an office. */
  attached:
    'аудиозапись# объявление# афиша# чек# приглашение# сообщение# публикация# новость# пост# ответ# заметка# квитанция# билет# ' +
    'звонок# рассылка# опрос# рассказ# открытка# переписк:а,и,е,у,ой благодарност:ь,и,ью рапорт:,а,у,ом,е,ы,ов ' +
    'объяснительн:ая,ой,ую,ые,ых комментари:й,я,ю,ем,и,ев,ям трансляци:я,и,ю,ей,й',
  /** Shown by the page it is on. */
  onPage: 'публикация новость статья пост сайт страница репортаж сюжет анонс баннер',
  /** Acts by which an official orders something. */
  ruling: 'приказ распоряжение постановление решение указ',
  /** Papers beside them that are nothing before they are signed or approved. */
  act: 'положение порядок регламент устав инструкция',
  conjunction: 'и или либо а но что чтобы если также',
  /** Words in capitals that are only loud: no abbreviation is written so. */
  neverLetters: 'не ниже выше реже чаще чем раз',
  /** Shortened words whose dot ends no sentence. */
  shortened:
    'г гг в вв ед чел шт экз уч им др т д п пп пр ст см мин макс ул обл руб тыс млн стр с ч каб доп мун рег кв пос р о дир зам нач отв рук кол проц напр н м мес нед полуг св ок гл табл рис прил',
  /** Programmes, routes and acts known by their letters. */
  paperLetters: 'ооп аооп аоп иом нпа лна ктп иуп дпп пооп оп ким умк рпв кпвр дооп',
  /** Words that carry no subject: they would make any two rows of a plan look alike. */
  noSubject:
    'без более был была было были быть вам вас весь вид все всех всем для его если есть или иные иных как ' +
    'когда которые которых лет либо между менее мере над нее них ней однако она они оно отношении перед ' +
    'под после при про раз рамках ряд себя согласно соответствии также там тем того том тому тот той ' +
    'течение течении числе числа через что чтобы это этой этом этого год года году целях том далее',
  /** What any paper may be about: these don't tell one subject from another. */
  anySubject:
    'итог результат проведение утверждение организация реализация создание внесение изменение назначение выполнение исполнение ' +
    'подготовка работа мероприятие обеспечение состав мера порядок вопрос год полугодие квартал месяц',
  /** What a paper of any sort may be called: these don't tell one sort from another. */
  anySort: `${adjectives('нов настоящ действующ соответствующ необходим прилагаем электронн бумажн кратк полн')} ${adjectives(
    'муниципальн региональн районн областн школьн',
  )} ${adjectives('городск краев', 'ой')}`,
  /** Participles that say who belongs to a circle; any other says what was done by it or to it. */
  belonging: adjectives(
    'участвующ входящ вошедш включенн расположенн нуждающ действующ начинающ работающ учащ обучающ будущ настоящ следующ ' +
      'соответствующ являющ',
  ),
  /** A level that is reached, not things that are counted. */
  scored: 'балл# оценка# отметка индекс рейтинг',
  /** Words with the endings of an adjective that are none. */
  noAdjective:
    'своих своей своего своими свой каждый каждого каждой каждому каждую каждым каждом которых которые которой ' +
    'который которого этой этих этого этому данной данного всех всей всего всем вне более менее также далее ' +
    'таких такой такого самих своим свою иных какой либо должен затем совсем причем системой формой школой ' +
    'итогом рамках сроком',
} as const;

export type SentenceRole = keyof typeof SENTENCE_ROLES;

/** Whether this is the name of a role of words in a sentence. */
export const isSentenceRole = (text: string): text is SentenceRole => Object.hasOwn(SENTENCE_ROLES, text);

/** Short and full participles: «создан», «созданного». */
function participles(words: string): string {
  const full = 'ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых,ыми';
  return `${shortParticiples(words)} ${words.replace(/(?= |$)/g, `н:${full}`)}`;
}

function shortParticiples(words: string, more = ''): string {
  const forms = words.split(' ').map((word) => `${word}:,а,о,ы`);
  return `${forms.join(' ')} ${more}`.trim();
}

/** Every form of an adjective whose stem is hard: «школьный», «всероссийский»; «областной» with that ending. */
function adjectives(stems: string, nominative?: 'ой'): string {
  return stems
    .split(' ')
    .map((stem) => {
      const vowel = /[гкхжшчщ]$/u.test(stem) ? 'и' : 'ы';
      const narrow = ['м', 'е', 'х', 'ми'].map((rest) => vowel + rest);
      return `${stem}:${nominative ?? `${vowel}й`},ого,ому,ом,ая,ой,ую,ое,${narrow}`;
    })
    .join(' ');
}

let sentenceWords: ReadonlyMap<SentenceRole, ReadonlyMap<string, string>> | undefined;

/** Every form that does this in a sentence, with its cases. */
export function formsOf(role: SentenceRole): ReadonlyMap<string, string> {
  sentenceWords ??= new Map(
    Object.entries(SENTENCE_ROLES).map(([name, row]) => [name as SentenceRole, new Map(formsIn(row))]),
  );
  return sentenceWords.get(role)!;
}

/** The forms as the inside of a group of a regular expression, the longest first. */
export const anyForm = (...roles: readonly SentenceRole[]): string =>
  roles
    .flatMap((role) => [...formsOf(role).keys()])
    .sort((a, b) => b.length - a.length)
    .join('|');

/** Whether the word (lower case, ё folded) does this in a sentence. */
export const does = (word: string, role: SentenceRole): boolean => formsOf(role).has(word);

/** The cases a preposition governs, as `cases` of a noun has them in the singular; none for another word. */
export const governs = (word: string): string => formsOf('preposition').get(word) ?? '';
