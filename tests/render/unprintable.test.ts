import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { renderDocx } from '../../src/render/docx.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderIcs } from '../../src/render/ics.ts';
import { renderMarkdown } from '../../src/render/md.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';
import { executorCalendar } from '../../src/view/calendar.ts';
import { orderView } from '../../src/view/order-view.ts';
import { planSheets } from '../../src/view/plan-sheets.ts';
import { isFull } from '../lane.ts';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const DAY = parseDay('2022-02-01')!;

/** Control characters of both kinds, signs that turn the order round, halves of pairs, non-characters. */
const ALL = [
  ...range(0x00, 0x08),
  ...range(0x0b, 0x0c),
  ...range(0x0e, 0x1f),
  ...range(0x7f, 0x84),
  ...range(0x86, 0x9f),
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
  0xd800,
  0xdbff,
  0xdc00,
  0xdfff,
  0xfdd0,
  0xfffe,
  0xffff,
];
/** Without all of them, a character of every kind. */
const CODES = isFull ? ALL : [0x00, 0x1f, 0x9b, 0x202e, 0xd800, 0xffff];

/** Every place of a plan where a text stands; ¤ is the place of the character. */
const PLAN = `kind: plan
id: a
level: municipal
programme: "Проект ¤ «Опора»"
title: "План ¤ мероприятий"
territory: "Заозёрный ¤ район"
period: 2022
approved-by: {position: "Начальник ¤ отдела", name: "А.А. ¤ Образцов", date: 2022-01-10}
context:
  - title: "Цель ¤"
    text: "Помочь ¤ школам"
order:
  type: приказ
  issuer: {name: "Отдел ¤ образования"}
  number: "5¤3"
  date: 2022-02-07
  place: "п. ¤ Заречный"
  subject: "Об утверждении ¤ плана"
  preamble: "В целях ¤ помощи"
  clauses: ["Утвердить ¤ план."]
  signatory: {position: "Начальник ¤", name: "А.А. ¤ Образцов"}
executors:
  центр: {name: "Методический ¤ центр"}
sections:
  - number: "I"
    title: "Раздел ¤"
    items:
      - number: "1"
        action: "Провести ¤ семинар"
        when: "до 20 мая ¤ 2022 г."
        executors: [центр]
        indicators: ["Отчёт ¤"]
        info: {text: "Сайт ¤", url: "https://example.org/a¤b"}
`;

const PLACES = [...PLAN.matchAll(/¤/g)].map(({ index }) => index);
const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const loaded = (yaml: string) => loadWorkspace(memoryFiles({ 'a.plan.yaml': yaml }));

function wellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

async function textsOf(code: number): Promise<readonly string[]> {
  const { workspace } = loaded(PLAN.replaceAll('¤', escaped(code)));
  const plan = workspace.plans[0]!;
  const order = orderView(plan, workspace);
  const packages = [await renderDocx(order), await renderXlsx(planSheets(plan, workspace))];
  const parts = packages.flatMap((bytes) =>
    Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
      /\.(xml|rels)$/.test(name) ? [strFromU8(part)] : [],
    ),
  );
  const html = renderHtml(order);
  for (const part of parts) wellFormed(part);
  wellFormed(html.replace(/<(meta|br|col)\b([^>]*)>/g, '<$1$2/>').replace('<!DOCTYPE html>', ''));
  const calendar = executorCalendar(workspace, [plan], { executor: 'центр', asOf: DAY })!;
  return [...parts, html, renderMarkdown(order), renderIcs(calendar)];
}

test.each(CODES)('U+%i everywhere: documents are well-formed and do not hold it', async (code) => {
  const character = String.fromCharCode(code);
  for (const text of await textsOf(code)) {
    expect(text.includes(character)).toBe(false);
    expect(/&#x?[0-9a-f]+;/i.test(text.replace(/&#(10|39|x27);/g, ''))).toBe(false);
    // What a half of a pair becomes when it is written as UTF-8.
    expect(text.includes('\ufffd')).toBe(false);
  }
});

test.each(PLACES)('a finding points to a character at %i of the plan', (place) => {
  for (const code of [0x01, 0x1b, 0x9b, 0x202e, 0xd800, 0xfffe]) {
    const yaml = `${PLAN.slice(0, place)}${escaped(code)}${PLAN.slice(place + 1)}`.replaceAll('¤', '');
    const { findings } = check(loaded(yaml), { asOf: DAY, today: DAY });
    const before = PLAN.slice(0, place).split('\n');
    const told = findings.filter(({ rule }) => rule === 'unprintable-character');
    expect(told.map(({ line }) => line)).toEqual([before.length]);
  }
});
