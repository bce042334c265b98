import { plainHeading } from '../table/heading.ts';
import type { Line } from './lines.ts';

/** A piece of running text: a heading with what is under it. */
export interface TextSection {
  heading?: string;
  text?: string;
  list?: string[];
}

const bullet = /^\s*([-–—•·▪●]|\d{1,2}[.)]|[а-яa-z]\))\s+(?=\S)|^[-–—•·▪●](?=\S)/u;
const knownHeading =
  /^(актуальност|обосновани|основани|рисков|цел[ьи]|задач[аи]|проблем|краткая характерист|ожидаемы|принцип|приоритет|введени|общие положени|нормативн|участник|сроки реализ|этап|направлени|итоги|выводы|предложени|заключени)/;

const isBullet = (line: Line): boolean => line.label !== undefined || bullet.test(line.text);
const bare = (line: Line): string => line.text.replace(bullet, '').trim();

/** Whether a line heads what follows: it ends with a colon above a list, or is set as a heading. */
function isHeading(line: Line, next: Line | undefined): boolean {
  const text = bare(line);
  if (text.length > 200) return false;
  if (/:$/.test(text)) return next !== undefined && (isBullet(next) || knownHeading.test(plainHeading(text)));
  if (/[.;,]$/.test(text) || next === undefined) return false;
  return (
    line.style.startsWith('heading') ||
    line.style.startsWith('context-heading') ||
    (line.bold && !next.bold) ||
    (knownHeading.test(plainHeading(text)) && text.length < 60)
  );
}

/** Tasks set line below line, each closed by a semicolon: a list without bullets. */
const isListed = (line: Line, lines: readonly Line[], at: number, open: TextSection | undefined): boolean =>
  open?.heading !== undefined &&
  open.text === undefined &&
  /^(?:задач|направлени|показател|принцип|ожидаем)/u.test(plainHeading(open.heading)) &&
  /[;.]$/u.test(line.text) &&
  (/;$/u.test(line.text) || /;$/u.test(lines[at - 1]?.text ?? ''));

/** Parts the lines before or after a table into headed texts and lists. */
export function sectionsOfText(lines: readonly Line[]): TextSection[] {
  const sections: TextSection[] = [];
  let open: TextSection | undefined;
  const begin = (section: TextSection): TextSection => {
    sections.push(section);
    open = section;
    return section;
  };
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const inline = /^([^:\n]{3,60}):\s+(\S[\s\S]*)$/u.exec(line.text);
    if (isHeading(line, next)) begin({ heading: bare(line).replace(/\s*:$/, '') });
    else if (inline && !isBullet(line) && knownHeading.test(plainHeading(inline[1]!))) {
      begin({ heading: inline[1]!, text: inline[2]! });
    } else if (
      isListed(line, lines, index, open) ||
      (isBullet(line) && (next === undefined || isBullet(next) || open?.list))
    ) {
      const section = open && open.text === undefined ? open : begin({});
      section.list = [...(section.list ?? []), bare(line)];
    } else {
      const section = open && open.list === undefined ? open : begin({});
      const text = line.label === undefined ? line.text : `${line.label} ${line.text}`;
      section.text = section.text === undefined ? text : `${section.text}\n${text}`;
    }
  });
  return sections;
}
