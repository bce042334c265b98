import type { Span } from '../../meaning/spans.ts';
import { writeDay } from './day.ts';
import { writePeriod } from './period.ts';

/** The spans named before the rest is only counted. */
const NAMED = 4;
const YEAR = /[ \u00a0]\d{4}[ \u00a0]г\.$/;

/** «апрель, июль 2022 г.», «9 ноября 2022 г. и ещё 5»: the year stands once where it is the same. */
export function writeSpans(spans: readonly Span[]): string {
  const words = spans.slice(0, NAMED).map(writeSpan);
  const more = spans.length - words.length;
  const last = words.at(-1);
  const year = YEAR.exec(last ?? '')?.[0];
  const named =
    year !== undefined && words.every((text) => YEAR.exec(text)?.[0] === year)
      ? [...words.slice(0, -1).map((text) => text.slice(0, -year.length)), last]
      : words;
  return `${named.join(', ')}${more === 0 ? '' : ` и ещё ${more}`}`;
}

/** The words stand after «за», which takes no «с … по …»: «14–27 сентября», «28 сентября – 11 октября». */
function writeSpan({ from, to }: Span): string {
  if (from === to) return writeDay(to);
  const text = writePeriod({ kind: 'span', from, to, parts: [] });
  const [, first, last] = /^с (.+) по (.+)$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return text;
  return /^\d+$/.test(first) ? `${first}–${last}` : `${first} – ${last}`;
}
