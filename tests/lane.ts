/**
 * Whether everything is tried in full, which takes minutes (`ROADMAP_FULL=1`, as `.ci/run` sets it for the deep lane): all generated texts,
 * and every command in a process of its own. Without it a test tries fewer.
 */
export const isFull = process.env.ROADMAP_FULL === '1';

/** How often a property is tried: in full, else a quarter of it or as few as stated. */
export const runs = (full: number, few = Math.ceil(full / 4)): number => (isFull ? full : few);

/** All of a long list in full, else every `nth` entry, beginning with another one for every `turn`. */
export const someOf = <Entry>(all: readonly Entry[], nth: number, turn = 0): readonly Entry[] =>
  isFull ? all : all.filter((_, at) => at % nth === turn % nth);
