import type { ApprovalFields } from '../../schema/generated/types.ts';
import { tidy } from '../blocks.ts';
import { firstDate, withoutDates } from './dates.ts';
import type { Line, TextNode } from './lines.ts';

const initials = '[А-ЯЁA-Z]\\.\\s?(?:[А-ЯЁA-Z]\\.\\s?)?';
const surname = '(?:[А-ЯЁA-Z][а-яёa-z]+(?:-[А-ЯЁA-Z][а-яёa-z]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?(?![\\p{L}]))';
const fullName = `${surname}\\s[А-ЯЁ][а-яё]+\\s[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы)`;
/** «И.О. Фамилия», «Фамилия И.О.» or «Фамилия Имя Отчество», whole. */
const personName = new RegExp(
  `^(?:${initials}${surname}|${surname}\\s${initials.replace('\\s?)?', ')?')}|${fullName})$`,
  'u',
);
const nameAtEnd = new RegExp(
  `(${initials}${surname}|${surname}\\s[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.|${fullName})\\s*$`,
  'u',
);

export const isPersonName = (text: string): boolean => personName.test(text.trim());

const anyName = new RegExp(`${initials}${surname}|${surname}\\s[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.|${fullName}`, 'gu');
/** What stands between «имени» and the name: «Героя Советского Союза», «академика», «дважды Героя Социалистического Труда». */
export const OF_HONOUR =
  '(?:\\p{Ll}[\\p{L}-]*|Геро\\p{L}+|Советского|Социалистического|Союза|России|Российской|Федерации|РФ|СССР|Труда|Славы)';
/** «имени», «им. Героя Советского Союза»: the person behind it is whom the institution is called after. */
const calledAfter = new RegExp(
  `(?<!\\p{L})(?:имени|им\\.)\\s*(?:(?:(?:\\p{Lu}\\.\\s?){1,2}\\p{Lu}\\p{L}+\\s+и|${OF_HONOUR})\\s+)*$`,
  'u',
);

/** Every name with initials in a text, as written, but for those that an institution bears. */
export function namesOf(text: string): readonly string[] {
  return [...text.matchAll(anyName)]
    .filter((match) => !calledAfter.test(text.slice(0, match.index)))
    .map((match) => match[0].trim());
}

/**
 * A signature on one line: the name is at the end, parted from the post by a tab, a run of blanks or a rule to
 * sign on. A clause that merely ends with a name has a full stop or a single blank.
 */
function signatureOf(line: Line): { position: string; name: string } | undefined {
  // «____ /И.О. Фамилия/»: the strokes are the line's, not the name's.
  const raw = line.raw.replace(/\n/g, '\t').trimEnd();
  const name = /[/(]\s*([^/()]{5,60})[/)]$/u.exec(raw.slice(-80))?.[1]?.trim();
  const bare =
    name !== undefined && isPersonName(name)
      ? `${raw.slice(0, raw.lastIndexOf(name) - 1).replace(/[/(]$/, '')}\t${name}`
      : raw;
  const plain = bare.replace(/_{2,}/g, '\t');
  const match = nameAtEnd.exec(plain);
  if (!match) return undefined;
  const before = plain.slice(0, match.index);
  if (before.trim() !== '' && !/(\t|\s{2,})$/.test(before)) return undefined;
  return { position: tidy(before.replace(/[\t\n]+/g, ' ')), name: tidy(match[1]!) };
}

/** A signature laid out in a row of cells: post, an empty place, the name. */
function signatureOfSides(
  cells: readonly (readonly Line[])[],
): { position: string; name: string } | undefined {
  const texts = cells.map((cell) =>
    cell
      .map((line) => line.text.replace(/\n/g, ' '))
      .join(' ')
      .replace(/_{2,}/g, ' ')
      .trim(),
  );
  const at = texts.findLastIndex((text) => isPersonName(text));
  if (at < 1) return undefined;
  return { position: tidy(texts.slice(0, at).join(' ').replace(/\n/g, ' ')), name: texts[at]! };
}

const actLine =
  /(приказ|(?<!\p{L})пр\.|распоряжени|постановлени|протокол)\p{L}*\s*(?:заседания\s)?(?:от\s.{0,30}?)?(?:№|N)\s*([\p{L}\d][\p{L}\d./\\-]*(?:\s?[-–]\s?[\p{L}\d]+)*)/iu;
const actNames: Readonly<Record<string, string>> = {
  приказ: 'приказ',
  'пр.': 'приказ',
  распоряжени: 'распоряжение',
  постановлени: 'постановление',
  протокол: 'протокол',
};
/** «Протокол № ___ от …», «от … № …» and what is left of a date to be filled in. */
const unfilledAct = /\(?\s*(?:приказ|распоряжени|постановлени|протокол)\p{L}*\s*(?:№\s*)?(?=$|\s*от|\s*\))/iu;

/** «введено в действие приказом» above «от 27.08.2021 № 126»: one act. */
function withWholeActs(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (
      last !== undefined &&
      /(?:приказ|протокол|распоряжени|постановлени)\p{L}*$/iu.test(last) &&
      /^(?:от\s|№)/iu.test(line)
    )
      whole[whole.length - 1] = `${last} ${line}`;
    else whole.push(line);
  }
  return whole;
}

/**
 * The person of a mark «УТВЕРЖДАЮ», «СОГЛАСОВАНО» or «ПРИНЯТО»: post (or body), name, date and the act named in it, in
 * whichever order they are; what is still to be filled in is left out.
 */
export function personOfMark(lines: readonly string[]): ApprovalFields {
  let name: string | undefined;
  let date: string | undefined;
  let document: string | undefined;
  const position: string[] = [];
  for (const text of withWholeActs(lines)) {
    let rest = text.replace(/введен\p{L}*\sв\sдействие/iu, ' ');
    const act = actLine.exec(rest);
    if (act && document === undefined) {
      document = `${actNames[act[1]!.toLowerCase()]!} № ${act[2]!.replace(/[.,]$/, '').replace(/\s?([-–])\s?/gu, '-')}`;
    }
    const day = firstDate(rest);
    if (day) date = day;
    if (act) rest = rest.replace(/№\s*.*$/u, '').replace(new RegExp(`${act[1]!}\\p{L}*.*$`, 'iu'), ' ');
    // «протокол от 30.08.2022 № 1», and a number alone beside its date.
    if (day) rest = withoutDates(rest).replace(/(?:№|N)\s*[\p{L}\d./-]*\s*$/u, ' ');
    const bare = rest
      .replace(/_{2,}/g, ' ')
      .replace(/[«"“]\s*[»"”]/gu, ' ')
      // «/И.О. Фамилия/», but not «д/с», «п/о».
      .replace(/(?<!(?<!\p{L})\p{L})\/+|\/+(?!\p{L}(?!\p{L}))/gu, ' ')
      .replace(/\(?подпись\)?|м\.\s?п\./giu, ' ')
      .replace(/(?:№|N)\s*$/u, ' ')
      .replace(unfilledAct, ' ')
      .replace(/(?<![\p{L}])от\s*(?=$|\s|20)(?:\s*20\d{0,2}\s*(?:г\.?|года)?)?\s*$/iu, ' ')
      .replace(/^\s*20\d{0,2}\s*(?:г\.?|года)?\s*$/iu, ' ')
      .replace(/^[\s():,.;–-]+|[\s(:,;–-]+$/gu, '')
      .trim();
    if (!/[\p{L}]/u.test(bare)) continue;
    const names = namesOf(bare);
    if (names.length > 0 && name === undefined) {
      name = names[0]!;
      const post = bare.replace(name, ' ').replace(/^[\s,–-]+|[\s,–-]+$/gu, '');
      if (/\p{L}/u.test(post)) position.push(post);
    } else position.push(bare);
  }
  const post = tidy(position.join(' ').replace(/\n/g, ' ')).replace(/[,:]$|\s\.$/, '');
  return {
    ...(post !== '' && { position: post }),
    ...(name !== undefined && { name }),
    ...(date && { date }),
    ...(document !== undefined && { document }),
  };
}

/** Whether a node is a signature, alone or with the post on the lines before. */
export function signatureOfNode(node: TextNode): { position: string; name: string } | undefined {
  if (node.kind === 'line') return signatureOf(node);
  return node.kind === 'sides' ? signatureOfSides(node.cells) : undefined;
}

/** «Ответственный за реализацию плана – И.О. Фамилия, методист». */
export function responsibleIn(text: string): string | undefined {
  // A colon parts better than a dash: «за проведение культурно – массовых дел: …».
  const match =
    /^ответственн\p{L}*(?:\s+(?:лиц\p{L}+|исполнител\p{L}+))?\s+за\s+[^:]{3,120}:\s*(\S.{2,200})$/isu.exec(
      text,
    ) ??
    /^ответственн\p{L}*(?:\s+(?:лиц\p{L}+|исполнител\p{L}+))?(?:\s+за\s+[^:–—]{3,80}?)?\s*(?:[:–—]|\s-\s)\s*(\S.{2,200})$/isu.exec(
      text,
    );
  return match?.[1]
    ?.replace(/\s+/g, ' ')
    .replace(/[.;]$/u, (end, at: number, all: string) =>
      /\p{Lu}\.$/u.test(all.slice(0, at + 1)) ? end : '',
    );
}
