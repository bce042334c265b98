import type { Plan } from '../model/plan.ts';
import { asList, asMap, asText, asTexts, type RawMap } from '../model/raw.ts';
import type { Paragraph, Table } from './document.ts';
import { riskTable } from './risk-profile.ts';
import type { Typesetter } from './texts.ts';

export type ContextBlock = Paragraph | Table;

/** One entry of the context part: a heading, text, list, risk profile. */
interface ContextEntry {
  readonly inTable: boolean;
  readonly blocks: readonly ContextBlock[];
}

/** What a plan says before its table, or in the first rows of it. */
export function contextOf(plan: Plan, set: Typesetter): readonly ContextEntry[] {
  return asList(plan.source.context).flatMap((value) => {
    const raw = asMap(value);
    if (!raw) return [];
    const blocks = entryBlocks(raw, set);
    return blocks.length === 0 ? [] : [{ inTable: raw['in-table'] === true, blocks }];
  });
}

function entryBlocks(raw: RawMap, set: Typesetter): readonly ContextBlock[] {
  const heading = asText(raw.heading);
  const text = asText(raw.text);
  const list = asTexts(raw.list);
  const profile = riskTable(raw['risk-profile'], heading, set);
  return [
    ...(heading === undefined ? [] : [{ ...set.paragraph('context-heading', heading), keepNext: true }]),
    ...linesOf(text).map((line) => set.paragraph('context-text', line)),
    ...list.map((item) => set.paragraph('context-item', item)),
    ...(profile ? [profile] : []),
  ];
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\n+/).filter((line) => line.trim() !== '');
}
