import type { PlanDocument } from '../../schema/generated/types.ts';

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

/** An adjective of a place into the nominative: «Усольского» → «Усольский», «городского» → «городской» stays apart. */
function nominative(word: string, gender: 'm' | 'f' | 'n'): string {
  const stem = /^(.+?)(?:ого|ому|ом|его|ем|ой|ую|ая|ое|ый|ий)$/u.exec(word)?.[1];
  if (stem === undefined) return word;
  if (gender === 'f') return `${stem}ая`;
  if (gender === 'n') return `${stem}ое`;
  if (/^городск$/iu.test(stem)) return `${stem}ой`;
  return /[кгхжшщч]$/u.test(stem) ? `${stem}ий` : `${stem}ый`;
}

const adjective =
  '[\\p{Lu}\\p{Ll}][\\p{L}-]*?(?:ского|ском|ская|ской|ский|цкого|цком|ный|ного|ном|ной|ная|вого|вом|вый|ое|ого|ом|ой)';
const placed = new RegExp(
  `((?:${adjective}\\s+){1,4})(район[ае]?|округ[ае]?|кра[йяе]|област[иь])(?![\\p{L}])`,
  'gu',
);

function readPlace(text: string): { name: string; head: string } | undefined {
  let best: { name: string; head: string; rank: number } | undefined;
  for (const match of text.matchAll(placed)) {
    const words = match[1]!.trim().split(/\s+/);
    const from = words.findIndex((word) => /^\p{Lu}/u.test(word));
    const [head, gender] = heads[match[2]!] ?? [match[2]!, 'm'];
    if (from < 0) continue;
    const own = words.slice(from);
    // «Степной район»: as it stands; of the other cases the ending is not told by the adjective alone.
    const isPlain = match[2] === head && own.every((word) => /(?:ый|ий|ой|ая|ое)$/.test(word));
    const name = [...(isPlain ? own : own.map((word) => nominative(word, gender))), head].join(' ');
    const rank = head === 'край' || head === 'область' ? 1 : 0;
    if (!best || rank < best.rank) best = { name, head, rank };
  }
  const city = /(?:^|\s)(?:города|городе|г\.)\s*([\p{Lu}][\p{L}-]+)/u.exec(text);
  if (city && (!best || best.rank > 0)) return { name: `Город ${city[1]}`, head: 'город' };
  const formation =
    /муниципальн\S+ образовани\S+\s+«([^»]+)»|(?:городск\S+|муниципальн\S+) округ\S*\s+«([^»]+)»/iu.exec(
      text,
    );
  if (formation && (!best || best.rank > 0)) return { name: formation[1] ?? formation[2]!, head: 'город' };
  return best;
}

const school =
  /((?:МБОУ|МОУ|МКОУ|МАОУ|ГБОУ|МБДОУ|МАДОУ|МДОУ|МКДОУ|ЧОУ|ФГБОУ)\s+(?:«[^»]+»|[\p{L}]+\s+(?:школы?\s+)?№?\s*\d+(?:\s+(?:г|п|пос|с|ст)\.\s?[\p{Lu}][\p{L}-]+)?))/u;

/** The school that issued the order, when the plan calls itself a school's. */
const schoolOf = (texts: readonly string[]): string | undefined =>
  /школьн\S+\s+(план|«?дорожн)/iu.test(texts[0] ?? '')
    ? texts
        .slice(1)
        .map((text) => school.exec(text)?.[1])
        .find((found) => found !== undefined)
    : undefined;

const schoolWords =
  /общеобразовательн\p{L}* (?:\p{L}+ )?(?:учреждени|организаци)|(?<!\p{L})(?:школа|гимназия|лицей|детский сад)(?!\p{L})/iu;

/** The school whose head signs or approves, or which issued the order itself. */
const schoolOfOwners = (owners: readonly string[]): string | undefined =>
  owners
    .map((owner) => {
      const named = school.exec(owner)?.[1];
      if (named !== undefined) return named;
      return schoolWords.test(owner) && !/^(директор|заведующ)/iu.test(owner) ? owner : undefined;
    })
    .find((name) => name !== undefined);

/**
 * Territory and level of a plan, from the first of the texts that names them (title, order, headings); `owners` are
 * the bodies and posts that issued, approved or signed it.
 */
export function readTerritory(
  own: readonly string[],
  owners: readonly string[],
): {
  territory?: string;
  level?: NonNullable<PlanDocument['level']>;
} {
  const texts = [...own, ...owners];
  const title = texts[0] ?? '';
  const all = texts.join('\n');
  const pupil = school.exec(title)?.[1] ?? schoolOf(texts) ?? schoolOfOwners(owners);
  const place = texts.map(readPlace).find((found) => found !== undefined);
  const isSchool = pupil !== undefined || /школьн\S+\s+(план|«?дорожн)|(гимнази|лице)[яйюе]/iu.test(title);
  const level: PlanDocument['level'] | undefined = isSchool
    ? 'school'
    : /региональн\S+\s+(«?дорожн|план|показател)/iu.test(all) &&
        !/муниципальн\S+\s+(«?дорожн|план|показател)/iu.test(title)
      ? 'regional'
      : /муниципальн\S+\s+(«?дорожн|план|показател)/iu.test(all)
        ? 'municipal'
        : place === undefined
          ? undefined
          : place.head === 'край' || place.head === 'область'
            ? 'regional'
            : 'municipal';
  const territory = pupil ?? place?.name;
  return { ...(territory !== undefined && { territory }), ...(level && { level }) };
}
