import { nominativeAdjective } from '../../russian/index.ts';
import type { PlanDocument } from '../../schema/generated/types.ts';
import { institutionIn } from './institution.ts';
import { lowerCapitals } from './issuer.ts';

/**
 * What the parts of the country are called (Law 131-FZ, art. 2; charters of regions: улус, кожуун, волость), with the
 * endings of their cases, the nominative and the gender.
 */
const UNITS: readonly (readonly [stem: string, endings: string, name: string, gender: 'm' | 'f' | 'n'])[] = [
  ['район', '(?:а|у|е|ом)?', 'район', 'm'],
  ['округ', '(?:а|у|е|ом)?', 'округ', 'm'],
  ['кра', '(?:й|я|ю|е|ем)', 'край', 'm'],
  ['област', '(?:ь|и|ью)', 'область', 'f'],
  ['поселени', '(?:е|я|ю|и|ем)', 'поселение', 'n'],
  ['сельсовет', '(?:а|у|е|ом)?', 'сельсовет', 'm'],
  ['улус', '(?:а|у|е|ом)?', 'улус', 'm'],
  ['наслег', '(?:а|у|е|ом)?', 'наслег', 'm'],
  ['кожуун', '(?:а|у|е|ом)?', 'кожуун', 'm'],
  ['волост', '(?:ь|и|ью)', 'волость', 'f'],
];

const unitOf = (word: string) =>
  UNITS.find(([stem, endings]) => new RegExp(`^${stem}${endings}$`, 'u').test(word))!;

const adjective =
  '[\\p{Lu}\\p{Ll}][\\p{L}-]*?(?:(?:ск|цк)(?:ого|ому|ом|им|ая|ой|ую|ий|ое)|н(?:ый|ого|его|ому|ему|ом|ем|ой|ая|яя|ое|ее)|[^аеёиоуыэюя]ней|в(?:ого|ому|ом|ый)|ое|ого|ому|ом|ой|жий|ший|щий|жего|шего|щего)';
const placed = new RegExp(
  `((?:${adjective}\\s+){1,4})(${UNITS.map(([stem, endings]) => stem + endings).join('|')})(?![\\p{L}])`,
  'gu',
);

/** «Республики Коми», «Удмуртской Республики»: names behind the word stand in no case of their own. */
const republic =
  /(?<!\p{L})Республик(?:[аиеу]|ой)\s+(\p{Lu}[\p{L}-]+(?:\s+\(\p{Lu}[\p{L}-]+\))?)|(?<!\p{L})(\p{Lu}[\p{L}-]+ск(?:ая|ой|ую))\s+Республик/u;

/** The cities that are subjects of the federation (Constitution, art. 65). */
const federalCity = /(?<!\p{L})(Москв|Санкт-Петербург|Севастопол)(?:[аыуеья]|ой|ом|ем)?(?!\p{L})/u;
const FEDERAL_CITIES: Readonly<Record<string, string>> = {
  Москв: 'Москва',
  'Санкт-Петербург': 'Санкт-Петербург',
  Севастопол: 'Севастополь',
};

/** The name of a town from the case that «города» or «в городе» puts it into; one whose ending doesn't tell stays. */
function townName(name: string, before: string): string {
  const bare = name.replace(/(?<=[сц]к|град|город|бург|дар|(?:[оеё]в|[иы]н)(?=[ае]$))[ае]$/u, '');
  if (bare !== name || /^г\./iu.test(before) || /(?:чи|тти)$/iu.test(name)) return bare;
  if (/е$/iu.test(before)) return name.replace(/(?<=\p{L}{2}[^ь])е$/u, 'а').replace(/(?<=\p{L}{3})и$/u, 'ь');
  return name.replace(/(?<=\p{L}{2}[гкх])и$|(?<=\p{L}{2})ы$/u, 'а').replace(/(?<=\p{L}{3}[^гкх])и$/u, 'ь');
}

/** A place of the federation: a region has a rank below what lies in it. */
interface Place {
  readonly name: string;
  readonly isRegion: boolean;
}

/** «муниципальном образовании город Озёрск», «городского округа Медный», «ЗАТО Северный»: the name behind stands in the nominative. */
function formationWithName(text: string): Place | undefined {
  const closed = /(?<!\p{L})ЗАТО\s+(?:г(?:ород|\.)?\s*)?(\p{Lu}\p{Ll}[\p{L}-]+)/u.exec(text);
  if (closed) return { name: `ЗАТО ${closed[1]}`, isRegion: false };
  const found =
    /(?<!\p{L})(?:(?:городск|муниципальн)\p{L}+\s+(округ|образовани)\p{L}*|МО|ГО)\s+(?:[-–—]\s+)?(?:(город|г\.|пос[её]лок|село|станица)\s*)?(\p{Lu}\p{Ll}[\p{L}-]+)(?!\p{L})(?!\s+(?:район|округ|област|кра[йяе]|сельск|муниципальн|городск|автономн|республик))/u.exec(
      text,
    );
  if (!found) return undefined;
  const [, unit, kind, name] = found;
  if (kind !== undefined) {
    const word = kind === 'г.' ? 'город' : kind;
    return { name: `${word[0]!.toUpperCase()}${word.slice(1)} ${name}`, isRegion: false };
  }
  return unit === 'округ' ? { name: `Городской округ ${name}`, isRegion: false } : undefined;
}

const SETTLEMENTS = ['Село', 'Посёлок', 'Станица', 'Деревня', 'Хутор', 'Аул'];

/** «в Лесогорске»: a town by the ending of its name, where nothing else is named. */
const bareTown = /(?:^|\s)в[о]?\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*(?:ск|град|бург))е(?!\p{L})/u;

function readPlace(text: string): Place | undefined {
  const formed = formationWithName(text);
  if (formed) return formed;
  const named = namedPlace(text);
  if (named && !named.isRegion) return named;
  const city = /(?<!\p{L}|20\d\d\s*)(города|городе|городу|городом|г\.)\s*([\p{Lu}][\p{L}-]+)/u.exec(text);
  if (city && !federalCity.test(city[2]!))
    return { name: `Город ${townName(city[2]!, city[1]!)}`, isRegion: false };
  const formation =
    /(?:муниципальн\S+ образовани\S+|(?<!\p{L})МО)\s+«([^»]+)»|(?:городск\S+|муниципальн\S+) округ\S*\s+«([^»]+)»/iu.exec(
      text,
    );
  if (formation && !/учител|предмет|классн|методич/iu.test(formation[0]))
    return { name: formation[1] ?? formation[2]!, isRegion: false };
  const called =
    /(?:муниципальн\S+ образовани\S+|(?<!\p{L})МО)\s+(\p{Lu}[\p{L}-]+(?:ское|цкое))(?!\p{L})/u.exec(text);
  if (called) return { name: `Муниципальное образование ${called[1]}`, isRegion: false };
  if (named) return named;
  const own = republic.exec(text);
  if (own)
    return {
      name: own[1] === undefined ? `${nominativeAdjective(own[2]!, 'f')} Республика` : `Республика ${own[1]}`,
      isRegion: true,
    };
  const federal = federalCity.exec(text);
  if (federal) return { name: FEDERAL_CITIES[federal[1]!]!, isRegion: true };
  const settlement =
    /(?<!\p{L})(сел[оае]|пос[её]л(?:ок|ка|ке)|станиц[аые]|деревн[яие]|хутор[ае]?|аул[ае]?)\s+(\p{Lu}\p{Ll}[\p{L}-]+)/u.exec(
      text,
    );
  if (settlement) {
    const word = SETTLEMENTS.find((one) => one.slice(0, 3).toLowerCase() === settlement[1]!.slice(0, 3));
    return { name: `${word} ${townName(settlement[2]!, settlement[1]!)}`, isRegion: false };
  }
  const bare = bareTown.exec(text);
  return bare ? { name: `Город ${bare[1]}`, isRegion: false } : undefined;
}

/** «Заречного района», «Лесной области», «озёрнинском городском округе»: the nearest to a school of several. */
function namedPlace(text: string): Place | undefined {
  let best: Place | undefined;
  for (const match of text.matchAll(placed)) {
    const words = match[1]!.trim().split(/\s+/);
    const capital = words.findIndex((word) => /^\p{Lu}/u.test(word));
    // A name without its capital is one before «городского», «муниципального».
    const from = capital < 0 && /^(?:городск|муниципальн)/u.test(words.at(-1)!) ? words.length - 2 : capital;
    const [, , head, gender] = unitOf(match[2]!);
    if (from < 0) continue;
    const own = words.slice(from);
    if (capital < 0) own[0] = own[0]![0]!.toUpperCase() + own[0]!.slice(1);
    // «Степной район» stays as it is; in the other cases the adjective alone does not show the ending.
    const isPlain = match[2] === head && own.every((word) => /(?:ый|ий|ой|ая|ое)$/.test(word));
    const name = [...(isPlain ? own : own.map((word) => nominativeAdjective(word, gender))), head].join(' ');
    const isRegion =
      head === 'край' || head === 'область' || own.some((word) => /^(?:автономн|федеральн)/u.test(word));
    if (!best || (best.isRegion && !isRegion)) best = { name, isRegion };
  }
  return best;
}

const bodies =
  /(?<!\p{L})(?:управлени\p{L}*|отдел\p{L}*|администраци\p{L}*|комитет\p{L}*\s+(?:по|образовани)|департамент\p{L}*|министерств\p{L}*|министр\p{L}*|глав[аыеу]\s|методическ\p{L}+ (?:кабинет|центр|служб)\p{L}*|методкабинет\p{L}*|районо|гороно|(?:муниципальн|городск|районн|сельск|поселков)\p{L}+\s+(?:совет|собрани|дум)\p{L}*|(?:совет|собрани)\p{L}*\s+депутатов)/iu;
const regional =
  /(?<!\p{L})(?:министерств|министр|правительств|губернатор)\p{L}*|(?:област|кра)\p{L}*\s+(?:институт|центр)/iu;

type Level = NonNullable<PlanDocument['level']>;

/** Whose act or post it is: a body that plans for others, or an institution that plans for itself. */
function ownerOf(text: string): { institution?: string; level?: Level } {
  const named = institutionIn(text);
  if (named && !named.serves && !isBodyFirst(text, named.name))
    return { institution: named.name, level: 'school' };
  if (!named && !bodies.test(text)) return {};
  const place = readPlace(text);
  const isRegional = regional.test(text) || place?.isRegion === true;
  return { level: isRegional ? 'regional' : 'municipal' };
}

/** «Начальник отдела образования … (МБОУ …)»: the body comes before the institution it speaks of. */
const isBodyFirst = (text: string, name: string): boolean => {
  const body = bodies.exec(text);
  const at = text.indexOf(name.slice(0, 6));
  return body !== null && (at < 0 || body.index < at);
};

/** «муниципальной дорожной карты»: what the plan or its headings call it. */
const calledBy = (word: string): RegExp =>
  new RegExp(`${word}\\S+\\s+(?:«?дорожн|план|показател|проект|комплекс)`, 'iu');

/**
 * One name in quotes under a legal form in full and under its abbreviation: the abbreviation is what people call it. A
 * mark may have lost the quotes at its end.
 */
function abbreviated(full: string, short: string): string | undefined {
  const quoted = /«.*$/su.exec(full)?.[0];
  const plain = (text: string): string => text.replace(/[»"”]+$/u, '');
  const isSame =
    quoted !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(full) &&
    /^\p{Lu}{3}/u.test(short) &&
    plain(quoted) === plain(/«.*$/su.exec(short)?.[0] ?? '');
  return isSame ? short.replace(/«.*$/su, quoted) : undefined;
}

/** Of two names of one institution the fuller: a title leaves out the place that the post names. */
function fuller(name: string, others: readonly string[]): string {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu));
  return others.reduce((best, other) => {
    const [a, b] = [words(best), words(other)];
    if (![...a].every((word) => b.has(word))) return abbreviated(best, other) ?? best;
    // The same words in capitals say less.
    return b.size > a.size || (b.size === a.size && /[А-ЯЁ]{6}/u.test(best) && !/[А-ЯЁ]{6}/u.test(other))
      ? other
      : best;
  }, name);
}

/** «МИНИСТЕРСТВА ОБРАЗОВАНИЯ ЛЕСНОГО КРАЯ» in ordinary letters, so that the name of the place shows. */
const withoutCapitals = (text: string): string =>
  text.replace(/(?:\p{Lu}[\p{Lu}-]+\s+){1,12}(?:РАЙОН|ОКРУГ|КРА[ЙЯЕ]|ОБЛАСТ)\p{Lu}*/gu, (words) =>
    lowerCapitals(words, NO_WORDS),
  );
/** «В ГОРОДЕ БЕЛОГОРЬЕ» → «В городе Белогорье». */
const withoutTownCapitals = (text: string): string =>
  text.replace(
    /(?<!\p{L})(ГОРОД(?:А|Е)?|СЕЛ[АЕО]|ПОС[ЁЕ]ЛК[АЕ]|СТАНИЦ[ЫЕ])\s+(\p{Lu})(\p{Lu}[\p{Lu}-]+)/gu,
    (_, word: string, first: string, rest: string) => `${word.toLowerCase()} ${first}${rest.toLowerCase()}`,
  );
const NO_WORDS: ReadonlySet<string> = new Set();

/** «План работы МБУК «Районный дом культуры»», approved by its founder: the plan is the institution's own. */
function isPlanOf(title: string, institution: string): boolean {
  const at = title.indexOf(institution.slice(0, 6));
  return at > 0 && /(?:^|\s)план(?:-график)?(?:\s[\p{L}-]{5,}){0,3}\s$/iu.test(title.slice(0, at));
}

/** Bodies, posts and affairs that only an institution has: its plan, though nothing names it. */
const INSIDE =
  /(?<!\p{L})(?:ШМО|внутришкольн\p{L}+|общешкольн\p{L}+|внутрисадов\p{L}+|(?:педагогическ|управляющ)\p{L}+\s+совет\p{L}*|педсовет\p{L}*|совета\s+(?:профилактики|отцов|старшеклассников|родителей)|родительск\p{L}+\s+комитет\p{L}*|МО\s+(?:учител|воспитател|классн|преподавател)\p{L}*|(?:классного|музыкального)\s+руководителя|социального\s+педагога|педагога-(?:психолога|библиотекаря|организатора)|учителя-(?:логопеда|дефектолога)|старшего\s+воспитателя|школьн\p{L}+\s+(?:библиотек|служб|музе|лагер|спортивн))/iu;

/** What a document says of whose plan it is. */
interface OwnerTexts {
  /** Title, then subject of the order, then headings of the columns. */
  readonly own: readonly string[];
  /** Who issued, approved or signed it, and what is over it: the surest first. */
  readonly owners: readonly string[];
}

/**
 * Territory (or institution) and level of a plan. Who approves it decides: a head of an institution approves its own
 * plan, a body that of its territory; where nobody approves, the title does.
 */
export function readTerritory({ own, owners }: OwnerTexts): {
  territory?: string;
  level?: Level;
} {
  const title = own[0] ?? '';
  const texts = [...own, ...owners]
    .filter((text) => text !== '')
    .map((text) => withoutTownCapitals(withoutCapitals(text)));
  const ownersRead = owners.map((text) => ownerOf(withoutCapitals(text)));
  const decided = ownersRead.find(({ level }) => level !== undefined);
  const institutions = ownersRead.flatMap(({ institution }) => institution ?? []);
  // «структурного подразделения «Детский сад …»» is a part of the institution that approves.
  const isPart = /структурн\p{L}+\s+подразделени/iu.test(title) && institutions.length > 0;
  const inTitle = isPart ? undefined : institutionIn(title);
  const isSchoolPlan =
    /школьн\S+\s+(?:план|«?дорожн)|(?:гимнази|лице)[яйюе]|(?:план|карта)\S*\s+(?:\S+\s){0,3}(?:школы|детского сада|колледжа|техникума)(?!\p{L})/iu.test(
      title,
    ) ||
    (INSIDE.test(title) && !/районн|городск|муниципальн|региональн|областн|краев/iu.test(title));
  const place = texts.map(readPlace).find((found) => found !== undefined);
  const isSchool =
    decided?.level === 'school' ||
    (inTitle !== undefined && !inTitle.serves && isPlanOf(title, inTitle.name)) ||
    (decided === undefined && ((inTitle !== undefined && !inTitle.serves) || isSchoolPlan)) ||
    (/школьн\S+\s+(?:план|«?дорожн)/iu.test(title) && institutions.length > 0);
  if (isSchool) {
    const [first] = [...(inTitle && !inTitle.serves ? [inTitle.name] : []), ...institutions];
    const territory = first === undefined ? place?.name : fuller(first, institutions);
    return { level: 'school', ...(territory !== undefined && { territory }) };
  }
  const all = texts.join('\n');
  const level: Level | undefined =
    calledBy('региональн').test(all) && !calledBy('муниципальн').test(title)
      ? 'regional'
      : calledBy('муниципальн').test(title)
        ? 'municipal'
        : (decided?.level ??
          (calledBy('муниципальн').test(all)
            ? 'municipal'
            : place === undefined
              ? undefined
              : place.isRegion
                ? 'regional'
                : 'municipal'));
  return { ...(place && { territory: place.name }), ...(level && { level }) };
}
