import { zlibSync } from 'fflate';
import type { Canvas } from './canvas.ts';

/** A canvas as a PNG file (RGB, 8 bits, not interlaced), with its resolution in pixels per metre. */
export function pngOf(canvas: Canvas, pixelsPerMetre: number): Uint8Array {
  const rows = new Uint8Array(canvas.height * (canvas.width * 3 + 1));
  for (let y = 0; y < canvas.height; y++) {
    const row = canvas.pixels.subarray(y * canvas.width * 3, (y + 1) * canvas.width * 3);
    rows.set(row, y * (canvas.width * 3 + 1) + 1);
  }
  const header = [...word(canvas.width), ...word(canvas.height), 8, 2, 0, 0, 0];
  const resolution = [...word(pixelsPerMetre), ...word(pixelsPerMetre), 1];
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', Uint8Array.from(header)),
    chunk('pHYs', Uint8Array.from(resolution)),
    chunk('IDAT', zlibSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return joined([Uint8Array.from(word(data.length)), body, Uint8Array.from(word(crc(body)))]);
}

function word(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 255]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
