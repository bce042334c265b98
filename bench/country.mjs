// What the invented countries of the bench have in common: names of places, and how a workspace is written.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PLACES = ['Берёзов', 'Верхнелес', 'Глинищев', 'Дальнеозёр', 'Ельнин', 'Журавлин', 'Заполь', 'Ивняков', 'Ключев', 'Лугов', 'Мшин', 'Новохутор', 'Ольхов', 'Песочн', 'Родников', 'Сосновобор', 'Тихоречен', 'Ужин', 'Хвойн', 'Яблонев']; // biome-ignore format: a list
export const TITLES = ['Организационно-управленческие меры', 'Работа с педагогическими кадрами', 'Сопровождение школ', 'Работа с обучающимися и семьями', 'Контроль и обратная связь']; // biome-ignore format: a list

/** The stem of the name of the n-th municipality: «Берёзов», «Песочноберёзов». */
export const placeName = (n) =>
  PLACES[n % PLACES.length] +
  (n >= PLACES.length ? `о${(PLACES[(n * 7) % PLACES.length] ?? '').toLowerCase()}` : '');

/** Begins a workspace anew; `write` adds a file, `written` counts what is there. */
export function newWorkspace(folder) {
  rmSync(folder, { recursive: true, force: true });
  const written = { plans: 0, facts: 0, items: 0, bytes: 0 };
  const write = (path, text) => {
    writeFileSync(join(folder, path), text);
    written.bytes += Buffer.byteLength(text);
    written.items += text.match(/^ *- number: "[\d.]+"\n *action:/gm)?.length ?? 0;
  };
  for (const part of ['regions', 'districts', 'schools', 'facts'])
    mkdirSync(join(folder, part), { recursive: true });
  write('roadmap.config.yaml', 'language: ru\n');
  write(
    'registry.yaml',
    'kind: registry\nid: spravochnik\nglossary:\n  ЦОС: цифровая образовательная среда\n',
  );
  return { written, write };
}
