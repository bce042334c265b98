import { type Failure, fail } from './refusals.ts';
import type { Joined, Term, Window } from './syntax.ts';
import { hasTime } from './window.ts';

/** A time of day belongs to the window before it, else to the one after it; a rhythm keeps it as a term. */
export function attachTimes(joined: readonly Joined[]): readonly Joined[] {
  const out: Joined[] = [];
  let waiting: string | undefined;
  for (const { term, joint } of joined) {
    const before = out.at(-1);
    if (term.type === 'time' && before?.term.type === 'window' && isTimed(before.term)) {
      out[out.length - 1] = { ...before, term: { ...before.term, time: term.time } };
    } else if (term.type === 'time' && joined.some((other) => other.term.type === 'window') && !before) {
      waiting = term.time;
    } else if (term.type === 'window' && waiting !== undefined && isTimed(term)) {
      out.push({ joint, term: { ...term, time: waiting } });
      waiting = undefined;
    } else out.push({ term, joint });
  }
  if (waiting !== undefined) return joined;
  return out;
}

const isTimed = ({ from, to }: Window) => hasTime((to ?? from)!);

interface Named {
  readonly terms: readonly Joined[];
  /** By the place of the window among the windows. */
  readonly owners: ReadonlyMap<number, string>;
  /** Of the whole: one name after several windows, or after what is no window. */
  readonly owner?: string;
}

const LISTED: ReadonlySet<Term['type']> = new Set(['window', 'time', 'demand'] as const);

/** Gives names in brackets to the windows they follow. */
export function attachOwners(joined: readonly Joined[]): Named | Failure {
  const owners = new Map<number, string>();
  const terms: Joined[] = [];
  let windows = 0;
  for (const each of joined) {
    const { term } = each;
    if (term.type !== 'owner') {
      terms.push(each);
      if (term.type === 'window') windows++;
      continue;
    }
    const before = terms.at(-1)?.term;
    if (!before || owners.has(windows - 1)) return fail(term.at, 'unread-words');
    owners.set(windows - 1, term.text);
    // A list under one month has one name for all of it.
    for (let at = windows - 2, back = terms.length - 2; at >= 0 && back >= 0; at--, back--) {
      if (before.type !== 'window' || terms[back]!.term.at !== before.at) break;
      owners.set(at, term.text);
    }
  }
  const last = joined.at(-1)?.term;
  // After a rhythm, or once after several windows, the name is of the whole.
  const listed = terms.every(({ term }) => LISTED.has(term.type));
  const single = owners.size === 1 && last?.type === 'owner' && (windows !== 1 || !listed);
  if (single) return { terms, owners: new Map(), owner: last.text };
  if (owners.has(-1) || (!listed && owners.size > 0)) return fail(last!.at, 'name-of-which');
  return { terms, owners };
}
