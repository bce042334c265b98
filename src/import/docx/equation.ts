import { childOf, elementsOf, textOf, type XmlElement } from '../../ooxml/xml.ts';
import { lowered, raised } from '../signs.ts';

/**
 * An equation of Word (OMML, ECMA-376 part 1, 22.1) on one line, so that it reads as it stands: «1/2», «10^2», «√(a+b)».
 * What is set above or below never joins the figures beside it.
 */
export function equationText(element: XmlElement): string {
  const text = (name: string): string => below(childOf(element, name));
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textOf(element);
    case 'm:f':
      return fraction(element, text('m:num'), text('m:den'));
    case 'm:sSup':
      return power(text('m:e'), text('m:sup'));
    case 'm:sSub':
      return text('m:e') + under(text('m:sub'));
    case 'm:sSubSup':
      return text('m:e') + under(text('m:sub')) + above(text('m:sup'));
    case 'm:sPre':
      return above(text('m:sup')) + under(text('m:sub')) + text('m:e');
    case 'm:rad':
      return `${raised(text('m:deg'))}√${grouped(text('m:e'))}`;
    case 'm:nary': {
      const sign = childOf(childOf(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫';
      const limits = [text('m:sub'), text('m:sup')].filter((limit) => limit !== '').join('…');
      return `${sign}${limits === '' ? '' : `(${limits})`} ${text('m:e')}`;
    }
    case 'm:d': {
      const look = childOf(element, 'm:dPr');
      const sign = (name: string, usual: string): string => childOf(look, name)?.attributes['m:val'] ?? usual;
      const inner = elementsOf(element, 'm:e').map(below).join(sign('m:sepChr', '|'));
      return `${sign('m:begChr', '(')}${inner}${sign('m:endChr', ')')}`;
    }
    case 'm:m':
      return `[${elementsOf(element, 'm:mr')
        .map((row) => elementsOf(row, 'm:e').map(below).join(' '))
        .join(', ')}]`;
    case 'm:eqArr':
      return elementsOf(element, 'm:e').map(below).join(', ');
    case 'm:func':
      return `${text('m:fName')} ${text('m:e')}`;
    case 'm:limLow':
    case 'm:limUpp':
      return `${text('m:e')}(${text('m:lim')})`;
    default:
      return below(element);
  }
}

function below(element: XmlElement | undefined): string {
  let out = '';
  for (const child of elementsOf(element)) {
    if (/Pr$/.test(child.name)) continue;
    const next = equationText(child);
    // «2» and «1/2» side by side are two and a half.
    out += child.name === 'm:f' && /[\p{L}\d]$/u.test(out) ? ` ${next}` : next;
  }
  return out;
}

const grouped = (text: string): string => (/^[\p{L}\d.,]*$/u.test(text) ? text : `(${text})`);

function fraction(element: XmlElement, over: string, den: string): string {
  const kind = childOf(childOf(element, 'm:fPr'), 'm:type')?.attributes['m:val'];
  // Without a bar one number is over another, and nothing is divided.
  return kind === 'noBar' ? `(${over}; ${den})` : `${grouped(over)}/${grouped(den)}`;
}

/** «10^2»: «10²» could be a ten with a mark of a footnote. */
const power = (base: string, exponent: string): string =>
  /\d$/.test(base) && /^\d+$/.test(exponent) ? `${base}^${exponent}` : base + above(exponent);

const isSigned = (text: string, signs: string): boolean =>
  text !== '' && !/[0-9]/.test(signs) && signs !== text;
const above = (text: string): string => {
  const signs = raised(text);
  return isSigned(text, signs) ? signs : text === '' ? '' : `^(${text})`;
};
const under = (text: string): string => {
  const signs = lowered(text);
  return isSigned(text, signs) ? signs : text === '' ? '' : `_(${text})`;
};

/**
 * A formula of the field EQ («EQ \\f(1;2)»), as older documents hold it: fractions, raised and lowered signs, roots; of
 * anything else only the words are left.
 */
export function fieldEquation(code: string): string {
  let text = code.replace(/^\s*EQ\s+/i, '');
  const innermost = /\\([a-z]+)((?:\s*\\[a-z]+\d*)*)\s*\(([^()\\]*)\)/i;
  for (let found = innermost.exec(text); found; found = innermost.exec(text)) {
    const [whole, name, options, inner] = found as unknown as [string, string, string, string];
    const parts = inner.split(inner.includes(';') ? ';' : ',').map((part) => part.trim());
    const [first = '', second = ''] = parts;
    const made =
      name.toLowerCase() === 'f'
        ? `${grouped(first)}/${grouped(second)}`
        : name.toLowerCase() === 'r'
          ? parts.length > 1
            ? `${raised(first)}√${grouped(second)}`
            : `√${grouped(first)}`
          : name.toLowerCase() === 's'
            ? /\\do/i.test(options)
              ? under(inner)
              : above(inner)
            : parts.join(' ');
    text =
      text.slice(0, found.index) +
      made.replace(/[()]/g, (sign) => (sign === '(' ? '\ue100' : '\ue101')) +
      text.slice(found.index + whole.length);
  }
  return text
    .replaceAll('\ue100', '(')
    .replaceAll('\ue101', ')')
    .replace(/\\[a-z]+\d*/gi, '')
    .trim();
}
