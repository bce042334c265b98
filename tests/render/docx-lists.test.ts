import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { renderDocx } from '../../src/render/docx.ts';
import { planView } from '../../src/view/plan-view.ts';
import { planOf } from './loaded.ts';

const items = Array.from(
  { length: 300 },
  (_, at) =>
    `  - {number: "${at + 1}", action: "Пункт {parts-1-${at + 1}}", parts: [{action: А}, {action: Б}, {action: В}], info: {text: Сайт, url: "https://example.org/${at}"}}`,
);

test('every counted label of a long plan is a list of its own, and every address a link of its own', async () => {
  const { plan, workspace } = planOf(`id: a\ntitle: План\nitems:\n${items.join('\n')}`);
  const parts = unzipSync(await renderDocx(planView(plan, workspace)));
  const part = (name: string) => strFromU8(parts[name]!);
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);
  const body = part('word/document.xml');
  const used = all(body, /<w:numId w:val="([^"]+)"/g);
  const starts = new Map(
    [
      ...part('word/numbering.xml').matchAll(/<w:num w:numId="(\d+)">.*?<w:startOverride w:val="(\d+)"/gs),
    ].map(([, number, start]) => [number!, start!]),
  );
  expect(new Set(used).size).toBe(used.length);
  expect(used.map((number) => starts.get(number))).toEqual(items.flatMap(() => ['1', '2', '3']));
  expect(all(body, /(Пункт \{parts-1-\d+\})/g)).toHaveLength(items.length);
  const links = all(body, /r:id="(rIdLink\d+)"/g);
  const targets = new Map(
    [...part('word/_rels/document.xml.rels').matchAll(/Id="(rIdLink\d+)"[^>]*?Target="([^"]*)"/g)].map(
      ([, id, target]) => [id!, target!],
    ),
  );
  expect(links.map((id) => targets.get(id))).toEqual(items.map((_, at) => `https://example.org/${at}`));
});
