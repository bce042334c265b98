import { createHash } from 'node:crypto';
import type { DashboardView } from '../../view/dashboard.ts';
import { SCRIPT, STYLES } from '../generated/dashboard-assets.ts';
import { attentionHtml } from './attention.ts';
import { dataHtml } from './data.ts';
import { filtersHtml } from './filters.ts';
import { SYMBOLS } from './icons.ts';
import { dateOf, penOf, text } from './marks.ts';
import { matricesHtml } from './matrix.ts';
import { registerHtml } from './register.ts';
import { requestsHtml } from './requests.ts';
import { plansHtml, summaryHtml } from './summary.ts';
import { timelineHtml } from './timeline.ts';

/**
 * The page for the meeting as one HTML file that asks the network for nothing: no script but its own can run (its
 * digest is in the policy), every text of a plan is text. Without a script it shows the same, unfiltered; of very many
 * items, then, all but the list.
 */
export function renderDashboard(view: DashboardView): string {
  const pen = penOf(view);
  const { texts } = pen.words;
  const heading = `${texts.heading} ${texts.asOf} ${dateOf(view.asOf, pen)}`;
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  const parts: readonly (readonly [id: string, title: string, body: string])[] = [
    ['summary', texts.summary, summaryHtml(pen)],
    ['plans', texts.plans, plansHtml(pen)],
    ['attention', texts.attention, attentionHtml(pen)],
    ...(view.requests.length === 0 ? [] : [['answers', texts.answers, requestsHtml(pen)] as const]),
    ...(view.matrices.length === 0 ? [] : [['matrix', texts.matrix, matricesHtml(pen)] as const]),
    ['timeline', texts.timeline, timelineHtml(pen)],
    ['items', texts.register, registerHtml(pen)],
  ];
  const links = parts.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('');
  return [
    '<!DOCTYPE html>',
    `<html lang="${view.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${text(heading)}</title>`,
    `<style>\n${STYLES}</style>`,
    '</head>',
    pen.short ? '<body class="many">' : '<body>',
    `<a class="skip" href="#items">${texts.skip}</a>`,
    SYMBOLS,
    `<header>\n<div class="head"><div><h1>${text(heading)}</h1>${view.title === '' ? '' : `<p>${text(view.title)}</p>`}</div>`,
    `<div class="controls" hidden><label>${texts.theme} <select id="theme"><option value="">${texts.themeSystem}</option><option value="light">${texts.themeLight}</option><option value="dark">${texts.themeDark}</option></select></label> <button type="button" id="print">${texts.print}</button></div></div>`,
    `<nav aria-label="${texts.contents}"><ul>${links}</ul></nav>`,
    '</header>',
    filtersHtml(pen),
    '<main>',
    ...parts.map(
      ([id, title, body]) =>
        `<section id="${id}" aria-labelledby="h-${id}">\n<h2 id="h-${id}" tabindex="-1">${title}</h2>\n${body}\n</section>`,
    ),
    '</main>',
    `<footer><p>${texts.made}</p><p class="keys">${texts.keys}</p></footer>`,
    dataHtml(pen),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
