import type { Answer, Answers } from '../../check/check.ts';
import type { Seen } from '../../io/seen.ts';
import { readEntry, readPart, writeEntry, writePart } from '../../io/store.ts';
import type { KnownFile } from '../../model/read-set.ts';
import { type PrintedFile, partIn, partsOf } from './printed.ts';

/** What a check has learnt of a workspace, for the next one to begin with. */
export interface Learnt {
  readonly known: ReadonlyMap<string, KnownFile>;
  readonly answers?: Answers;
  /** Of findings that are printed only, their texts. */
  readonly printed?: Printed;
}

/** Answers whose findings are kept as the texts that a report has of them. */
export interface Printed {
  /** Format, language and rules. */
  readonly as: string;
  /** What is written between two texts. */
  readonly separator: string;
  readonly answers: Answers<readonly PrintedFile[]>;
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
  readonly answers?: KeptAnswers<Answer['findings']>;
  readonly printed?: Pick<Printed, 'as' | 'separator'> & {
    readonly answers: KeptAnswers<readonly KeptFile[]>;
    /** Files with the lengths of their texts, by the part they are in. */
    readonly parts: readonly (readonly [name: string, files: readonly (readonly [string, number])[]])[];
  };
}

type KeptFile = Omit<PrintedFile, 'text'>;

interface KeptAnswers<Kept> {
  readonly settings: string;
  readonly units: readonly (readonly [
    string,
    Omit<Answer<Kept>, 'asked'> & { readonly asked: readonly (readonly [string, string])[] },
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
      return one && learntFrom(one, folder);
    },
    remember: (root, one) => void learnt.set(root, one),
    seen: (root) => of(root)?.seen,
    keep(seen) {
      const fresh = [...learnt].flatMap(([root, one]): Entry[] => {
        const files = seen.get(root);
        return files === undefined || findingsIn(one) > MOST_FINDINGS
          ? []
          : [entryOf(root, files, one, folder)];
      });
      if (fresh.length > 0) writeEntry(folder, key, Buffer.from(JSON.stringify(fresh)));
    },
  };
}

const findingsIn = ({ answers }: Learnt): number =>
  [...(answers?.units.values() ?? [])].reduce((sum, { findings }) => sum + findings.length, 0);

function learntFrom({ known, answers, printed }: Entry, folder: string): Learnt {
  return {
    known: new Map(known),
    ...(answers && { answers: answersIn(answers, (findings) => findings) }),
    ...(printed && { printed: printedIn(printed, folder) }),
  };
}

/** Units whose texts are lost are judged anew. */
function printedIn(
  { as, separator, answers, parts }: NonNullable<Entry['printed']>,
  folder: string,
): Printed {
  const files = new Map<string, PrintedFile>();
  for (const [, { findings }] of answers.units)
    for (const one of findings) files.set(one.file, { ...one, text: NOTHING });
  const between = Buffer.byteLength(separator);
  for (const [name, lengths] of parts) {
    const bytes = readPart(folder, name);
    if (bytes) {
      const inIt = lengths.map(([file]) => files.get(file) as PrintedFile);
      partIn(
        bytes,
        inIt,
        lengths.map(([, length]) => length),
        between,
      );
    } else for (const [file] of lengths) files.delete(file);
  }
  const units = answers.units.filter(([, { findings }]) => findings.every(({ file }) => files.has(file)));
  const textsOf = (findings: readonly KeptFile[]): readonly PrintedFile[] =>
    findings.map(({ file }) => files.get(file) as PrintedFile);
  return { as, separator, answers: answersIn({ ...answers, units }, textsOf) };
}

const NOTHING = new Uint8Array();

const answersIn = <Kept, Now>(
  { settings, units }: KeptAnswers<Kept>,
  of: (findings: Kept) => Now,
): Answers<Now> => ({
  settings,
  units: new Map(
    units.map(([file, { asked, findings, ...answer }]) => [
      file,
      { ...answer, findings: of(findings), asked: new Map(asked) },
    ]),
  ),
});

const entryOf = (root: string, seen: Seen, { known, answers, printed }: Learnt, folder: string): Entry => ({
  root,
  seen,
  known: [...known],
  ...(answers && { answers: keptAnswers(answers, (findings) => findings) }),
  ...(printed && { printed: keptPrinted(printed, folder) }),
});

function keptPrinted({ as, separator, answers }: Printed, folder: string): NonNullable<Entry['printed']> {
  const files = [...answers.units.values()].flatMap(({ findings }) => findings);
  return {
    as,
    separator,
    answers: keptAnswers(answers, (findings) => findings.map(({ file, counts }) => ({ file, counts }))),
    parts: [...partsOf(files, Buffer.from(separator))].map((part) => [
      writePart(folder, part.bytes),
      part.files.map(({ file, text }) => [file, text.length]),
    ]),
  };
}

const keptAnswers = <Kept, Now>(
  { settings, units }: Answers<Kept>,
  of: (findings: Kept) => Now,
): KeptAnswers<Now> => ({
  settings,
  units: [...units].map(([file, { asked, findings, ...answer }]) => [
    file,
    { ...answer, findings: of(findings), asked: [...asked] },
  ]),
});
