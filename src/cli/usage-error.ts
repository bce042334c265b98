import type { Bilingual } from '../finding/text.ts';

/** Wrong usage: printed on stderr, exit code 2. The only exception a command may throw for what a user did. */
export class UsageError extends Error {
  readonly text: Bilingual;
  /** The way out. */
  readonly help: Bilingual | undefined;

  constructor(text: Bilingual, help?: Bilingual) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
    this.help = help;
  }
}

/** Commands lie in files of their own, each with a class of its own: what was thrown is known by its name. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';
