import type { Language } from '../../finding/text.ts';
import type { WordRun } from '../../history/word-changes.ts';
import { markdownText } from '../../report/markdown.ts';
import { visible } from '../../report/safe-text.ts';
import { type DiffEntry, verdictOfDiff } from '../terminal/diff-entries.ts';
import type { ComparedPlan } from './compared.ts';
import { touchedWords } from './touched-words.ts';

const SIGNS: Readonly<Record<DiffEntry['kind'], string>> = {
  added: '➕',
  removed: '➖',
  changed: '✏️',
  moved: '↕️',
  renumbered: '🔢',
};

/** Ready for a comment of a pull request: what was taken out is struck, what was put in is bold. */
export function markdownDiff(plans: readonly ComparedPlan[], language: Language): string {
  return plans
    .map(({ after, labels, entries, touched }) =>
      [
        `### ${markdownText(after.plan.title || after.plan.id)}`,
        '',
        `${markdownText(labels[0][language])} → ${markdownText(labels[1][language])}. ${verdictOfDiff(entries)[language]}.`,
        ...(entries.length > 0 ? [''] : []),
        ...entries.flatMap(({ kind, name, about, note, cells }) => [
          `- ${SIGNS[kind]} **${markdownText(name[language])}**${about === '' ? '' : ` ${markdownText(about)}`}${note ? ` (${markdownText(note[language])})` : ''}`,
          ...cells.flatMap(({ name: heading, texts, meaning }) =>
            texts.map((runs, at) => {
              const comes =
                meaning && at === texts.length - 1 ? ` — *${markdownText(meaning[language])}*` : '';
              return `  - ${heading === '' ? '' : `${markdownText(heading)}: `}${runs.map(markdownRun).join('')}${comes}`;
            }),
          ),
        ]),
        ...touchedWords(touched).flatMap(({ heading, lines }) => [
          '',
          `**${heading[language]}**`,
          '',
          ...lines.map((line) => `- ${markdownText(line[language])}`),
        ]),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function markdownRun({ kind, text }: WordRun): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const mark = kind === 'same' || words === '' ? '' : kind === 'out' ? '~~' : '**';
  return `${before}${mark}${markdownText(words)}${mark}${after}`;
}

/** One page that needs nothing else; no script. */
export function htmlDiff(plans: readonly ComparedPlan[], language: Language): string {
  const title = language === 'ru' ? 'Что изменилось' : 'What changed';
  const body = plans.map(({ after, labels, entries, touched }) =>
    [
      `<h2>${escaped(after.plan.title || after.plan.id)}</h2>`,
      `<p>${escaped(labels[0][language])} → ${escaped(labels[1][language])}. ${verdictOfDiff(entries)[language]}.</p>`,
      ...(entries.length === 0 ? [] : ['<ul>']),
      ...entries.map(({ kind, name, about, note, cells }) => {
        const rows = cells.flatMap(({ name: heading, texts, meaning }) =>
          texts.map((runs, at) => {
            const comes = meaning && at === texts.length - 1 ? ` <em>${escaped(meaning[language])}</em>` : '';
            return `<li>${heading === '' ? '' : `${escaped(heading)}: `}${runs.map(htmlRun).join('')}${comes}</li>`;
          }),
        );
        return `<li class="${kind}"><strong>${escaped(name[language])}</strong> ${escaped(about)}${note ? ` <em>${escaped(note[language])}</em>` : ''}${rows.length > 0 ? `<ul>${rows.join('')}</ul>` : ''}</li>`;
      }),
      ...(entries.length === 0 ? [] : ['</ul>']),
      ...touchedWords(touched).map(
        ({ heading, lines }) =>
          `<h3>${heading[language]}</h3><ul>${lines.map((line) => `<li>${escaped(line[language])}</li>`).join('')}</ul>`,
      ),
    ].join('\n'),
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${body.join('\n')}
</body>
</html>
`;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}' +
  'del{background:#fdd;color:#7a0000}ins{background:#dfd;color:#004d00;text-decoration:none}' +
  'ul{padding-left:1.2rem}li{margin:.2rem 0}.added>strong{color:#004d00}.removed>strong{color:#7a0000}em{color:#555}';

function htmlRun({ kind, text }: WordRun): string {
  if (kind === 'same') return escaped(text);
  return kind === 'out' ? `<del>${escaped(text)}</del>` : `<ins>${escaped(text)}</ins>`;
}

const escaped = (text: string): string => visible(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
