/** A picture in shades of colour, drawn from straight-edged and curved outlines with smoothed edges. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, from the top left. */
  readonly pixels: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Closed outlines as flat lists of coordinates in pixels: x, y, x, y … */
export type Outlines = readonly (readonly number[])[];

export function whiteCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(width * height * 3).fill(255) };
}

/**
 * Fills outlines with a colour. The covered part of each pixel is summed up as signed area under the edges, so that
 * holes of letters stay open and edges are smooth; plain arithmetic, the same on every machine.
 */
export function fill(canvas: Canvas, outlines: Outlines, colour: Colour): void {
  const box = boundsOf(outlines, canvas);
  if (box.width <= 0 || box.height <= 0) return;
  const area = new Float64Array(box.width * box.height + 2);
  for (const outline of outlines) {
    for (let at = 0; at < outline.length; at += 2) {
      const next = (at + 2) % outline.length;
      edge(area, box, outline[at]!, outline[at + 1]!, outline[next]!, outline[next + 1]!);
    }
  }
  for (let y = 0; y < box.height; y++) {
    let covered = 0;
    for (let x = 0; x < box.width; x++) {
      covered += area[y * box.width + x]!;
      blend(canvas, box.left + x, box.top + y, Math.min(1, Math.abs(covered)), colour);
    }
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boundsOf(outlines: Outlines, canvas: Canvas): Box {
  let left = canvas.width;
  let top = canvas.height;
  let right = 0;
  let bottom = 0;
  for (const outline of outlines) {
    for (let at = 0; at < outline.length; at += 2) {
      left = Math.min(left, outline[at]!);
      right = Math.max(right, outline[at]!);
      top = Math.min(top, outline[at + 1]!);
      bottom = Math.max(bottom, outline[at + 1]!);
    }
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  // A column more on the right, even outside the picture: an edge leaves part of its area to the next pixel.
  return {
    left,
    top,
    width: Math.ceil(right) + 2 - left,
    height: Math.min(canvas.height, Math.ceil(bottom)) - top,
  };
}

/** Adds the signed area of one edge, row by row, column by column. */
function edge(area: Float64Array, box: Box, ax: number, ay: number, bx: number, by: number): void {
  if (ay === by) return;
  const down = ay < by ? 1 : -1;
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  const first = Math.max(0, Math.floor(y0 - box.top));
  const last = Math.min(box.height - 1, Math.ceil(y1 - box.top) - 1);
  for (let row = first; row <= last; row++) {
    const from = Math.max(y0, box.top + row);
    const to = Math.min(y1, box.top + row + 1);
    if (to <= from) continue;
    const height = (to - from) * down;
    const xa = x0 + (from - y0) * slope - box.left;
    const xb = x0 + (to - y0) * slope - box.left;
    spread(area, row * box.width, box.width, Math.min(xa, xb), Math.max(xa, xb), height);
  }
}

/** The part of an edge within one row: what lies right of it is covered. */
function spread(
  area: Float64Array,
  row: number,
  width: number,
  from: number,
  to: number,
  height: number,
): void {
  const start = Math.max(0, Math.min(width - 1, Math.floor(from)));
  const end = Math.max(0, Math.min(width - 1, Math.ceil(to) - 1));
  if (end <= start) {
    const middle = Math.min(1, Math.max(0, (from + to) / 2 - start));
    area[row + start]! += height * (1 - middle);
    area[row + start + 1]! += height * middle;
    return;
  }
  const perPixel = height / (to - from);
  for (let x = start; x <= end; x++) {
    const a = Math.max(from, x);
    const b = Math.min(to, x + 1);
    const part = (b - a) * perPixel;
    const middle = (a + b) / 2 - x;
    area[row + x]! += part * (1 - middle);
    area[row + x + 1]! += part * middle;
  }
}

function blend(canvas: Canvas, x: number, y: number, covered: number, colour: Colour): void {
  if (covered < 1 / 512 || x >= canvas.width) return;
  const at = (y * canvas.width + x) * 3;
  for (let channel = 0; channel < 3; channel++) {
    const below = canvas.pixels[at + channel]!;
    canvas.pixels[at + channel] = Math.round(below + (colour[channel]! - below) * covered);
  }
}
