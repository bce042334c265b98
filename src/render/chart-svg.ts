import { escaped } from '../ooxml/xml.ts';
import type { Chart } from '../view/document.ts';
import { chartDrawing } from './chart-drawing.ts';
import { textLength } from './letters.ts';
import { printable } from './printable.ts';

const WIDTH = 165;

/** A chart for HTML: the same drawing as the picture in Word, its text as text, as wide as in the picture in any typeface. */
export function chartSvg(chart: Chart): string {
  const drawing = chartDrawing(chart, WIDTH);
  const boxes = drawing.boxes.map(
    ({ x, y, width, height, colour }) =>
      `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" fill="${colour}"/>`,
  );
  const texts = drawing.texts.map(
    ({ x, y, size, text }) =>
      `<text x="${mm(x)}" y="${mm(y)}" font-size="${size}" textLength="${mm(textLength(text, size))}" lengthAdjust="spacingAndGlyphs">${escaped(printable(text))}</text>`,
  );
  const alt = escaped(printable(chart.alt).replace(/\n/g, ' '));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mm(drawing.width)} ${mm(drawing.height)}" role="img" aria-label="${alt}" font-family="PT Sans, sans-serif">${[...boxes, ...texts].join('')}</svg>`;
}

function mm(value: number): number {
  return Math.round(value * 100) / 100;
}
