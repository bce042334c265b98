import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../cli/run-roadmap.ts';
import { makeFolder } from './folders.ts';
import { CUT, matches, type Run, renewed, type Step, stepsOf } from './page.ts';
import { runCommand } from './run-command.ts';

export interface PageRun {
  /** The page with every output as it really is. */
  readonly text: string;
  /** Commands and copies that are something else than the page shows; `text` mends these. */
  readonly outdated: readonly string[];
  /** What else is wrong with the page. */
  readonly lies: readonly string[];
}

type LinesOf = readonly [from: number, to: number];

/** What a run finds out, filled in by its parts. */
interface Notes {
  readonly outdated: string[];
  readonly lies: string[];
  /** What stands instead of the lines of a block, by its first line. */
  readonly replaced: Map<number, readonly [to: number, lines: readonly string[]]>;
}

/** Follows a page. What happens in different folders happens side by side. */
export async function runPage(text: string, language: 'ru' | 'en'): Promise<PageRun> {
  const notes: Notes = { outdated: [], lies: [], replaced: new Map() };
  await Promise.all(chaptersOf(stepsOf(text)).map((steps) => runChapter(steps, language, notes)));
  return { text: rewritten(text, notes.replaced), outdated: notes.outdated, lies: notes.lies };
}

/** The steps from one `<!-- folder: … -->` to the next. */
function chaptersOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const chapters: Step[][] = [];
  for (const step of steps) {
    if (step.kind === 'folder') chapters.push([step]);
    else if (chapters.length > 0) chapters.at(-1)!.push(step);
    else throw new Error('a page with commands names its folder: <!-- folder: examples -->');
  }
  return chapters;
}

async function runChapter(steps: readonly Step[], language: 'ru' | 'en', notes: Notes): Promise<void> {
  const [first, ...rest] = steps;
  const folder = makeFolder(first?.kind === 'folder' ? first.name : '');
  try {
    for (const step of rest) {
      if (step.kind === 'console') await runBlock(step.runs, step.lines, folder, language, notes);
      else if (step.kind === 'copy') followCopy(step, folder, notes);
      else if (step.kind !== 'folder') followFile(step, join(folder, step.path), notes.lies);
    }
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

const asksForCode = (next: Run | undefined): boolean => next?.command.includes('$?') ?? false;

async function runBlock(
  runs: readonly Run[],
  [from, to]: LinesOf,
  folder: string,
  language: 'ru' | 'en',
  { outdated, lies, replaced }: Notes,
): Promise<void> {
  const fresh: string[] = [];
  let code = 0;
  for (const [at, { command, shown }] of runs.entries()) {
    const outcome = await runCommand(command, folder, language, code);
    code = outcome.code;
    // A wrong command is shown only where its exit code is spoken of.
    const wrong = code === 3 || (code > 1 && !asksForCode(runs[at + 1]));
    if (wrong) lies.push(`$ ${command}\nexit code ${code}`);
    if (outcome.lines.some((line) => line.includes(dirname(folder)) || line.includes(ROOT))) {
      lies.push(`$ ${command}\ntells a path of this machine`);
    }
    const right = matches(shown, outcome.lines);
    if (!right) outdated.push(`$ ${command}\n${outcome.lines.join('\n')}`);
    fresh.push(`$ ${command}`, ...(right ? shown : renewed(shown, outcome.lines)));
  }
  replaced.set(from, [to, fresh]);
}

function followCopy(
  { path, shown, lines: [from, to] }: Extract<Step, { readonly kind: 'copy' }>,
  folder: string,
  { outdated, replaced }: Notes,
): void {
  const real = readFileSync(join(folder, path), 'utf8').trimEnd().split('\n');
  const right = matches(shown, real);
  if (!right) outdated.push(`${path}\n${real.join('\n')}`);
  replaced.set(from, [to, right ? shown : renewed(shown, real)]);
}

function followFile(
  step: Exclude<Step, { readonly kind: 'folder' | 'console' | 'copy' }>,
  path: string,
  lies: string[],
): void {
  const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (step.kind === 'file') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${step.text}\n`);
  } else if (now === undefined) lies.push(`${step.path}: no such file`);
  else if (step.kind === 'change') {
    if (now.split(step.before).length !== 2)
      lies.push(`${step.path}: not there, or more than once:\n${step.before}`);
    const [before, after] = step.after === '' ? [`${step.before}\n`, ''] : [step.before, step.after];
    writeFileSync(
      path,
      now.replace(before, () => after),
    );
  } else if (!matches([CUT, ...step.text.split('\n'), CUT], now.split('\n'))) {
    lies.push(`${step.path}: has no such lines:\n${step.text}`);
  }
}

function rewritten(
  text: string,
  replaced: ReadonlyMap<number, readonly [to: number, lines: readonly string[]]>,
): string {
  const lines = text.split('\n');
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const block = replaced.get(at);
    if (block) {
      result.push(...block[1]);
      at = block[0];
    }
    result.push(lines[at]!);
  }
  return result.join('\n');
}
