import { join } from 'node:path';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
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

/** Keeps what an editor has been told, so that it is told of changes only, and nothing stays that no longer holds. */
export function publisherOf({ shownIn, isWanted, send }: Desk): Publisher {
  const byRoot = new Map<string, Map<string, string>>();
  return {
    publish(root, { findings, whole }, versions) {
      const shown = shownIn(root);
      const before = byRoot.get(root) ?? new Map<string, string>();
      byRoot.set(root, before);
      const files = whole ? [...findings.keys(), ...before.keys(), ...versions.keys()] : findings.keys();
      for (const file of new Set(files)) {
        const wanted = isWanted(join(root, file)) ? (findings.get(file) ?? []) : [];
        const diagnostics = wanted.map((finding) => diagnosticOf(finding, shown));
        const version = versions.get(file);
        const now =
          diagnostics.length === 0 && version === undefined ? '' : JSON.stringify([version, diagnostics]);
        if (now === (before.get(file) ?? '')) continue;
        if (now === '') before.delete(file);
        else before.set(file, now);
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
