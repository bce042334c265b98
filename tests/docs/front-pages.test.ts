import { expect, test } from 'vitest';
import { stepsOf } from './page.ts';
import { readPage } from './pages.ts';

/** What must be the same in both languages: the order of headings by depth, blocks and pictures, commands but for the language. */
function skeleton(path: string): readonly string[] {
  const text = readPage(path);
  const outline = [...text.matchAll(/^(#+) |^(`{3,}\w*)|!\[[^\]]*\]\(([^)]+)\)/gm)].map(
    ([, heading, fence, picture]) => heading ?? fence ?? picture ?? '',
  );
  const commands = stepsOf(text).flatMap((step) => (step.kind === 'console' ? step.runs : []));
  return [...outline, ...commands.map(({ command }) => command.replace(' --lang en', ''))];
}

test('the front pages say the same in both languages', () => {
  expect(skeleton('README.ru.md')).toEqual(skeleton('README.md'));
});
