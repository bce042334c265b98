import { describe, expect, it } from 'vitest';
import { keptFiles } from '../../src/io/kept.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

/** Files that are saved anew at every look. */
function restless() {
  const texts: Record<string, string> = { 'a.yaml': 'a0', 'b.yaml': 'b0' };
  let looks = 0;
  const files = memoryFiles(texts);
  return {
    ...files,
    read(path: string) {
      looks++;
      const bytes = files.read(path);
      if (Object.hasOwn(texts, path)) texts[path] = `${path[0]}${looks}`;
      return bytes;
    },
    looks: () => looks,
  };
}
const text = (bytes: Uint8Array | string) =>
  typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();

describe('kept files', () => {
  it('stay as they were read first', () => {
    const disk = restless();
    const files = keptFiles(disk);
    expect([text(files.read('a.yaml')), text(files.read('a.yaml'))]).toEqual(['a0', 'a0']);
    expect([files.read('gone.yaml'), files.read('gone.yaml')]).toEqual(['missing', 'missing']);
    expect(disk.looks()).toBe(2);
  });

  it('are read from the disk again beyond the room there is', () => {
    const disk = restless();
    const files = keptFiles(disk, 3);
    expect([text(files.read('a.yaml')), text(files.read('b.yaml'))]).toEqual(['a0', 'b0']);
    expect([text(files.read('a.yaml')), text(files.read('b.yaml'))]).toEqual(['a0', 'b2']);
  });
});
