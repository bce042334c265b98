import type { PlanDocument } from '../schema/generated/types.ts';
import { buildItems } from './build-items.ts';
import type { Executor, Level, Plan, Waiver } from './plan.ts';
import { planPeriodOf } from './plan-period.ts';
import { asList, asMap, asText, asTexts, type RawMap } from './raw.ts';

/** Executors of one document, keyed as the author keyed them. */
export function buildExecutors(value: unknown, file: string): Map<string, Executor> {
  const executors = new Map<string, Executor>();
  const entries = asMap(value);
  if (!entries) return executors;
  for (const [key, entry] of Object.entries(entries)) {
    const raw = asMap(entry);
    // `комитет: Комитет по образованию` is the short form of an entry with a name only.
    const name = asText(entry) ?? (raw && asText(raw.name));
    const level = raw && (asText(raw.level) as Level | undefined);
    executors.set(key, {
      key,
      name: name ?? key,
      aliases: raw ? asTexts(raw.aliases) : [],
      actsAs: raw ? asTexts(raw['acts-as']) : [],
      ...(level === undefined ? {} : { level }),
      file,
      route: ['executors', key],
    });
  }
  return executors;
}

function waiversOf(value: unknown): Waiver[] {
  return asList(value).flatMap((entry, index) => {
    const raw = asMap(entry);
    const rule = raw && asText(raw.rule);
    if (!raw || rule === undefined) return [];
    const item = asText(raw.item);
    const by = asText(raw.by);
    const until = asText(raw.until);
    return [
      {
        rule,
        ...(item === undefined ? {} : { item }),
        reason: asText(raw.reason) ?? '',
        ...(by === undefined ? {} : { by }),
        ...(until === undefined ? {} : { until }),
        route: ['waivers', index],
      },
    ];
  });
}

/** The plans that a plan implements: one id or a list of them. */
export function parentsOf(value: unknown): Plan['parents'] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((entry, index) => {
    const id = asText(entry);
    return id === undefined
      ? []
      : [{ id, route: Array.isArray(value) ? ['implements', index] : ['implements'] }];
  });
}

/** What the registry a plan names lends it. */
export interface Lent {
  readonly executors: ReadonlyMap<string, Executor>;
  readonly glossary: Readonly<Record<string, string>>;
}

/** A plan from its document; the plan's own executors and glossary win over the registry's. */
export function buildPlan(file: string, document: RawMap, lent: Lent): Plan {
  const level = asText(document.level) as Level | undefined;
  const territory = asText(document.territory);
  const period = planPeriodOf(document.period);
  const { sections, items, numbering } = buildItems(document);
  return {
    id: asText(document.id) ?? '',
    file,
    ...(level === undefined ? {} : { level }),
    title: asText(document.title) ?? '',
    ...(territory === undefined ? {} : { territory }),
    ...(period ? { period } : {}),
    parents: parentsOf(document.implements),
    executors: new Map([...lent.executors, ...buildExecutors(document.executors, file)]),
    glossary: { ...lent.glossary, ...glossaryOf(document.glossary) },
    sections,
    numbering,
    items,
    waivers: waiversOf(document.waivers),
    source: document as unknown as PlanDocument,
  };
}

/** The texts of a glossary by their abbreviations; what is no text is left out, and the schema reports it. */
export function glossaryOf(value: unknown): Record<string, string> {
  const entries = Object.entries(asMap(value) ?? {});
  return Object.fromEntries(
    entries.flatMap(([key, text]) => (asText(text) === undefined ? [] : [[key, String(text)]])),
  );
}
