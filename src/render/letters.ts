import type { Outlines } from './canvas.ts';
import { GLYPHS, UNITS_PER_EM } from './generated/glyphs.ts';

/** What stands for a sign that the letters lack (emoji, rare scripts): the alt text still has it in words. */
const MISSING = '□';
const MISSING_ADVANCE = 600;
const MISSING_BOX = ['M60 0L540 0L540 640L60 640L60 0', 'M110 50L110 590L490 590L490 50L110 50'].join('');

function glyphOf(character: string): readonly [number, string] {
  return GLYPHS[character] ?? (character === MISSING ? [MISSING_ADVANCE, MISSING_BOX] : glyphOf(MISSING));
}

/** Width of a text in the unit of `size`. */
export function textLength(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += glyphOf(character)[0];
  return (units * size) / UNITS_PER_EM;
}

/** Outlines of a text whose baseline starts at x, y. */
export function textOutlines(text: string, x: number, y: number, size: number): Outlines {
  const scale = size / UNITS_PER_EM;
  const outlines: number[][] = [];
  let pen = x;
  for (const character of text) {
    const [advance, path] = glyphOf(character);
    for (const contour of path.split('M')) if (contour !== '') outlines.push(flat(contour, pen, y, scale));
    pen += advance * scale;
  }
  return outlines;
}

/** Lines a text takes within a width, broken at blanks; a word too long for a line is broken itself. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textLength(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && textLength(line + character, size) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' ? lines : [...lines, line];
}

const CURVE_STEPS = 6;

function flat(contour: string, x: number, y: number, scale: number): number[] {
  const points: number[] = [];
  let atX = 0;
  let atY = 0;
  for (const part of contour.split(/(?=[LQ])/)) {
    const figures = part.replace(/^[LQ]/, '').split(' ').map(Number);
    const [cx = 0, cy = 0] = figures;
    const [, , toX = cx, toY = cy] = figures;
    const steps = figures.length === 4 ? CURVE_STEPS : 1;
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const px = steps === 1 ? toX : (1 - t) * (1 - t) * atX + 2 * t * (1 - t) * cx + t * t * toX;
      const py = steps === 1 ? toY : (1 - t) * (1 - t) * atY + 2 * t * (1 - t) * cy + t * t * toY;
      points.push(x + px * scale, y - py * scale);
    }
    atX = toX;
    atY = toY;
  }
  return points;
}
