import type { Bilingual } from '../../finding/text.ts';
import { styleOf } from '../../report/style.ts';
import { wrap } from '../../report/width.ts';
import type { Rule } from '../../rules/rule.ts';
import { nearest } from '../../russian/index.ts';
import type { CommandIo, RunCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { suggestion } from '../parse.ts';
import { UsageError } from '../usage-error.ts';

const SEVERITY: Readonly<Record<Rule['severity'], Bilingual>> = {
  error: { ru: 'ошибка', en: 'error' },
  warning: { ru: 'предупреждение', en: 'warning' },
  info: { ru: 'сведение', en: 'note' },
  off: { ru: 'выключено', en: 'off' },
};

const summaryOf = ({ id, severity, summary }: Rule, { language }: CommandIo): string =>
  `${id} (${SEVERITY[severity][language]}) — ${summary[language]}`;

/** On a terminal paragraphs are wrapped and headings stand out; elsewhere a page is the Markdown it is. */
function forReader(page: string, { stdout }: CommandIo): string {
  if (!stdout.interactive && !stdout.color) return page;
  const { bold } = styleOf({ color: stdout.color, ascii: false });
  let code = false;
  return page
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('```')) code = !code;
      if (code || line.startsWith('|')) return [line];
      const rows = wrap(line, stdout.width);
      return line.startsWith('#') ? rows.map(bold) : rows;
    })
    .join('\n');
}

const HEADINGS: Readonly<Record<string, string>> = { Плохо: 'Bad', Хорошо: 'Good' };

/** The examples of a page, which is in Russian, under English headings. */
function examplesInEnglish(page: string, id: string): string {
  const lines: string[] = [];
  let code = false;
  for (const line of page.split('\n')) {
    const fence = line.startsWith('```');
    const heading = /^## (.*)$/.exec(line)?.[1];
    if (fence && !code && lines.at(-1) !== '') lines.push('');
    if (code || fence) lines.push(fence ? line.replace(/^(```\w*).*/, '$1') : line);
    else if (heading !== undefined && HEADINGS[heading]) lines.push('', `## ${HEADINGS[heading]}`, '');
    if (fence) code = !code;
  }
  return `${lines.join('\n').trim()}\n\nThe page of the rule is in Russian: roadmap explain ${id} --lang ru\n`;
}

async function explainRule(name: string, io: CommandIo): Promise<void> {
  const { rules } = await import('../../rules/generated/index.ts');
  const rule = rules.find(({ id }) => id === name);
  if (rule === undefined) {
    const names = ['period', 'indicator', ...rules.map(({ id }) => id)];
    throw new UsageError(
      { ru: `Правила «${name}» нет.`, en: `There is no rule “${name}”.` },
      suggestion(nearest(name, names)) ?? {
        ru: 'Все правила: roadmap explain',
        en: 'All rules: roadmap explain',
      },
    );
  }
  const { rulePage } = await import('../rule-texts.ts');
  const page = rulePage(rule.id);
  if (page === undefined) await io.out(`${summaryOf(rule, io)}\n`);
  else if (io.language === 'en') {
    await io.out(`${summaryOf(rule, io)}\n\n${forReader(examplesInEnglish(page, rule.id), io)}`);
  } else await io.out(forReader(page, io));
}

/** `roadmap explain [RULE]`, `roadmap explain period|indicator TEXT`. */
export const run: RunCommand = async (args, io) => {
  const [what] = args.positionals;
  if (what === 'period' || what === 'indicator') {
    await (await import('./meaning.ts')).explainMeaning(what, args, io);
  } else if (what === undefined) {
    const { rules } = await import('../../rules/generated/index.ts');
    await io.out(`${rules.map((rule) => summaryOf(rule, io)).join('\n')}\n`);
  } else {
    await explainRule(what, io);
  }
  return EXIT.clean;
};
