import type { Reporter } from '../../report/options.ts';
import { notAmong } from '../parse.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Formats of `check`, each loaded when it is asked for. */
const REPORTERS = {
  pretty: async () => (await import('../../report/pretty.ts')).pretty,
  compact: async () => (await import('../../report/compact.ts')).compact,
  json: async () => (await import('../../report/json.ts')).json,
  sarif: async () => (await import('../../report/sarif.ts')).sarif,
  github: async () => (await import('../../report/github.ts')).github,
  gitlab: async () => (await import('../../report/gitlab.ts')).gitlab,
  junit: async () => (await import('../../report/junit.ts')).junit,
  markdown: async () => (await import('../../report/markdown.ts')).markdown,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** A format and where it goes: stdout without a file. */
export interface ReportTarget {
  readonly format: Format;
  readonly file?: string;
}

const isFormat = (name: string): name is Format => Object.hasOwn(REPORTERS, name);

/** The reporter of a format. */
export function reporterOf(format: Format): Promise<Reporter> {
  return REPORTERS[format]();
}

function targetOf(text: string): ReportTarget {
  const cut = text.indexOf('=');
  const format = cut < 0 ? text : text.slice(0, cut);
  if (!isFormat(format)) throw notAmong('--format', format, FORMATS);
  if (cut < 0) return { format };
  const file = text.slice(cut + 1);
  if (file !== '') return { format, file };
  throw new UsageError({
    ru: `--format ${text}: после знака «=» нужно имя файла.`,
    en: `--format ${text}: a file name is needed after “=”.`,
  });
}

/** What `--format` asks for, each value `format` or `format=file`. */
export function targetsOf(
  values: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly ReportTarget[] {
  if (values.length === 0) return [{ format: env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty' }];
  const targets = values.map(targetOf);
  const files = new Set<string>();
  for (const { file } of targets) {
    if (file === undefined) continue;
    if (files.has(file)) {
      throw new UsageError({
        ru: `--format: в файл «${file}» просят записать дважды.`,
        en: `--format: the file “${file}” is asked for twice.`,
      });
    }
    files.add(file);
  }
  return targets;
}

/** How reports look on this terminal; a file is always UTF-8 without colour, 80 columns wide. */
export function lookFor(
  target: ReportTarget,
  terminal: Terminal,
): { readonly width: number; readonly color: boolean; readonly ascii: boolean } {
  return target.file === undefined
    ? { width: terminal.width, color: terminal.color, ascii: !terminal.unicode }
    : { width: 80, color: false, ascii: false };
}
