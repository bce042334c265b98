/**
 * Words that posts and bodies are named by in plans of education: from the qualification handbook of posts of
 * educational workers (order of the Ministry of Health 761н of 26.08.2010), of heads and clerks (37 of 21.08.1998),
 * and the bodies of Law 273-FZ, art. 26. Only the nominative heads a name: «руководители школ» begins one, «учителей
 * математики» goes on in one.
 */

const withPlural = (plural: string, words: string): readonly (readonly [string, string])[] =>
  words.split(' ').map((word) => [word, `${/[ьй]$/.test(word) ? word.slice(0, -1) : word}${plural}`]);

/** Singular and plural of posts and of groups of people. */
const PERSONS: readonly (readonly [singular: string, plural: string])[] = [
  ...withPlural(
    'и',
    'заместитель завуч руководитель воспитатель педагог психолог логопед дефектолог библиотекарь врач секретарь председатель наставник преподаватель водитель механик работник сотрудник начальник советник помощник художник хореограф делопроизводитель кладовщик дворник электрик представитель родитель ученик участник олигофренопедагог сурдопедагог социолог технолог эколог представитель исполнитель составитель заявитель избиратель выпускник первоклассник старшеклассник слесарь лекарь писарь пекарь хозяйственник учредитель нарколог рабочий гардеробщик уборщик культработник дружинник',
  ),
  ...withPlural(
    'ы',
    'завхоз методист инструктор фельдшер специалист инспектор член куратор бухгалтер экономист инженер юрист комендант координатор организатор администратор диспетчер оператор лаборант студент волонтёр волонтер режиссёр режиссер концертмейстер аккомпаниатор консультант эксперт вахтёр вахтер тьютор депутат лидер модератор дежурант программист аналитик системотехник референт ассистент документовед архивист ветеран спортсмен пионер юнармеец отрядник аудитор контролёр контролер судья ректор проректор декан юрисконсульт офицер психиатр доцент костюмер звукорежиссёр культорганизатор ординатор',
  ),
  ...withPlural('а', 'директор мастер повар тренер сторож профессор доктор'),
  // Ranks (Law 53-FZ on military duty, art. 46) stand before a name as posts do.
  ...withPlural('и', 'полковник подполковник прапорщик'),
  ...withPlural('ы', 'лейтенант майор капитан генерал сержант'),
  ['учитель', 'учителя'],
  ['тренер', 'тренеры'],
  ['медсестра', 'медсестры'],
  ['медсестра', 'медсёстры'],
  ['сестра', 'сёстры'],
  ['староста', 'старосты'],
  ['глава', 'главы'],
  ['судья', 'судьи'],
  ['заведующий', 'заведующие'],
  ['заведующая', 'заведующие'],
  ['ответственный', 'ответственные'],
  ['ответственная', 'ответственные'],
  ['дежурный', 'дежурные'],
  ['вожатый', 'вожатые'],
  ['вожатая', 'вожатые'],
  ['управляющий', 'управляющие'],
  ['уполномоченный', 'уполномоченные'],
  ['министр', 'министры'],
  ['замдиректора', 'замдиректора'],
  ['няня', 'няни'],
  ['педагог', 'педагоги'],
  ['зам', 'замы'],
  ['зав', 'завы'],
  ['рук', 'рук-ли'],
  ['рук-ль', 'рук-ли'],
  ['руковод', 'руководит'],
  ['нач', 'нач'],
  ['отв', 'отв'],
  ['преп', 'преп'],
  ['восп', 'восп'],
  ['инстр', 'инстр'],
  ['предс', 'предс'],
  ['пред', 'пред'],
  ['библ', 'библ'],
  ['зувр', 'зувр'],
  ['здвр', 'здвр'],
];

/** People only ever named together, and bodies. */
const BODIES = new Set(
  'обучающиеся учащиеся воспитанники школьники дети педколлектив комиссия комиссии комитет комитеты совет советы отдел отделы управление управления администрация администрации министерство департамент центр центры школа школы учреждение учреждения организация организации служба службы группа группы бухгалтерия оргкомитет жюри профком профсоюз актив кабинет методкабинет библиотека библиотеки музей клуб объединение объединения коллектив коллективы штаб команда правление педсовет методсовет кафедра лаборатория институт университет гимназия лицей колледж техникум инспекция прокуратура полиция подрядчик сектор районо гороно редакция казачество общественность психологи коллегия дума собрание отряд'.split(
    ' ',
  ),
);

const singular = new Set(PERSONS.map(([one]) => one));
const plural = new Set(PERSONS.map(([, many]) => many));

/** Adjectives (in full, and cut with a dot) that are before the noun of a post. */
const cutAdjective =
  /^(?:кл|ст|соц|муз|пед|мед|гл|вед|физ|псих|тех|хоз|адм|орг|спорт|учеб|нач|и\.?о|врио|вр\.?и\.?о|гос|мун|обр|общ|школ|шк)$/u;
const fullAdjective = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$/u;

export type Number = 'one' | 'many';

/** What a text begins with: the post of one person, of several, a body, or none of them. */
type Opening = { readonly kind: 'post'; readonly number: Number } | { readonly kind: 'body' } | undefined;

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('\u00a0', ' ')
    .match(/[а-яёa-z]+(?:-[а-яёa-z]+)*|[^\sа-яёa-z]+/gu) ?? [];

const clean = (word: string): string => word.replaceAll('ё', 'е');
const singulars = new Set([...singular].map(clean));
const plurals = new Set([...plural].map(clean));

/** Whether a word by itself heads the name of a post or body. */
export function openingOfWord(word: string): Opening {
  const whole = clean(word.toLowerCase());
  // «педагог-психолог», «учителя-предметники»: the first part decides.
  const first = whole.split('-')[0]!;
  for (const one of [whole, first]) {
    if (singulars.has(one))
      return { kind: 'post', number: plurals.has(one) && one === 'рук-ли' ? 'many' : 'one' };
    if (plurals.has(one)) return { kind: 'post', number: 'many' };
    if (BODIES.has(one)) return { kind: 'body' };
  }
  return undefined;
}

/** The genitive of a post that somebody holds in place of another. */
const isGenitive = (word: string): boolean =>
  /^заведующе(?:го|й)$/u.test(word) ||
  (/[ая]$/u.test(word) &&
    openingOfWord(word.replace(/[ая]$/u, (end) => (end === 'я' ? 'ь' : '')))?.kind === 'post');

/** Reads over adjectives and abbreviations to the noun: «кл. руководители», «Социальный педагог», «и.о. директора». */
export function openingOf(text: string): Opening {
  const words = wordsIn(text.replace(/^[-–—•·\s]+/u, ''));
  let acting = false;
  for (const word of words.slice(0, 6)) {
    if (/^[.,]+$/u.test(word) || word === 'все' || word === 'вся') continue;
    if (/^(?:и|о|ио|врио|врид|исполняющ(?:ий|ая)|обязанности)$/u.test(word)) {
      acting = true;
      continue;
    }
    // «и.о. директора»: the post is in the genitive, which may look like the plural.
    if (acting && isGenitive(word)) return { kind: 'post', number: 'one' };
    const head = openingOfWord(word);
    if (head) return head;
    if (!cutAdjective.test(word) && !fullAdjective.test(word)) return undefined;
  }
  return undefined;
}

/** A noun in the plural that is no other form of it: «руководители», but not «директора», which may be the genitive. */
export const isPlainPlural = (word: string): boolean =>
  plurals.has(clean(word.toLowerCase().split('-')[0]!)) && /[иые]$/u.test(word);
