import type { Chart } from '../view/document.ts';
import { type Colour, fill, whiteCanvas } from './canvas.ts';
import { chartDrawing } from './chart-drawing.ts';
import { textOutlines } from './letters.ts';
import { pngOf } from './png.ts';

/** About 200 dots per inch: clear on paper, small in the file. */
const PIXELS_PER_MM = 8;
const BLACK: Colour = [0, 0, 0];

/** The picture of a chart; its size on paper is in millimetres. */
export function chartPng(chart: Chart, width: number): { bytes: Uint8Array; width: number; height: number } {
  const drawing = chartDrawing(chart, width);
  const canvas = whiteCanvas(Math.round(width * PIXELS_PER_MM), Math.round(drawing.height * PIXELS_PER_MM));
  for (const { x, y, width: across, height, colour } of drawing.boxes) {
    const [left, top, right, bottom] = [x, y, x + across, y + height].map((mm) => mm * PIXELS_PER_MM);
    fill(canvas, [[left!, top!, right!, top!, right!, bottom!, left!, bottom!]], colourOf(colour));
  }
  for (const { x, y, size, text } of drawing.texts) {
    const [left, base, height] = [x, y, size].map((mm) => mm * PIXELS_PER_MM);
    fill(canvas, textOutlines(text, left!, base!, height!), BLACK);
  }
  return { bytes: pngOf(canvas, PIXELS_PER_MM * 1000), width, height: drawing.height };
}

/** `#8c2f2a` → its three parts. */
function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
