import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Language } from '../../src/finding/text.ts';
import { rules } from '../../src/rules/generated/index.ts';
import { ROOT } from '../cli/run-roadmap.ts';

const SEVERITY = {
  ru: { error: 'ошибка', warning: 'предупреждение', info: 'сведение', off: 'выключено' },
  en: { error: 'error', warning: 'warning', info: 'info', off: 'off' },
} as const;

const HEAD = {
  ru: [
    '# Правила',
    '',
    'О чём сообщает `roadmap check`. Страницу правила с примерами печатает и сама программа: `roadmap explain duplicate-number`.',
    'Важность каждого можно сменить в [настройках](../config.md): `rules: {number-gap: "off"}`.',
    '',
    '| Правило | Важность | О чём |',
    '|---|---|---|',
  ],
  en: [
    '# Rules',
    '',
    'What `roadmap check` reports. The pages of the rules are in Russian; `roadmap explain RULE --lang en` puts an English line before them.',
    'The severity of each can be changed in the [config](config.md): `rules: {number-gap: "off"}`.',
    '',
    '| Rule | Severity | What it names |',
    '|---|---|---|',
  ],
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

function index(language: Language, folder: string): string {
  const rows = rules.map(
    ({ id, severity, summary }) =>
      `| [${id}](${folder}${id}.md) | ${SEVERITY[language][severity]} | ${cell(summary[language])} |`,
  );
  return `${[...HEAD[language], ...rows].join('\n')}\n`;
}

test.each([
  ['docs/rules/README.md', 'ru', ''],
  ['docs/en/rules.md', 'en', '../rules/'],
] as const)('%s lists every rule as it is', (path, language, folder) => {
  const expected = index(language, folder);
  const file = join(ROOT, path);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, expected);
  expect(readFileSync(file, 'utf8')).toBe(expected);
});
