import { join } from 'node:path';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../finding/finding.ts';
import { diagnosticOf, type Shown } from './diagnostics.ts';
import type { Checked } from './workspace.ts';

/** Where findings go, and which. */
interface Desk {
  /** How findings of the workspace at a root are shown. */
  shownIn(root: string): Shown;
  /** Whether findings of a file are wanted; paths are absolute. */
  isWanted(path: string): boolean;
  send(params: PublishDiagnosticsParams): void;
}

interface Publisher {
  /** Sends what is new; `versions`: the texts that were checked, of the files that are open. */
  publish(root: string, checked: Checked, versions: ReadonlyMap<string, number | undefined>): void;
  /** Takes back all that was said of a workspace. */
  withdraw(root: string): void;
}

/** What an editor was told of a file, of which of its texts. */
interface Told {
  readonly findings: readonly Finding[];
  readonly version: number | undefined;
  readonly text: string;
}

const NONE: readonly Finding[] = [];

/** Keeps what an editor has been told, so that it is told of changes only, and nothing stays that no longer holds. */
export function publisherOf({ shownIn, isWanted, send }: Desk): Publisher {
  const byRoot = new Map<string, Map<string, Told>>();
  return {
    publish(root, { findings, whole }, versions) {
      const shown = shownIn(root);
      const before = byRoot.get(root) ?? new Map<string, Told>();
      byRoot.set(root, before);
      const files = whole ? [...findings.keys(), ...before.keys(), ...versions.keys()] : findings.keys();
      for (const file of new Set(files)) {
        const wanted = isWanted(join(root, file)) ? (findings.get(file) ?? NONE) : NONE;
        const version = versions.get(file);
        const told = before.get(file);
        if (told?.findings === wanted && told.version === version) continue;
        const diagnostics = wanted.map((finding) => diagnosticOf(finding, shown));
        const text = JSON.stringify(diagnostics);
        if (wanted.length === 0 && version === undefined) before.delete(file);
        else before.set(file, { findings: wanted, version, text });
        if ((told?.text ?? '[]') === text && told?.version === version) continue;
        send({ uri: shown.uriOf(file), diagnostics, ...(version === undefined ? {} : { version }) });
      }
    },
    withdraw(root) {
      const { uriOf } = shownIn(root);
      for (const file of byRoot.get(root)?.keys() ?? []) send({ uri: uriOf(file), diagnostics: [] });
      byRoot.delete(root);
    },
  };
}
