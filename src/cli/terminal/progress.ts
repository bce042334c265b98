import type { Bilingual } from '../../finding/text.ts';
import type { Files } from '../../source/files.ts';
import type { CommandIo } from '../command.ts';

/** Shorter work needs no bar. */
const PATIENCE = 500;
/** A bar that moves oftener only costs time. */
const PAUSE = 100;
const BAR = 30;

interface Progress {
  /** One more piece of work is done. */
  step(): void;
  /** Takes the bar off the screen. */
  end(): void;
}

/** A bar on stderr for work that takes longer than half a second, when a person is looking. */
export function progressOf(io: CommandIo, total: number, label: string): Progress {
  if (!io.stderr.interactive || total === 0) return { step: () => {}, end: () => {} };
  const [full, empty] = io.stderr.unicode ? ['█', '░'] : ['#', '.'];
  const begun = performance.now();
  let drawn = 0;
  let done = 0;
  return {
    step() {
      done++;
      const now = performance.now();
      if (now - begun < PATIENCE || now - drawn < PAUSE) return;
      drawn = now;
      const cells = Math.min(BAR, Math.floor((done / total) * BAR));
      // A terminal takes it at once: nothing has to be waited for.
      void io.err(`\r${label} ${full.repeat(cells)}${empty.repeat(BAR - cells)} ${done}/${total}`);
    },
    end() {
      if (drawn > 0) void io.err('\r\u001b[K');
    },
  };
}

/** Says on stderr what is being waited for, when a person is looking, and takes it off the screen at the end. */
export async function whileWaiting<Result>(
  io: CommandIo,
  label: Bilingual,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!io.stderr.interactive) return work();
  await io.err(label[io.language]);
  try {
    return await work();
  } finally {
    await io.err('\r\u001b[K');
  }
}

/** Files whose reading moves a bar. */
export function watchedFiles(files: Files, io: CommandIo, label: string): Files & { end(): void } {
  let progress: Progress | undefined;
  return {
    ...files,
    list(folder) {
      const paths = files.list(folder);
      progress ??= progressOf(io, paths.filter((path) => /\.ya?ml$/i.test(path)).length, label);
      return paths;
    },
    read(path) {
      progress?.step();
      return files.read(path);
    },
    end: () => progress?.end(),
  };
}
