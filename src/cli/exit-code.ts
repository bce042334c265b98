/** What the caller of `roadmap` learns from the exit code. */
export const EXIT = {
  clean: 0,
  /** Findings at or above `--fail-on`, a difference, what was asked to fail on. */
  findings: 1,
  /** Wrong usage, a path that is missing or unreadable, nothing to check. */
  usage: 2,
  /** A fault of ours. */
  fault: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
