import type { Finding, Remark, Route, Spot } from '../finding/finding.ts';
import type { Problem } from '../source/document.ts';
import type { Settled } from './settle.ts';

type Unread = NonNullable<Problem['unread']>;

/** What a rule misses where one of these keys cannot be read. */
const MISSED: ReadonlyMap<string, readonly string[]> = new Map([
  ['missing-period', ['when', 'parts']],
  ['missing-executor', ['executors', 'parts']],
  ['missing-indicator', ['indicators', 'parts']],
]);

const APPROVED_BY: readonly string[] = ['order', 'stamp', 'approved-by'];

const beginsWith = (route: Route, start: Route): boolean =>
  start.length <= route.length && start.every((step, at) => route[at] === step);

/**
 * One cause, one finding: leaves out what the rules say of a value that the schemas have refused, or miss under a key
 * that is mistyped. What is at a key that is missing or mistyped is shown where the key should be or is. Costs nothing in a
 * workspace whose form is right.
 */
export function withoutConsequences(
  found: readonly Settled[],
  problems: readonly Problem[],
): readonly Settled[] {
  const unreadIn = new Map<string, Unread[]>();
  for (const { at, unread } of problems) {
    if (unread) unreadIn.set(at.file, [...(unreadIn.get(at.file) ?? []), unread]);
  }
  if (unreadIn.size === 0) return found;
  const listsUnread = [...unreadIn.values()].some((all) =>
    all.some(({ route }) => route.length === 1 && route[0] === 'executors'),
  );
  return found.flatMap((one) => {
    if (one.rule === 'schema' || one.rule === 'syntax') return [one];
    if (one.rule === 'unknown-executor' && listsUnread) return [];
    const unread = unreadIn.get(one.remark.at.file) ?? [];
    if (unread.some((cause) => follows(one, cause))) return [];
    return [{ ...one, remark: shown(one.remark, unreadIn) }];
  });
}

function follows({ rule, remark: { at } }: Settled, { route: unread, absent }: Unread): boolean {
  if (!('route' in at)) return false;
  const missed = MISSED.get(rule);
  if (missed) {
    const item = at.route.slice(0, -1);
    return (
      beginsWith(unread, item) &&
      (unread.length === item.length || missed.includes(String(unread[item.length])))
    );
  }
  if (rule === 'missing-approval') return APPROVED_BY.includes(String(unread[0]));
  if (rule === 'unused-executor') return unread[0] !== 'executors' && unread.includes('executors');
  if (rule === 'period-outside-plan' && unread[0] === 'period') return true;
  return absent !== true && beginsWith(at.route, unread);
}

function shown(remark: Remark, unreadIn: ReadonlyMap<string, readonly Unread[]>): Remark {
  const there = (at: Spot): Spot => {
    if (!('route' in at)) return at;
    const gone = unreadIn
      .get(at.file)
      ?.find(
        ({ route, absent, writtenAs }) => (absent || writtenAs !== undefined) && beginsWith(at.route, route),
      );
    if (!gone) return at;
    const parent = gone.route.slice(0, -1);
    return gone.writtenAs === undefined
      ? { file: at.file, route: parent }
      : { file: at.file, route: [...parent, gone.writtenAs], key: true };
  };
  const at = there(remark.at);
  const { cure, ...rest } = remark;
  return {
    ...rest,
    // A cure is meant for the place the rule named.
    ...(cure && at === remark.at ? { cure } : {}),
    at,
    ...(remark.related && { related: remark.related.map((one) => ({ ...one, at: there(one.at) })) }),
  };
}

const READINGS: ReadonlySet<string> = new Set([
  'unread-period',
  'unread-indicator',
  'unmeasurable-indicator',
]);

/** Leaves out that a text was not understood where YAML itself has mangled it: the line is explained already. */
export function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const reported = new Set(
    findings.filter(({ rule }) => rule === 'syntax').map(({ file, line }) => `${line}\0${file}`),
  );
  if (reported.size === 0) return findings;
  return findings.filter(({ rule, file, line }) => !(READINGS.has(rule) && reported.has(`${line}\0${file}`)));
}
