import { clauseBlocks } from './clauses.ts';
import { BLANK_DATE, BLANK_NUMBER, writtenDate, writtenNumber } from './date-words.ts';
import type { Block, PageSection, RequisiteField } from './document.ts';
import { formulaOf, preambleRuns } from './formula.ts';
import { orderType } from './order-type.ts';
import type { DocumentSettings } from './settings.ts';
import type { StatedOrder } from './stated-order.ts';
import type { Typesetter } from './texts.ts';

/**
 * The order itself: requisites in the sequence of ГОСТ Р 7.0.97, portrait, on its own count of pages. `clauses`: what
 * stands for the stated clauses, where they hold more than words.
 */
export function orderSection(
  order: StatedOrder,
  draft: boolean,
  settings: DocumentSettings,
  set: Typesetter,
  clauses: readonly Block[] = clauseBlocks(order.clauses, set),
): PageSection {
  const blocks = [
    ...head(order, draft, settings, set),
    ...text(order, clauses, settings, set),
    ...signature(order, settings, set),
    ...acquainted(order, set),
  ];
  return {
    name: orderType(order.type).heading[0] + order.type.slice(1),
    part: 'order',
    orientation: 'portrait',
    ownNumbering: true,
    ...(settings.codePlace > 0 ? { codePlace: true } : {}),
    blocks,
  };
}

/** The short requisites of an order as plain text; the number without its sign. */
export function orderFields(
  order: StatedOrder,
  settings: DocumentSettings,
): Readonly<Partial<Record<RequisiteField, string>>> {
  return {
    organisation: order.issuer?.name ?? '',
    type: orderType(order.type).heading,
    date: dateOf(order, settings),
    number: order.number ?? BLANK_NUMBER,
    place: order.place ?? '',
    heading: order.subject ?? '',
  };
}

function dateOf(order: StatedOrder, settings: DocumentSettings): string {
  return order.date === undefined ? BLANK_DATE : writtenDate(order.date, settings);
}

function head(order: StatedOrder, draft: boolean, settings: DocumentSettings, set: Typesetter): Block[] {
  const blocks: Block[] = [];
  const issuer = order.issuer;
  if (draft) blocks.push({ ...set.paragraph('draft', 'ПРОЕКТ'), requisite: 'draft' });
  if (issuer?.parent)
    blocks.push({ ...set.paragraph('organisation', issuer.parent), requisite: 'organisation' });
  if (issuer) blocks.push({ ...set.paragraph('organisation', issuer.name), requisite: 'organisation' });
  if (issuer?.short) {
    blocks.push({ ...set.paragraph('organisation', `(${issuer.short})`), requisite: 'organisation' });
  }
  blocks.push(
    { ...set.paragraph('document-type', orderType(order.type).heading), requisite: 'type' },
    {
      kind: 'sides',
      requisite: 'requisites',
      left: [{ text: dateOf(order, settings) }],
      right: [{ text: writtenNumber(order.number) }],
    },
  );
  if (order.place) blocks.push({ ...set.paragraph('place', order.place), requisite: 'place' });
  if (order.subject) blocks.push({ ...set.paragraph('heading', order.subject), requisite: 'heading' });
  return blocks;
}

function text(
  order: StatedOrder,
  clauses: readonly Block[],
  settings: DocumentSettings,
  set: Typesetter,
): Block[] {
  const formula = formulaOf(order, settings);
  const blocks: Block[] = [];
  const paragraphs = (order.preamble ?? '').split(/\n+/).filter((line) => line.trim() !== '');
  paragraphs.forEach((line, index) => {
    const last = index === paragraphs.length - 1;
    const runs = last ? preambleRuns(set.words(line), formula, clauses.length > 0) : set.words(line);
    // A formula or its colon never closes a page that the clauses do not begin on.
    blocks.push({
      kind: 'paragraph',
      style: 'preamble',
      runs,
      requisite: 'text',
      ...(last ? { keepNext: true } : {}),
    });
  });
  if (formula.kind === 'line') {
    blocks.push({
      kind: 'paragraph',
      style: 'formula',
      runs: [{ text: `${formula.word}:` }],
      requisite: 'text',
      keepNext: true,
    });
  }
  return [...blocks, ...clauses];
}

function signature(order: StatedOrder, settings: DocumentSettings, set: Typesetter): Block[] {
  if (!order.signatory) return [];
  return [
    {
      kind: 'signature',
      requisite: 'signature',
      position: set.words(order.signatory.position ?? ''),
      name: set.words(order.signatory.name),
      markPlace: settings.signaturePlace,
    },
  ];
}

const ACQUAINTED = {
  приказ: 'С приказом',
  распоряжение: 'С распоряжением',
  постановление: 'С постановлением',
} as const;

function acquainted(order: StatedOrder, set: Typesetter): Block[] {
  if (order.acquainted.length === 0) return [];
  const participle = order.acquainted.length === 1 ? 'ознакомлен' : 'ознакомлены';
  const heading = set.paragraph('acquainted', `${ACQUAINTED[order.type]} ${participle}:`);
  return [
    { ...heading, requisite: 'acquainted', keepNext: true },
    ...order.acquainted.map(
      (name, index): Block => ({
        kind: 'signing-line',
        requisite: 'acquainted',
        name: set.words(name),
        // A short list is not torn between two pages.
        ...(index < order.acquainted.length - 1 && order.acquainted.length <= 8 ? { keepNext: true } : {}),
      }),
    ),
  ];
}
