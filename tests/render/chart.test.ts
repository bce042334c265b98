import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fill, whiteCanvas } from '../../src/render/canvas.ts';
import { chartPng } from '../../src/render/chart-png.ts';
import { textLength, textOutlines, wrapped } from '../../src/render/letters.ts';
import { riskChart } from '../../src/view/risk-profile.ts';

/** Width, height and the pixels of an RGB picture whose rows are not filtered. */
function decoded(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const data: Uint8Array[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    if (Buffer.from(png.subarray(at + 4, at + 8)).toString() === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const rows = inflateSync(Buffer.concat(data));
  const pixel = (x: number, y: number) => [...rows.subarray(y * (width * 3 + 1) + 1 + x * 3).subarray(0, 3)];
  return { width, height, length: rows.length, pixel };
}

test('a bar is as long as its risk is grave', () => {
  const chart = riskChart({ high: ['А'], medium: ['Б'], low: ['В'] }, 'Профиль')!;
  const png = chartPng(chart, 100);
  const picture = decoded(png.bytes);
  expect([picture.width, picture.height]).toEqual([800, Math.round(png.height * 8)]);
  expect(picture.length).toBe(picture.height * (800 * 3 + 1));
  const dark = (x: number, y: number) => picture.pixel(x, y).some((part) => part < 230);
  const ends: number[] = [];
  for (let y = 0, inside = false; y < picture.height; y++) {
    // Left of the first line of the scale nothing but labels, right behind it the bars.
    if (dark(460, y) && dark(480, y) && y > 70) {
      if (!inside) {
        let x = 460;
        while (x < 800 && dark(x, y + 8)) x++;
        ends.push(x);
      }
      inside = true;
    } else inside = false;
  }
  expect(ends.map((end) => Math.round((end - 448) / 117))).toEqual([3, 2, 1]);
  expect(chartPng(chart, 100).bytes).toEqual(png.bytes);
});

test('a profile without risks has no picture', () => {
  expect(riskChart({ high: [], low: [] }, undefined)).toBeUndefined();
  expect(riskChart(undefined, undefined)).toBeUndefined();
});

test('a filled box covers its pixels, a hole stays open, an edge is half covered', () => {
  const canvas = whiteCanvas(10, 10);
  const box = (a: number, b: number, turn: boolean) =>
    turn ? [a, a, a, b, b, b, b, a] : [a, a, b, a, b, b, a, b];
  fill(canvas, [box(1, 8.5, false), box(3, 6, true)], [0, 0, 0]);
  const at = (x: number, y: number) => canvas.pixels[(y * 10 + x) * 3];
  expect([at(0, 5), at(1, 5), at(4, 4), at(7, 5), at(8, 5), at(9, 5)]).toEqual([255, 0, 255, 0, 128, 255]);
  expect(at(8, 8)).toBe(191);
});

test('letters: known ones have outlines, unknown ones a box, long words are broken', () => {
  expect(textOutlines('йЁ', 0, 10, 10).length).toBeGreaterThan(4);
  expect(textLength('😀', 10)).toBe(textLength('漢', 10));
  const lines = wrapped('слово оченьдлинноеслово', 10, 30);
  expect(lines.join('').replace(/\s/g, '')).toBe('словооченьдлинноеслово');
  expect(lines.every((line) => textLength(line, 10) <= 30)).toBe(true);
  expect(wrapped('', 10, 30)).toEqual([]);
});
