import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';

const SEVERITY = ['error', 'warning', 'info'];

interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** A finding as `check --format json` prints it. */
export interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: string;
  readonly help?: string;
  readonly related: readonly JsonPlace[];
}

const placeOf = ({ line, column, endLine, endColumn }: JsonPlace) =>
  [line, column, endLine, endColumn].join(':');
const spanOf = ({ start, end }: Diagnostic['range']) =>
  [start.line + 1, start.character + 1, end.line + 1, end.character + 1].join(':');

/** Findings of `check` and diagnostics in one shape, each a line with all that is in it, sorted. */
export const linesOfFindings = (root: string, findings: readonly JsonFinding[]): string[] =>
  findings
    .map((one) =>
      [
        join(root, one.file),
        placeOf(one),
        one.severity,
        one.rule,
        one.message + (one.help === undefined ? '' : `\n${one.help}`),
        ...one.related.map((other) => `${join(root, other.file)} ${placeOf(other)} ${other.message}`),
      ].join(' | '),
    )
    .sort();

export const linesOfDiagnostics = (diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): string[] =>
  [...diagnostics]
    .flatMap(([path, list]) =>
      list.map((one) =>
        [
          path,
          spanOf(one.range),
          SEVERITY[(one.severity ?? 0) - 1],
          one.code,
          one.message,
          ...(one.relatedInformation ?? []).map(
            ({ location, message }) => `${fileURLToPath(location.uri)} ${spanOf(location.range)} ${message}`,
          ),
        ].join(' | '),
      ),
    )
    .sort();
