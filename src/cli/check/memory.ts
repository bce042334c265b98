import type { Answer, Answers } from '../../check/check.ts';
import type { Seen } from '../../io/seen.ts';
import { readEntry, writeEntry } from '../../io/store.ts';
import type { KnownFile } from '../../model/read-set.ts';

/** What a check has learnt of a workspace, for the next one to begin with. */
export interface Learnt {
  readonly known: ReadonlyMap<string, KnownFile>;
  readonly answers: Answers;
}

/** What is remembered between checks, by the folder of the workspace. */
export interface Memory {
  recall(root: string): Learnt | undefined;
  remember(root: string, learnt: Learnt): void;
}

/** The same on the disk, where it lies between two runs with the times of the files. */
interface KeptMemory extends Memory {
  /** The files as the run saw them that left what is remembered. */
  seen(root: string): Seen | undefined;
  /** Keeps what was remembered since; `seen` by folder. */
  keep(seen: ReadonlyMap<string, Seen>): void;
}

interface Entry {
  readonly root: string;
  readonly seen: Seen;
  readonly known: readonly (readonly [string, KnownFile])[];
  readonly settings: string;
  readonly units: readonly (readonly [
    string,
    Omit<Answer, 'asked'> & { readonly asked: readonly (readonly [string, string])[] },
  ])[];
}

/** So many findings would fill the cache. */
const MOST_FINDINGS = 100_000;

/** What the entry of a key remembers. */
export function keptMemory(folder: string, key: string): KeptMemory {
  const entry = readEntry(folder, key);
  const entries = entry ? (JSON.parse(new TextDecoder().decode(entry)) as readonly Entry[]) : [];
  const of = (root: string): Entry | undefined => entries.find((one) => one.root === root);
  const learnt = new Map<string, Learnt>();
  return {
    recall(root) {
      const one = of(root);
      return one && { known: new Map(one.known), answers: answersIn(one) };
    },
    remember: (root, one) => void learnt.set(root, one),
    seen: (root) => of(root)?.seen,
    keep(seen) {
      const fresh = [...learnt].flatMap(([root, one]): Entry[] => {
        const files = seen.get(root);
        return files === undefined || findingsIn(one) > MOST_FINDINGS ? [] : [entryOf(root, files, one)];
      });
      if (fresh.length > 0) writeEntry(folder, key, Buffer.from(JSON.stringify(fresh)));
    },
  };
}

const findingsIn = ({ answers }: Learnt): number =>
  [...answers.units.values()].reduce((sum, { findings }) => sum + findings.length, 0);

const answersIn = ({ settings, units }: Entry): Answers => ({
  settings,
  units: new Map(units.map(([file, { asked, ...answer }]) => [file, { ...answer, asked: new Map(asked) }])),
});

const entryOf = (root: string, seen: Seen, { known, answers }: Learnt): Entry => ({
  root,
  seen,
  known: [...known],
  settings: answers.settings,
  units: [...answers.units].map(([file, { asked, ...answer }]) => [file, { ...answer, asked: [...asked] }]),
});
