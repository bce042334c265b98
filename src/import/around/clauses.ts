import type { Clause } from '../../schema/generated/types.ts';

interface Draft {
  text: string;
  readonly depth: number;
  readonly clauses: Draft[];
}

/** «1.», «1.1.», «а)», «-» at the start of a clause: how deep it stands and what follows. */
function opening(text: string, label: string | undefined): { depth: number; text: string } | undefined {
  const whole = label === undefined ? text : `${label} ${text}`;
  const number = /^(\d{1,2}(?:\.\d{1,2})*)(?:[.)]\s*|\s+)(?=\D)/u.exec(whole);
  if (number) return { depth: number[1]!.split('.').length - 1, text: whole.slice(number[0].length) };
  const sub = /^(?:[а-яa-z]\)|[-–—•·▪])\s*/u.exec(whole);
  return sub ? { depth: -1, text: whole.slice(sub[0].length) } : undefined;
}

const finished = ({ text, clauses }: Draft): Clause =>
  clauses.length === 0 ? text : { text, clauses: clauses.map(finished) };

/** Nests the numbered lines of an order; an unnumbered line goes on in the clause before, or is a sub-clause after «:». */
export function readClauses(lines: readonly { text: string; label: string | undefined }[]): Clause[] {
  const top: Draft[] = [];
  const path: Draft[] = [];
  const add = (draft: Draft): void => {
    while (path.length > 0 && path.at(-1)!.depth >= draft.depth) path.pop();
    (path.at(-1)?.clauses ?? top).push(draft);
    path.push(draft);
  };
  for (const { text, label } of lines) {
    const open = opening(text, label);
    const parent = path.findLast((draft) => draft.depth < 50);
    if (open && open.depth >= 0) add({ text: open.text, depth: open.depth, clauses: [] });
    else if (parent && (open || parent.text.endsWith(':')))
      add({ text: open?.text ?? text, depth: 50, clauses: [] });
    else if (path.length > 0) path.at(-1)!.text += `\n${text}`;
    else add({ text: open?.text ?? text, depth: 0, clauses: [] });
  }
  return top.map(finished);
}
