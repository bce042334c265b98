import type { PlanDocument } from '../../schema/generated/types.ts';
import { institutionIn } from './institution.ts';
import { lowerCapitals } from './issuer.ts';

const heads: Readonly<Record<string, readonly [string, 'm' | 'f' | 'n']>> = {
  район: ['район', 'm'],
  района: ['район', 'm'],
  районе: ['район', 'm'],
  округ: ['округ', 'm'],
  округа: ['округ', 'm'],
  округе: ['округ', 'm'],
  край: ['край', 'm'],
  края: ['край', 'm'],
  крае: ['край', 'm'],
  область: ['область', 'f'],
  области: ['область', 'f'],
  образования: ['образование', 'n'],
  образовании: ['образование', 'n'],
};

/** Adjectives of places that bear their stress on the ending (A. Zaliznyak’s dictionary, accent b). */
const STRESSED = /^(?:городск|областн|краев|речн|лесн|степн|морск|донск|полев|лугов|тверск)$/iu;

/** An adjective of a place into the nominative: «Усольского» → «Усольский», «городского» → «городской» stays apart. */
function nominative(word: string, gender: 'm' | 'f' | 'n'): string {
  const stem = /^(.+?)(?:ого|ому|ом|его|ем|ой|ую|ая|ое|ый|ий)$/u.exec(word)?.[1];
  if (stem === undefined) return word;
  if (gender === 'f') return `${stem}ая`;
  if (gender === 'n') return `${stem}ое`;
  if (STRESSED.test(stem)) return `${stem}ой`;
  return /[кгхжшщч]$/u.test(stem) ? `${stem}ий` : `${stem}ый`;
}

const adjective =
  '[\\p{Lu}\\p{Ll}][\\p{L}-]*?(?:ского|ском|ская|ской|ский|цкого|цком|ный|ного|ном|ной|ная|вого|вом|вый|ое|ого|ом|ой)';
const placed = new RegExp(
  `((?:${adjective}\\s+){1,4})(район[ае]?|округ[ае]?|кра[йяе]|област[иь])(?![\\p{L}])`,
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
  if (/е$/iu.test(before)) return name.replace(/(?<=\p{L}{3})е$/u, 'а').replace(/(?<=\p{L}{3})и$/u, 'ь');
  return name.replace(/(?<=\p{L}{2}[гкх])и$|(?<=\p{L}{2})ы$/u, 'а').replace(/(?<=\p{L}{3}[^гкх])и$/u, 'ь');
}

/** A place of the federation: a region has a rank below what lies in it. */
interface Place {
  readonly name: string;
  readonly isRegion: boolean;
}

function readPlace(text: string): Place | undefined {
  const named = namedPlace(text);
  if (named && !named.isRegion) return named;
  const city = /(?:^|\s)(города|городе|г\.)\s*([\p{Lu}][\p{L}-]+)/u.exec(text);
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
      name: own[1] === undefined ? `${nominative(own[2]!, 'f')} Республика` : `Республика ${own[1]}`,
      isRegion: true,
    };
  const federal = federalCity.exec(text);
  return federal ? { name: FEDERAL_CITIES[federal[1]!]!, isRegion: true } : undefined;
}

/** «Заречного района», «Лесной области», «озёрнинском городском округе»: the nearest to a school of several. */
function namedPlace(text: string): Place | undefined {
  let best: Place | undefined;
  for (const match of text.matchAll(placed)) {
    const words = match[1]!.trim().split(/\s+/);
    const capital = words.findIndex((word) => /^\p{Lu}/u.test(word));
    // A name without its capital is one before «городского», «муниципального».
    const from = capital < 0 && /^(?:городск|муниципальн)/u.test(words.at(-1)!) ? words.length - 2 : capital;
    const [head, gender] = heads[match[2]!] ?? [match[2]!, 'm'];
    if (from < 0) continue;
    const own = words.slice(from);
    if (capital < 0) own[0] = own[0]![0]!.toUpperCase() + own[0]!.slice(1);
    // «Степной район» stays as it is; in the other cases the adjective alone does not show the ending.
    const isPlain = match[2] === head && own.every((word) => /(?:ый|ий|ой|ая|ое)$/.test(word));
    const name = [...(isPlain ? own : own.map((word) => nominative(word, gender))), head].join(' ');
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
const NO_WORDS: ReadonlySet<string> = new Set();

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
  const texts = [...own, ...owners].filter((text) => text !== '').map(withoutCapitals);
  const decided = owners.map(ownerOf).find(({ level }) => level !== undefined);
  const inTitle = institutionIn(title);
  const institutions = owners.flatMap((text) => ownerOf(text).institution ?? []);
  const isSchoolPlan =
    /школьн\S+\s+(?:план|«?дорожн)|(?:гимнази|лице)[яйюе]|(?:план|карта)\S*\s+(?:\S+\s){0,3}(?:школы|детского сада|колледжа|техникума)(?!\p{L})/iu.test(
      title,
    );
  const place = texts.map(readPlace).find((found) => found !== undefined);
  const isSchool =
    decided?.level === 'school' ||
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
