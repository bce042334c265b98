import type { Block, Clause } from './document.ts';
import type { StatedClause } from './stated-order.ts';
import type { Typesetter } from './texts.ts';

/**
 * The clauses of an order, numbered «1.», «1.1.»; the last one stays on a page with the signature. A number that the
 * author typed himself and that is the very one to be printed is not printed twice. One clause alone is not numbered.
 */
export function clauseBlocks(clauses: readonly StatedClause[], set: Typesetter): readonly Block[] {
  const only = clauses[0];
  if (only && clauses.length === 1 && only.clauses.length === 0) {
    return [{ ...set.paragraph('body', only.text), requisite: 'text', keepNext: true }];
  }
  const blocks: Clause[] = [];
  const add = (list: readonly StatedClause[], level: number, prefix: string) => {
    list.forEach((clause, index) => {
      const number = `${prefix}${index + 1}.`;
      const runs = set.words(withoutNumber(clause.text, number));
      blocks.push({ kind: 'clause', requisite: 'text', level, number, runs });
      add(clause.clauses, level + 1, number);
    });
  };
  add(clauses, 0, '');
  const last = blocks.at(-1);
  return last ? [...blocks.slice(0, -1), { ...last, keepNext: true }] : [];
}

function withoutNumber(text: string, number: string): string {
  const bare = number.slice(0, -1);
  if (!text.startsWith(bare)) return text;
  // «1 сентября …» begins with a date, not with its number.
  const mark = bare.includes('.') ? /^[.)]?\s+(?=\S)/ : /^[.)]\s+(?=\S)/;
  const rest = mark.exec(text.slice(bare.length));
  return rest ? text.slice(bare.length + rest[0].length) : text;
}
