import type { Edit } from '../../edit/edit.ts';
import { valueAtRoute } from '../../edit/edit.ts';
import type { Route } from '../../finding/finding.ts';
import type { Bilingual } from '../../finding/text.ts';
import { folded } from '../../history/signed-text.ts';
import type { Plan } from '../../model/plan.ts';
import { asMap, asText } from '../../model/raw.ts';
import type { PlanDocument } from '../../schema/generated/types.ts';
import { mergeList } from './merge-list.ts';
import { type MergeResult, texts } from './outcome.ts';

/** What a document says around its table. */
const PARTS = ['title', 'order', 'approved-by', 'agreed', 'context'] as const;

interface Versions {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * Carries over what the document changed around its table. The three readings are compared with one another, and the
 * plan is edited only where it says what its own reading says: what the reader makes of a page is never written back.
 */
export function mergeAround(
  base: PlanDocument,
  ours: PlanDocument,
  theirs: PlanDocument,
  plan: Plan,
  out: MergeResult,
): void {
  for (const part of PARTS) {
    merge({ base: base[part], ours: ours[part], theirs: theirs[part] }, [part], plan, out);
  }
}

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? folded(inner) : inner)) ?? '';

function merge(sides: Versions, route: Route, plan: Plan, out: MergeResult): void {
  const { base, ours, theirs } = sides;
  if (plain(base) === plain(theirs) || plain(ours) === plain(theirs)) return;
  const maps = [asMap(base), asMap(ours), asMap(theirs)];
  if (maps.every((map) => map !== undefined) && asMap(valueAtRoute(plan.source, route))) {
    const [b, o, t] = maps;
    for (const key of new Set([...Object.keys(b ?? {}), ...Object.keys(t ?? {})])) {
      merge({ base: b?.[key], ours: o?.[key], theirs: t?.[key] }, [...route, key], plan, out);
    }
    return;
  }
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs)) {
    mergeLists({ base, ours, theirs }, route, plan, out);
    return;
  }
  settle(sides, route, plan, out);
}

/** A value that changed as a whole. */
function settle({ base, ours, theirs }: Versions, route: Route, plan: Plan, out: MergeResult): void {
  const at = placeName(route);
  if (theirs === undefined) {
    out.notes.push({
      ru: `В документе больше нет: ${at.ru} («${shown(base)}»); в плане оставлено.`,
      en: `The document no longer has ${at.en} (“${shown(base)}”); the plan keeps it.`,
    });
    return;
  }
  if (plain(ours) !== plain(base)) {
    out.conflicts.push({ at, ...sidesOf(base, ours, theirs) });
    return;
  }
  const stated = valueAtRoute(plan.source, route);
  if (!isSameValue(stated, ours)) {
    out.notes.push(byHand(at, theirs));
    return;
  }
  // What the plan lacks has to have a place to be in.
  const holder = route.length === 1 ? {} : valueAtRoute(plan.source, route.slice(0, -1));
  if (stated === undefined && !asMap(holder)) {
    out.notes.push(byHand(at, theirs));
    return;
  }
  out.edits.push({ op: 'set', route, value: theirs });
  out.taken.push({ what: 'changed', at, ...texts(shown(ours), shown(theirs)) });
}

interface Lists {
  readonly base: readonly unknown[];
  readonly ours: readonly unknown[];
  readonly theirs: readonly unknown[];
}

function mergeLists({ base, ours, theirs }: Lists, route: Route, plan: Plan, out: MergeResult): void {
  const stated = valueAtRoute(plan.source, route);
  const isSame =
    Array.isArray(stated) &&
    stated.length === ours.length &&
    ours.every((value, at) => isSameValue(stated[at], value));
  // Entries changed in their place are looked into; otherwise entries come and go whole.
  if (base.length === theirs.length && base.length === ours.length && isSame) {
    base.forEach((value, at) => {
      merge({ base: value, ours: ours[at], theirs: theirs[at] }, [...route, at], plan, out);
    });
    return;
  }
  const at = placeName(route);
  const changes = mergeList(base.map(plain), ours.map(plain), theirs.map(plain));
  if (changes === 'conflict') {
    out.conflicts.push({ at, ...sidesOf(base, ours, theirs) });
    return;
  }
  if (changes.length === 0) return;
  if (!isSame) {
    out.notes.push(byHand(at, theirs));
    return;
  }
  const edits: Edit[] = [];
  for (const { at: place, remove, from, to } of changes.toReversed()) {
    for (let n = remove - 1; n >= 0; n--) edits.push({ op: 'remove', route: [...route, place + n] });
    theirs.slice(from, to).forEach((value, n) => {
      edits.push({ op: 'insert', route, index: place + n, value });
    });
    const was = ours
      .slice(place, place + remove)
      .map(shown)
      .join('; ');
    const is = theirs.slice(from, to).map(shown).join('; ');
    out.taken.push({ what: 'changed', at, ...texts(was, is) });
  }
  out.edits.push(...edits);
}

/** Whether the plan states what was read: a date may be written in another way, a short form may stand for a map. */
function isSameValue(stated: unknown, read: unknown): boolean {
  if (stated === undefined || read === undefined) return stated === read;
  const [text, other] = [asText(stated), asText(read)];
  if (text !== undefined && other !== undefined) return folded(dated(text)) === folded(dated(other));
  if (Array.isArray(stated) && Array.isArray(read)) {
    return stated.length === read.length && stated.every((value, at) => isSameValue(value, read[at]));
  }
  const [map, known] = [asMap(stated), asMap(read)];
  if (!map || !known) return false;
  return Object.keys(known).every((key) => isSameValue(map[key], known[key]));
}

/** 22.04.2021 → 2021-04-22. */
const dated = (text: string): string => text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');

const sidesOf = (base: unknown, ours: unknown, theirs: unknown) => ({
  base: shown(base),
  ours: shown(ours),
  theirs: shown(theirs),
});

/** The words of a value on one line. */
function shown(value: unknown): string {
  const text = asText(value);
  if (text !== undefined) return folded(text);
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  return Object.values(value)
    .map(shown)
    .filter((words) => words !== '')
    .join('; ');
}

const byHand = (at: Bilingual, theirs: unknown): Bilingual => ({
  ru: `Перенесите сами: ${at.ru} — в документе теперь «${shown(theirs)}».`,
  en: `To be carried over by hand: ${at.en} – the document now has “${shown(theirs)}”.`,
});

const NAMES: Readonly<Record<string, string>> = {
  title: 'название плана',
  order: 'приказ',
  'approved-by': 'гриф «УТВЕРЖДАЮ»',
  agreed: 'гриф «СОГЛАСОВАНО»',
  context: 'вводная часть',
  type: 'вид',
  issuer: 'орган',
  number: 'номер',
  date: 'дата',
  place: 'место',
  subject: 'заголовок',
  preamble: 'преамбула',
  formula: 'распорядительное слово',
  clauses: 'пункты',
  text: 'текст',
  signatory: 'подпись',
  acquainted: 'ознакомлены',
  annexes: 'приложения',
  position: 'должность',
  name: 'имя',
  heading: 'заголовок',
  list: 'перечень',
  rows: 'строки',
};

/** «приказ, пункты 2, текст»: where in the document, in its own words. */
function placeName(route: Route): Bilingual {
  const [first = '', ...rest] = route.map((step) => (typeof step === 'number' ? step + 1 : step));
  const words = rest.map((step) => (typeof step === 'number' ? ` ${step}` : `, ${NAMES[step] ?? step}`));
  return { ru: `${NAMES[first] ?? first}${words.join('')}`, en: route.join('.') };
}
