import { setImmediate as nextTurn } from 'node:timers/promises';

/** After a keystroke, before it is checked, in milliseconds: fast typing is checked once. */
const PAUSE = 15;

/** Work that begins again when what it is about changes. */
interface Schedule<Subject> {
  soon(subjects: Iterable<Subject>): void;
  isBusy(): boolean;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
  stop(): void;
}

/**
 * Runs the steps of one subject after the other; between two steps others are served. A subject that has changed meanwhile is
 * begun anew after a pause.
 */
export function scheduleOf<Subject>(
  run: (subject: Subject) => Iterable<unknown>,
  failed: (error: unknown) => void,
): Schedule<Subject> {
  const stale = new Set<Subject>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let stopped = false;
  const waiting: (() => void)[] = [];
  const begin = (): void => {
    if (running || stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void work(), PAUSE);
  };
  const work = async (): Promise<void> => {
    running = true;
    const subjects = [...stale];
    stale.clear();
    for (const subject of subjects) {
      try {
        for (const _ of run(subject)) {
          await nextTurn();
          if (stopped || stale.has(subject)) break;
        }
      } catch (error) {
        failed(error);
      }
    }
    running = false;
    if (stale.size > 0) begin();
    else for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    soon(subjects) {
      for (const subject of subjects) stale.add(subject);
      if (stale.size > 0) begin();
    },
    isBusy: () => running || stale.size > 0,
    settled: () =>
      running || stale.size > 0 ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
