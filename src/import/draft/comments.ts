import type { Route } from '../../finding/finding.ts';
import type { Annotation } from '../blocks.ts';

/** Words that go into the YAML as a comment above a value. */
export interface DraftComment {
  readonly document: 'plan' | 'facts';
  readonly route: Route;
  readonly text: string;
}

/** «Комментарий (Петрова Е.А., 05.04.2021): …» */
export function annotationText(remark: Annotation): string {
  const day = remark.date?.split('-').reverse().join('.');
  const who = [remark.author, day].filter((part) => part !== undefined && part !== '').join(', ');
  const word = remark.kind === 'footnote' ? 'Сноска' : 'Комментарий';
  return `${word}${who === '' ? '' : ` (${who})`}: ${remark.text}`;
}
