import type { Chart, Tone } from '../view/document.ts';
import { textLength, wrapped } from './letters.ts';
import { printable } from './printable.ts';

/** A chart as figures, in millimetres from the top left: the same drawing for PNG and SVG. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly texts: readonly Text[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export interface Text {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Told apart in black and white by their darkness, and by the length of the bar in any case. */
const COLOURS: Readonly<Record<Tone, string>> = { high: '#8c2f2a', medium: '#d99a3d', low: '#b9cfae' };
const LINE = '#b0b0b0';
const SIZE = 3.6;
const LEADING = 4.6;
const GAP = 3;
/** Part of the width for the labels of the bars. */
const LABELS = 0.56;

/** Labels on the left; to the right a bar as long as its degree on the scale. */
export function chartDrawing(chart: Chart, width: number): Drawing {
  const left = width * LABELS;
  const step = (width - left) / chart.scale.length;
  const boxes: Box[] = [];
  const texts: Text[] = [];
  const top = LEADING + GAP;
  let y = top;
  for (const bar of chart.bars) {
    const lines = wrapped(printable(bar.label), SIZE, left - GAP);
    const height = Math.max(1, lines.length) * LEADING + GAP;
    lines.forEach((text, at) => {
      texts.push({ x: 0, y: y + GAP / 2 + at * LEADING + SIZE, size: SIZE, text });
    });
    const degrees = chart.scale.findIndex(({ tone }) => tone === bar.tone) + 1;
    boxes.push({
      x: left,
      y: y + (height - LEADING) / 2,
      width: degrees * step,
      height: LEADING,
      colour: COLOURS[bar.tone],
    });
    y += height;
  }
  const grid = chart.scale.map((_, at) => rule(left + (at + 1) * step, top, y - top));
  chart.scale.forEach(({ label }, at) => {
    const x = left + at * step + (step - textLength(label, SIZE)) / 2;
    texts.push({ x, y: SIZE, size: SIZE, text: label });
  });
  const axis = [
    rule(left, top, y - top),
    { x: left, y: top, width: width - left, height: 0.2, colour: LINE },
  ];
  return { width, height: y + 1, boxes: [...grid, ...boxes, ...axis], texts };
}

function rule(x: number, y: number, height: number): Box {
  return { x: x - 0.2, y, width: 0.2, height, colour: LINE };
}
