import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import { type ItemProgress, type PlanProgress, referenceTo } from './progress.ts';
import type { Language, Words } from './words.ts';

/** What was filled in. */
export interface Filled {
  readonly plan: string;
  readonly item: string;
  readonly date: string;
  readonly kind: 'done' | 'count' | 'value';
  readonly figure: string;
  readonly result: string;
  readonly evidence: string;
}

/** The words of `roadmap done` for a form. */
export function doneWords({ plan, item, date, kind, figure, result, evidence }: Filled): readonly string[] {
  const proofs = evidence
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [
    'done',
    ...(kind === 'done' ? ['--done'] : [`--${kind}=${figure.trim()}`]),
    ...(date === '' ? [] : [`--date=${date}`]),
    ...(result.trim() === '' ? [] : [`--result=${result.trim()}`]),
    ...proofs.map((proof) => `--evidence=${proof}`),
    // What begins with a dash is an item here.
    '--',
    plan,
    item,
  ];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);

interface Chosen {
  readonly plan: PlanProgress;
  readonly item?: ItemProgress | undefined;
}

/** The page of the form. Nothing in it is loaded from anywhere. */
export function formPage(
  plans: readonly PlanProgress[],
  { plan, item }: Chosen,
  { form, doneTitle }: Words,
  { today, language }: { readonly today: string; readonly language: Language },
): string {
  const nonce = randomBytes(16).toString('base64');
  const items = Object.fromEntries(
    plans.map((one) => [
      one.file,
      one.items.map((row) => [
        referenceTo(row),
        `${referenceTo(row)}. ${row.action.replace(/\s+/g, ' ').slice(0, 120)}`,
      ]),
    ]),
  );
  // In a script `<` could end it.
  const data = JSON.stringify({ items, item: item && referenceTo(item) }).replaceAll('<', '\\u003c');
  const options = plans
    .map(
      (one) =>
        `<option value="${escaped(one.file)}"${one === plan ? ' selected' : ''}>${escaped(one.plan)}</option>`,
    )
    .join('');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(doneTitle)}</title>
<style nonce="${nonce}">
  body { max-width: 44rem; padding: 1rem; }
  label { display: block; margin: 0.8rem 0 0.2rem; }
  fieldset label { display: inline-block; margin: 0.2rem 1rem 0.2rem 0; }
  input:not([type=radio]), select, textarea { width: 100%; box-sizing: border-box; padding: 0.3rem;
    color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, #888); font: inherit; }
  button { margin-top: 1rem; padding: 0.4rem 1.2rem; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 0; font: inherit; }
  #answer { margin-top: 1rem; white-space: pre-wrap; }
</style>
</head>
<body>
<form id="form">
  <label for="plan">${escaped(form.plan)}</label><select id="plan">${options}</select>
  <label for="item">${escaped(form.item)}</label><select id="item" required></select>
  <label for="date">${escaped(form.date)}</label><input id="date" type="date" value="${today}" max="${today}">
  <fieldset><legend>${escaped(form.what)}</legend>
    <label><input type="radio" name="kind" value="done" checked> ${escaped(form.done)}</label>
    <label><input type="radio" name="kind" value="count"> ${escaped(form.count)}</label>
    <label><input type="radio" name="kind" value="value"> ${escaped(form.value)}</label>
    <input id="figure" aria-label="${escaped(form.figure)}" placeholder="${escaped(form.figure)}" disabled>
  </fieldset>
  <label for="result">${escaped(form.result)}</label><input id="result">
  <label for="evidence">${escaped(form.evidence)}</label><textarea id="evidence" rows="3"></textarea>
  <button type="submit">${escaped(form.save)}</button>
</form>
<div id="answer" role="status"></div>
<script nonce="${nonce}">
  const api = acquireVsCodeApi();
  const { items, item } = ${data};
  const at = (id) => document.getElementById(id);
  const fill = () => {
    at('item').replaceChildren(...items[at('plan').value].map(([name, text]) => new Option(text, name, false, name === item)));
  };
  const kind = () => document.querySelector('[name=kind]:checked').value;
  at('plan').addEventListener('change', fill);
  document.querySelectorAll('[name=kind]').forEach((one) => one.addEventListener('change', () => {
    at('figure').disabled = kind() === 'done';
    at('figure').required = kind() !== 'done';
  }));
  at('form').addEventListener('submit', (event) => {
    event.preventDefault();
    api.postMessage({
      plan: at('plan').value, item: at('item').value, date: at('date').value, kind: kind(),
      figure: at('figure').value, result: at('result').value, evidence: at('evidence').value,
    });
  });
  window.addEventListener('message', ({ data }) => { at('answer').textContent = data.text; });
  fill();
</script>
</body>
</html>
`;
}

/** Takes what the form sends, as far as it is what a form can send. */
export const isFilled = (message: unknown): message is Filled =>
  typeof message === 'object' &&
  message !== null &&
  ['plan', 'item', 'date', 'figure', 'result', 'evidence'].every(
    (key) => typeof (message as Record<string, unknown>)[key] === 'string',
  ) &&
  ['done', 'count', 'value'].includes((message as { kind?: string }).kind ?? '');

/** Shows what the command said in the form. */
export const answerIn = (panel: vscode.WebviewPanel, text: string): Thenable<boolean> =>
  panel.webview.postMessage({ text });
