import { FORMATS, reporterOf } from '../../src/cli/check/formats.ts';
import { githubSummary } from '../../src/report/markdown.ts';
import type { Reporter } from '../../src/report/options.ts';

/** Every format of `check`, and the page that GitHub shows of a job. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  ...Object.fromEntries(
    await Promise.all(FORMATS.map(async (format) => [format, await reporterOf(format)] as const)),
  ),
  'github-summary': githubSummary,
};
