import { compact } from '../../src/report/compact.ts';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { json } from '../../src/report/json.ts';
import { junit } from '../../src/report/junit.ts';
import { githubSummary, markdown } from '../../src/report/markdown.ts';
import type { Reporter } from '../../src/report/options.ts';
import { pretty } from '../../src/report/pretty.ts';
import { sarif } from '../../src/report/sarif.ts';

export const REPORTERS: Readonly<Record<string, Reporter>> = {
  pretty,
  compact,
  json,
  sarif,
  github,
  gitlab,
  junit,
  markdown,
  'github-summary': githubSummary,
};
