import { type Answer, type Answers, recheckBySteps, type Step } from '../check/check.ts';
import type { Unit } from '../check/units.ts';
import type { Finding } from '../finding/finding.ts';
import type { Language } from '../finding/text.ts';
import { diskFiles } from '../io/disk.ts';
import { folderState } from '../io/watch.ts';
import type { Day } from '../meaning/day.ts';
import type { DocumentSet } from '../model/document-set.ts';
import { listAt } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import { type KnownFile, readSet } from '../model/read-set.ts';
import { decode } from '../source/decode.ts';
import type { Files } from '../source/files.ts';
import { withTexts } from '../source/overlay.ts';
import { type Context, contextOf } from './context.ts';
import { type ChildTally, type Tally, tallyOf } from './lens.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** What the server has of the time: only `cli/` has a clock. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** The day it is in a time zone, the default one without a name. */
  today(timeZone: string | undefined): Day;
}

/** Findings by the file they are in. */
type FindingsByFile = ReadonlyMap<string, readonly Finding[]>;

/** One workspace while it is edited: its files with the unsaved texts over them, and what is known of them by now. */
export interface LiveWorkspace {
  /** Absolute folder. */
  readonly root: string;
  /** Files as they are now, unsaved texts included. */
  readonly files: () => Files;
  readonly documents: () => DocumentSet;
  /** The day everything is judged at. */
  readonly today: () => Day;
  readonly language: (chosen: Language | undefined) => Language;
  /** What features are given; the same as long as nothing changes. */
  context(chosen: Language | undefined): Context;
  /** What the last check has found in a file, as far as it has come. */
  findings(file: string): readonly Finding[];
  /** Counted of a plan that others implement: `tallyOf`. */
  readonly tallies: Map<string, Tally>;
  tally(file: string, chosen: Language | undefined): Generator<void, Tally | undefined>;
  /** Gives a file the text it has in an editor, opened or changed there. */
  edit(file: string, text: string): void;
  /** From now on the file is what is on the disk. */
  close(file: string): void;
  /** Looks at the disk and the calendar again; true if anything is different there. */
  refresh(): boolean;
  /**
   * Checks what has changed since the last time, and what depends on it; `first` files before others. Each step gives the
   * findings of files that have new ones, and takes some ten milliseconds; the last one has them all, and is `whole`.
   */
  check(first: ReadonlySet<string>): Generator<Checked>;
}

export interface Checked {
  readonly findings: FindingsByFile;
  readonly whole: boolean;
}

/** Documents of so many items are kept as they were read: an editor has a few open. */
const ROOM = 4_000;

/** Units judged between two moments at which others are answered. */
const AT_ONCE = 4;

/** A workspace at a folder; `disk` is for tests. */
export function liveWorkspace(
  root: string,
  clock: Clock,
  disk: () => Files = () => diskFiles(root),
): LiveWorkspace {
  const texts = new Map<string, string>();
  /** Open files, each with the text that is none of its own (`isGarbled`). */
  const opened = new Map<string, string | undefined>();
  let snapshot: Snapshot = snapshotOf(root, disk(), clock.now());
  let state = folderState([root]);
  let known: ReadonlyMap<string, KnownFile> = new Map();
  let answers: Answers | undefined;
  let judgedOn: Day | undefined;
  let read: { readonly files: Files; readonly documents: DocumentSet; context?: Context } | undefined;
  let found: FindingsByFile = new Map();
  /** Plans of open files as they could be read last. */
  const lastPlans = new Map<string, Plan>();
  const tallies = new Map<string, Tally>();
  const childTallies = new Map<string, Map<string, ChildTally>>();

  const current = () => {
    if (!read) {
      const files = withTexts(snapshot, new Map(texts));
      const set = readSet(files, undefined, known, ROOM);
      known = set.known;
      read = { files, documents: set.documents };
    }
    return read;
  };
  const documents = (): DocumentSet => current().documents;
  const language = (chosen: Language | undefined): Language =>
    chosen ?? (documents().config.language === 'en' ? 'en' : 'ru');
  const context = (chosen: Language | undefined): Context => {
    const now = current();
    const its = { today: today(), language: language(chosen), last: lastPlans };
    if (now.context?.language !== its.language || now.context.today !== its.today)
      now.context = contextOf(now.documents, its);
    for (const file of lastPlans.keys()) if (!opened.has(file)) lastPlans.delete(file);
    return now.context;
  };
  const today = (): Day => clock.today(documents().config.timezone);
  /** What an editor makes of Windows-1251 is no text that anybody wrote: the file stays what it is until it is changed. */
  const isGarbled = (file: string): boolean => {
    const bytes = snapshot.read(file);
    return typeof bytes !== 'string' && decode(bytes).fault !== undefined;
  };
  return {
    root,
    files: () => current().files,
    documents,
    today,
    language,
    context,
    findings: (file) => found.get(file) ?? [],
    tallies,
    *tally(file, chosen) {
      const known = childTallies.get(file) ?? new Map<string, ChildTally>();
      childTallies.set(file, known);
      return yield* tallyOf(file, context(chosen), known);
    },
    edit(file, text) {
      if (!opened.has(file)) opened.set(file, isGarbled(file) ? text : undefined);
      if (text === opened.get(file) ? !texts.delete(file) : texts.get(file) === text) return;
      if (text !== opened.get(file)) texts.set(file, text);
      read = undefined;
    },
    close(file) {
      opened.delete(file);
      lastPlans.delete(file);
      tallies.delete(file);
      childTallies.delete(file);
      if (texts.delete(file)) read = undefined;
    },
    refresh() {
      const now = folderState([root]);
      if (now === state) return judgedOn !== undefined && judgedOn !== today();
      state = now;
      snapshot = snapshotOf(root, disk(), clock.now(), snapshot);
      read = undefined;
      return true;
    },
    *check(first) {
      const day = today();
      judgedOn = day;
      const when = { asOf: day, today: day, withoutFrames: true };
      const isFirst = ({ files }: Unit): boolean => [...files].some((file) => first.has(file));
      const steps = recheckBySteps(documents(), when, answers, {
        first: isFirst,
        atOnce: AT_ONCE,
        keep: whole,
      });
      for (;;) {
        const step = steps.next();
        answers = step.value.answers;
        if (step.done) {
          found = allFindings(answers);
          yield { findings: found, whole: true };
          return;
        }
        const findings = findingsOf(step.value);
        found = new Map([...found, ...findings]);
        yield { findings, whole: false };
      }
    },
  };
}

const whole = (findings: readonly Finding[]): readonly Finding[] => findings;

const known = new WeakMap<Answer, FindingsByFile>();

/** The findings of a unit by file: the very lists they were, as long as the answer is the same. */
function filesOf(answer: Answer): FindingsByFile {
  const before = known.get(answer);
  if (before) return before;
  const lists = new Map<string, Finding[]>();
  for (const finding of answer.findings) listAt(lists, finding.file, finding);
  known.set(answer, lists);
  return lists;
}

/** Of the units judged in a step; a file without findings has none. */
function findingsOf({ answers, judged }: Step): FindingsByFile {
  const lists = new Map<string, readonly Finding[]>();
  for (const { file, files } of judged) {
    for (const one of files) lists.set(one, NONE);
    const answer = answers.units.get(file);
    if (answer) for (const [one, findings] of filesOf(answer)) lists.set(one, findings);
  }
  return lists;
}

const NONE: readonly Finding[] = [];

function allFindings({ units }: Answers): FindingsByFile {
  const lists = new Map<string, readonly Finding[]>();
  for (const answer of units.values())
    for (const [file, findings] of filesOf(answer)) lists.set(file, findings);
  return lists;
}
