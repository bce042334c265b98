import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffPlans, type PlanDifference } from '../../src/history/diff.ts';
import { type SignedRow, signedTextOf } from '../../src/history/signed-text.ts';
import { referenceTo } from '../../src/model/section-identity.ts';
import { docx, drawn, p } from '../import/word-file.ts';
import { amended, planIn } from './amended.ts';

const FOLDER = join(import.meta.dirname, 'orders');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

/** The order as Word has it: a paragraph a line, a table of the lines that begin with a stroke. */
function word(text: string): Uint8Array {
  const body: string[] = [];
  let rows: string[] = [];
  const flush = (): void => {
    if (rows.length > 0) body.push(drawn(...rows));
    rows = [];
  };
  for (const line of text.split('\n').filter((one) => one !== '')) {
    if (line.startsWith('|')) rows.push(line.replace(/^\|\s*|\s*\|$/g, ''));
    else {
      flush();
      body.push(p(line));
    }
  }
  flush();
  return docx(body.join(''));
}

/** What changed, a line a cell. */
function linesOf({ title, sections, items, before, after }: PlanDifference): readonly string[] {
  const row = ({ cells }: SignedRow): string =>
    [...cells.values()].map((texts) => texts.join('; ')).join(' | ');
  const renumbered = items.filter((one) => one.renumbered);
  const inOrder = (one: { before?: SignedRow; after?: SignedRow }): number =>
    one.after ? after.rows.indexOf(one.after) : before.rows.indexOf(one.before!);
  return [
    ...(title ? [`название: ${title.is}`] : []),
    ...sections.map(
      ({ kind, after: is }) => `${kind === 'added' ? '+ ' : ''}раздел ${is?.number}: ${is?.title}`,
    ),
    ...(renumbered.length > 0
      ? [`п. ${renumbered.map((one) => `${one.before!.number} → ${one.after!.number}`).join(', ')}`]
      : []),
    ...[...items]
      .sort((a, b) => inOrder(a) - inOrder(b))
      .flatMap(({ kind, before: was, after: is, fields }) => {
        const number = referenceTo((is ?? was)!.item);
        if (kind === 'added') return [`+ п. ${number} ${row(is!)}`];
        if (kind === 'excluded') return [`- п. ${number} (${is!.excluded})`];
        if (kind === 'removed') return [`- п. ${number}`];
        return fields.map(({ heading, is: texts }) => `п. ${number} · ${heading}: ${texts.join('; ')}`);
      }),
  ];
}

describe('orders as people write them', () => {
  test('are twenty', () => expect(FILES.length).toBe(20));

  test.each(FILES)('%s', async (file) => {
    const [head = '', ...rest] = readFileSync(join(FOLDER, file), 'utf8').split(/^---.*\n/m);
    const [order = '', done = '', left = ''] = rest;
    const plan = readFileSync(join(FOLDER, `${/план: (\S+)/.exec(head)![1]}.plan.yaml`), 'utf8');
    const { applied, unread } = await amended(plan, word(order));
    const difference = diffPlans(signedTextOf(planIn(plan)), signedTextOf(applied.after));
    expect(linesOf(difference).join('\n')).toBe(done.trimEnd());
    const refused = applied.clauses.flatMap((one) => (one.refused ? [`отказано: ${one.words}`] : []));
    expect([...refused, ...unread.map(({ words }) => `не понято: ${words}`)].join('\n')).toBe(left.trimEnd());
  });
});
