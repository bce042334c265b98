import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SEVERITY = {
  ru: { error: 'ошибка', warning: 'предупреждение', info: 'сведение', off: 'выключено' },
  en: { error: 'error', warning: 'warning', info: 'info', off: 'off' },
};

const HEAD = {
  ru: [
    '# Правила',
    '',
    'О чём сообщает `roadmap check`. Страницу правила с примерами печатает и сама программа: `roadmap explain duplicate-number`.',
    'Важность каждого можно сменить в [настройках](../config.md): `rules: {number-gap: "off"}`.',
    'Где под важностью стоит «Исправляется само», ответ бывает один, и его ставит `roadmap check --fix`; где «по выбору» – предлагает [редактор](../editor.md).',
    '',
    '| Правило | Важность | О чём |',
    '|---|---|---|',
  ],
  en: [
    '# Rules',
    '',
    'What `roadmap check` reports. The pages of the rules are in Russian; `roadmap explain RULE --lang en` puts an English line before them.',
    'The severity of each can be changed in the [config](config.md): `rules: {number-gap: "off"}`.',
    'Where a page says «Исправляется само», `roadmap check --fix` puts it right; where it says «по выбору», the [editor](editor.md) offers the answers.',
    '',
    '| Rule | Severity | What it names |',
    '|---|---|---|',
  ],
};

const cell = (text) => text.replaceAll('|', '\\|');

const listOf = (rules, language, folder) => {
  const rows = rules.map(
    ({ id, severity, summary }) =>
      `| [${id}](${folder}${id}.md) | ${SEVERITY[language][severity]} | ${cell(summary[language])} |`,
  );
  return `${[...HEAD[language], ...rows].join('\n')}\n`;
};

/** The two pages that list the rules, from the rules themselves. The sources must stand: the index of the rules is one. */
export async function ruleLists(root) {
  const built = buildSync({
    entryPoints: [join(root, 'src/rules/generated/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const [{ text }] = built.outputFiles;
  const { rules } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  return {
    'docs/rules/README.md': listOf(rules, 'ru', ''),
    'docs/en/rules.md': listOf(rules, 'en', '../rules/'),
  };
}
