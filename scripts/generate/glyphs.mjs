import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FONT = '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf';
const CHARACTERS =
  [...Array(95).keys()].map((at) => String.fromCharCode(32 + at)).join('') +
  [...Array(64).keys()].map((at) => String.fromCharCode(0x410 + at)).join('') +
  'Ёё«»„“”’–—…№§×±°·•≥≤−€₽\u00A0';

/** The module with the outlines of the letters that charts are labelled with, read from a TrueType font. */
export function glyphModule() {
  const font = readFont(readFileSync(createRequire(import.meta.url).resolve(FONT)));
  const glyphs = {};
  for (const character of new Set(CHARACTERS)) {
    const index = font.indexOf(character.codePointAt(0));
    if (index !== 0) glyphs[character] = [font.advanceOf(index), pathOf(font.contoursOf(index))];
  }
  return (
    '// Generated from the font PT Sans by scripts/generate.mjs.\n' +
    '// Outlines: Copyright (c) 2010, ParaType Ltd. (http://www.paratype.com/public), SIL Open Font License 1.1.\n' +
    `export const UNITS_PER_EM = ${font.unitsPerEm};\n` +
    'export const GLYPHS: Readonly<Record<string, readonly [advance: number, path: string]>> = {\n' +
    Object.entries(glyphs)
      .map(([character, glyph]) => `  ${JSON.stringify(character)}: ${JSON.stringify(glyph)},\n`)
      .join('') +
    '};\n'
  );
}

/** The tables of a TrueType font that outlines need: cmap (format 4), head, hhea, hmtx, loca, glyf. */
function readFont(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = {};
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + at * 16;
    tables[bytes.toString('latin1', entry, entry + 4)] = view.getUint32(entry + 8);
  }
  const longOffsets = view.getInt16(tables.head + 50) === 1;
  const metrics = view.getUint16(tables.hhea + 34);
  const offsetOf = (index) =>
    tables.glyf +
    (longOffsets ? view.getUint32(tables.loca + index * 4) : view.getUint16(tables.loca + index * 2) * 2);
  return {
    unitsPerEm: view.getUint16(tables.head + 18),
    indexOf: characterMap(view, tables.cmap),
    advanceOf: (index) => view.getUint16(tables.hmtx + Math.min(index, metrics - 1) * 4),
    contoursOf: (index) => contours(view, offsetOf, index),
  };
}

function characterMap(view, cmap) {
  for (let at = 0; at < view.getUint16(cmap + 2); at++) {
    const start = cmap + view.getUint32(cmap + 4 + at * 8 + 4);
    if (view.getUint16(start) !== 4) continue;
    const count = view.getUint16(start + 6) / 2;
    const ends = start + 14;
    const starts = ends + count * 2 + 2;
    return (code) => {
      for (let segment = 0; segment < count; segment++) {
        if (code > view.getUint16(ends + segment * 2)) continue;
        const first = view.getUint16(starts + segment * 2);
        if (code < first) return 0;
        const delta = view.getInt16(starts + (count + segment) * 2);
        const at = starts + (count * 2 + segment) * 2;
        const range = view.getUint16(at);
        if (range === 0) return (code + delta) & 0xffff;
        const glyph = view.getUint16(at + range + (code - first) * 2);
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('The font has no character map of format 4.');
}

/** Lists of points `{x, y, on}`, one for each closed contour. */
function contours(view, offsetOf, index) {
  const start = offsetOf(index);
  if (offsetOf(index + 1) === start) return [];
  const count = view.getInt16(start);
  return count >= 0 ? simple(view, start, count) : composite(view, offsetOf, start);
}

function simple(view, start, count) {
  const ends = Array.from({ length: count }, (_, at) => view.getUint16(start + 10 + at * 2));
  const total = count === 0 ? 0 : ends[count - 1] + 1;
  let at = start + 10 + count * 2;
  at += 2 + view.getUint16(at);
  const flags = [];
  while (flags.length < total) {
    const flag = view.getUint8(at++);
    const repeat = flag & 8 ? view.getUint8(at++) : 0;
    for (let times = 0; times <= repeat; times++) flags.push(flag);
  }
  const axis = (short, same) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  const points = flags.map((flag, point) => ({ x: xs[point], y: ys[point], on: (flag & 1) === 1 }));
  return ends.map((end, contour) => points.slice(contour === 0 ? 0 : ends[contour - 1] + 1, end + 1));
}

function composite(view, offsetOf, start) {
  const result = [];
  let at = start + 10;
  let flags;
  do {
    flags = view.getUint16(at);
    const index = view.getUint16(at + 2);
    const words = (flags & 1) !== 0;
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
    at += words ? 8 : 6;
    let scale = 1;
    if (flags & 8) {
      scale = view.getInt16(at) / 16384;
      at += 2;
    } else if (flags & (64 | 128)) throw new Error('The font turns or stretches a part of a letter.');
    for (const contour of contours(view, offsetOf, index)) {
      result.push(
        contour.map(({ x, y, on }) => ({ x: Math.round(x * scale) + dx, y: Math.round(y * scale) + dy, on })),
      );
    }
  } while (flags & 32);
  return result;
}

/** `M x y`, `L x y`, `Q cx cy x y`, in the units of the font, y upwards; every contour closes. */
function pathOf(list) {
  return list
    .map((points) => {
      const middle = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });
      const full = points.flatMap((point, at) => {
        const next = points[(at + 1) % points.length];
        return point.on || next.on ? [point] : [point, middle(point, next)];
      });
      const first = full.findIndex(({ on }) => on);
      const turned = [...full.slice(first), ...full.slice(0, first), full[first]];
      let path = `M${turned[0].x} ${turned[0].y}`;
      for (let at = 1; at < turned.length; at++) {
        const point = turned[at];
        if (point.on) path += `L${point.x} ${point.y}`;
        else {
          const to = turned[++at];
          path += `Q${point.x} ${point.y} ${to.x} ${to.y}`;
        }
      }
      return path;
    })
    .join('');
}
