import {
  INSTITUTION_NOUNS,
  INSTITUTION_TYPES,
  isLegalForm,
  nominativeAdjective,
} from '../../russian/index.ts';
import { isCapitals } from './lines.ts';
import { OF_HONOUR } from './person.ts';

/** An institution as a text names it: «МБОУ «Лицей № 3» г. Озёрск», «Гимназия № 5». */
interface NamedInstitution {
  readonly name: string;
  /** A methodical or supervising service: it plans for others, not for itself. */
  readonly serves: boolean;
}

const place =
  /^\s*,?\s*(?:(?:Г|П|С|Д|ПОС|ПГТ|СТ)\.\s?\p{Lu}{3,}(?!\p{L})|(?:городского округа|г\.\s?о\.|ЗАТО)\s?(?:город\s)?\p{Lu}[\p{L}-]+|(?:пгт|аул)\s\p{Lu}[\p{L}-]+|(?:г|гор|с|п|пос|пгт|п\.\s?г\.\s?т|р\.?\s?п|д|дер|ст|х|аул)\.\s?\p{Lu}[\p{L}-]+(?:\s\p{Lu}\p{Ll}[\p{L}-]*(?![\p{L}-])(?!\s(?:муниципального |городского )?(?:района|округа|области|края)))?|(?:города|села|пос[её]лка|станицы|деревни)\s\p{Lu}[\p{L}-]+)(?:\s(?:\p{Lu}[\p{L}-]+(?:ского|цкого|ного|вого|ой|ский|ий)\s)(?:муниципального |городского )?(?:района|округа|области|края))?|^\s*(?:\p{Lu}[\p{L}-]+(?:ского|цкого|ного|вого)\s)(?:муниципального |городского )?(?:района|округа)/u;

const services =
  /методическ|развити\p{L}+ образовани|(?:оценк\p{L}+|мониторинг\p{L}*) (?:и \p{L}+ )?качеств|обработк\p{L}+ информаци|повышени\p{L}+ квалификац|усовершенствовани|(?<!социальн\p{L}+ )обслуживани|бухгалтери|управлени\p{L}+ образовани|отдел\p{L}* образовани|(?<!\p{L})(?:ИРО|ЦРО|ИМЦ|ММЦ|РМК|ЦОКО|МЦРО|ИПК|ЦНППМ)(?!\p{L})/iu;

/** The end of a name in quotes that opens at `from`: inner quotes may be closed by one sign together with the outer ones. */
function endOfQuotes(text: string, from: number): number {
  let depth = 0;
  let inner = false;
  for (let at = from; at < Math.min(text.length, from + 200); at++) {
    const sign = text[at]!;
    const opens =
      sign === '«' || sign === '“' || (sign === '"' && /[\s(]|^$/.test(text[at - 1] ?? '')) || at === from;
    if (opens) {
      depth++;
      inner ||= depth > 1;
    } else if (sign === '»' || sign === '”' || sign === '"') {
      depth--;
      if (depth === 0) return at + 1;
      if (depth === 1 && inner && !/[»”"]/.test(text.slice(at + 1, at + 60).replace(/[«“][^»”]*[»”]/g, '')))
        return at + 1;
    }
  }
  return -1;
}

const calledAfter = new RegExp(
  `^\\s*(?:им\\.|имени)\\s?(?:${OF_HONOUR}\\s)*(?:\\p{Lu}\\.\\s?)*\\p{Lu}[\\p{L}-]+(?:\\s+и\\s+(?:\\p{Lu}\\.\\s?)+\\p{Lu}[\\p{L}-]+)?`,
  'u',
);

/** Words between the legal form and the name: «МБУ ДО», «МБДОУ детский сад», «МБОУ Речная СОШ». */
const middle =
  /^(?:-\p{Lu}{3,5}(?!\p{L}))?(?:\s+(?:ДОД?|ДПО|\p{Lu}{2,6}|\p{Lu}?[\p{Ll}-]+(?:ая|ый|ой|ий|ое|ей|его|ого)|сада?|д\/с|дет\.\s?сад|центра?|школ[аы](?:-\p{L}+)?|гимнази[яи]|лице[йя]|колледж|техникум|интернат|дом|дворец|станция|училище|учреждение|образования|дополнительного|общеразвивающего|комбинированного|компенсирующего|вида|развития|реб[её]нка|–|-)){0,7}/u;

function afterForm(text: string, from: number, form: string): string {
  const rest = text.slice(from);
  const lead = middle.exec(rest)?.[0] ?? '';
  let end = lead.length;
  const quote = /^\s*[«“"](?!\s*\d{0,2}\s*[»”"])/u.exec(rest.slice(end));
  if (quote) {
    const at = end + quote[0].length - 1;
    const closed = endOfQuotes(rest, at);
    if (closed > 0) end = closed;
    // «МОУ «Средняя школа» № 19»
    end += /^\s*№\s*\d+/u.exec(rest.slice(end))?.[0].length ?? 0;
  } else {
    const number = /^\s*(?:№|N)?\s*\d+/u.exec(rest.slice(end));
    if (number) end += number[0].length;
    const quoted = /^\s*[«“"]/u.exec(rest.slice(end));
    const closed = number && quoted ? endOfQuotes(rest, end + quoted[0].length - 1) : -1;
    if (closed > 0) end = closed;
    end += calledAfter.exec(rest.slice(end))?.[0].length ?? 0;
  }
  const where = place.exec(rest.slice(end))?.[0].length ?? 0;
  end += where;
  if (where > 0 && !quote) end += calledAfter.exec(rest.slice(end))?.[0].length ?? 0;
  return `${form}${rest.slice(0, end)}`.trim();
}

const fullForm =
  /((?:муниципальн|государственн|краев|областн|районн|городск|частн|федеральн)\p{L}*\s(?:[\p{Ll}-]+(?:ого|ому|ым|ом|ое|ой|ая|ий)\s){0,6}(?:учреждени[еяюи]м?|организаци[яиюей]й?))(?:(?:\s(?:дополнительного|среднего|высшего|профессионального)(?:\s\p{L}+)?)?\sобразования)?/iu;

/** «муниципального бюджетного общеобразовательного учреждения» → «Муниципальное бюджетное общеобразовательное учреждение». */
function nominativeForm(words: string): string {
  const list = words.split(/\s+/);
  const head = list.pop()!;
  const isNeuter = /^учреждени/iu.test(head);
  const turned = [
    ...list.map((word) => nominativeAdjective(word, isNeuter ? 'n' : 'f')),
    isNeuter ? 'учреждение' : 'организация',
  ].join(' ');
  return turned[0]!.toUpperCase() + turned.slice(1);
}

/** A name in quotes keeps its capitals. */
const isInQuotes = (text: string, at: number): boolean =>
  text.slice(0, at).split('«').length > text.slice(0, at).split('»').length;

/** «Кедровской», «Верхнеямского»: an adjective made from the name of a place. */
const OF_PLACE = /^\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*(?:ск|цк)(?:ого|ому|ой|ая|ий|ое|ом|им|ую)$/u;
/** The same ending, and no place. */
const OF_NO_PLACE =
  /^(?:всеросс|международ|городск|детск|юношеск|сельск|морск|женск|мужск|родительск|педагогическ|медицинск|техническ|математическ|юридическ|творческ|политехническ|гуманитарн|кадетск|воскресн|русск)/iu;
/** What kind of institution it is. */
const OF_TYPE =
  /общеобразоват|детск|спортивн|художествен|музыкальн|основн|средн|начальн|вечерн|коррекцион|кадетск|педагогическ|медицинск|военн|государственн|юношеск/iu;
/** «школы искусств», «дворца детского (юношеского) творчества»: words of the name behind its noun. */
const ownWords =
  /^(?:\s\(?(?!(?:имени|план|работ|мероприяти|проведени|организаци|подготовк|развити)\p{L}*)\p{Ll}{3,}(?:[аяыи]|ого|его|ей|ой|ых|их|ств|ний|ов|ев|ел|ук|уг)\)?(?=\s|$|[,.»])(?:\sи(?=\s\p{Ll}{4}))?){0,4}/u;

/** The first institution that a text names, in the nominative as far as its form can be turned; undefined when it names none. */
export function institutionIn(text: string): NamedInstitution | undefined {
  // «УЧРЕЖДЕНИЯ ДЕТСКОГО САДА № 4»: a form in capitals is read as one in small letters.
  const flat = text
    .replace(/\s+/g, ' ')
    .replace(
      /(?<![«“"])(?<!\p{L})\p{Lu}{3,}(?:\s\p{Lu}{3,}){2,}(?!\p{L})/gu,
      (words, at: number, all: string) =>
        isInQuotes(all, at)
          ? words
          : words.replace(/\S+/gu, (word) =>
              isLegalForm(word) || INSTITUTION_TYPES.has(word) ? word : word.toLowerCase(),
            ),
    );
  const found = (name: string): NamedInstitution => ({
    name: name.replace(/[\s,.;:]+$/u, (end) =>
      end.startsWith('.') && /(?:^|\s)\p{L}\.$/u.test(name) ? end.trim() : '',
    ),
    serves: services.test(name),
  });
  for (const match of flat.matchAll(/(?<![\p{L}\d])(\p{Lu}[\p{L}()]{1,9})(?![\p{L}\d])/gu)) {
    if (!isLegalForm(match[1]!) && !/^\p{Lu}{2,4}ОУ$/u.test(match[1]!)) continue;
    const name = afterForm(flat, match.index + match[1]!.length, match[1]!);
    if (name.length > match[1]!.length + 3) return found(name);
  }
  const full = fullForm.exec(flat);
  if (full) {
    const [words, kind] = [full[0], full[1]!].map((each) => (isCapitals(each) ? each.toLowerCase() : each));
    const form = nominativeForm(kind!);
    const end = full.index + words!.length;
    // «учреждение г. Кедровска «Детский сад № 8»»: the place stands before the name.
    const before = place.exec(flat.slice(end))?.[0] ?? '';
    const at = /^\s*[«“"]/u.test(flat.slice(end + before.length)) ? before : '';
    const name = afterForm(flat, end + at.length, `${form}${words!.slice(kind!.length)}${at}`);
    const own = name.slice(form.length);
    // «… учреждение Речная основная школа»: the adjective of its place names it.
    if (
      /[«“"№\d]/u.test(name) ||
      /^.*\p{Lu}\p{Ll}+(?:ая|ий|ой|ый)\s.*(?:школа|гимназия|лицей|сад|колледж|техникум|училище)(?:\s\p{Ll}+){0,3}$/u.test(
        own,
      )
    )
      return found(name);
  }
  const garden = /(?<![\p{L}«“"])((?:\p{Lu}{3}\s*[–-]\s*)?д\/с)(?=\s*[№«“"])/u.exec(flat);
  if (garden) return found(afterForm(flat, garden.index + garden[0].length, garden[1]!));
  const words = [...flat.matchAll(/(?<![\p{L}«“"-])(\p{L}+(?:-\p{L}+)?)(?![\p{L}-])/gu)];
  for (const match of words) {
    const word = match[1]!;
    const after = match.index + word.length;
    const isNamed = /^\s*(?:[«“"]|№\s*\d|им\.|имени)/u.test(flat.slice(after));
    if (INSTITUTION_TYPES.has(word)) {
      if (isNamed) return found(afterForm(flat, after, word));
      continue;
    }
    const noun = INSTITUTION_NOUNS.find(([stem]) => stem.test(word.toLowerCase()));
    if (!noun || noun[1] === 'станция') continue;
    const before =
      /(?:\p{Lu}?[\p{Ll}-]+(?:ой|ая|яя|ого|его|ый|ий|ей)\s)+$/u.exec(flat.slice(0, match.index))?.[0] ?? '';
    const adjectives = before.trim() === '' ? [] : before.trim().split(/\s+/);
    // «летней школы «Квант»» is a project, «корпуса № 2» a building.
    if (noun[1] === 'корпус' && !/кадетск/iu.test(before)) continue;
    if (/(?:^|\s)(?:летн|зимн|осенн|весенн|воскресн|открыт|виртуальн)\p{L}+\s$/iu.test(before)) continue;
    // «Кедровской академии искусств», «Дворца творчества г. Кедровска»: the place names it.
    const from = adjectives.findIndex((each) => OF_PLACE.test(each) && !OF_NO_PLACE.test(each));
    const profile = isNamed ? '' : (ownWords.exec(flat.slice(after))?.[0] ?? '');
    const behind = flat.slice(after + profile.length);
    if (!isNamed && from < 0 && !place.test(behind) && !/^\s*(?:№\s*\d|им\.|имени|[«“"])/u.test(behind))
      continue;
    const lead = adjectives
      .filter((each, at) => (from >= 0 && at >= from) || OF_TYPE.test(each))
      .map((each) => nominativeAdjective(each, noun[2]));
    const form = `${[...lead, noun[1]].join(' ')}${profile}`;
    return found(afterForm(flat, after + profile.length, form[0]!.toUpperCase() + form.slice(1)));
  }
  return quotedInstitution(flat, found);
}

/** «… «Средняя школа № 1 г. Кедровска»» behind words that are no form known here: what stands in quotes is a name of its own. */
function quotedInstitution(
  flat: string,
  found: (name: string) => NamedInstitution,
): NamedInstitution | undefined {
  for (const match of flat.matchAll(/«([^«»]{4,120})»/gu)) {
    const [, inside = ''] = match;
    const words = [...inside.matchAll(/\p{L}+(?:-\p{L}+)?/gu)].map(([word]) => word.toLowerCase());
    // «Школа здоровья» is a project, «Центр детства» may be one.
    if (!/№|\sг\.|(?<!\p{L})(?:им\.|имени)|район/iu.test(inside)) continue;
    if (words.some((word) => INSTITUTION_NOUNS.some(([stem, name]) => name !== 'станция' && stem.test(word))))
      return found(inside);
  }
  return undefined;
}
