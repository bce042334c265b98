import type { TextProblem } from './text-problem.ts';
import type { SourceMap, SourceNode } from './tree.ts';

/** Keys that occur twice in one map, each with the place of the first one, and keys that no document may have. */
export function keyProblems(root: SourceNode | undefined): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  const visit = (node: SourceNode | undefined): void => {
    if (node?.kind === 'list') for (const item of node.items) visit(item);
    else if (node?.kind === 'map') {
      inspect(node, problems);
      for (const { value } of node.pairs) visit(value);
    }
  };
  visit(root);
  return problems;
}

/** A key that would reach into the machinery of the language when copied carelessly. */
const FORBIDDEN_KEY = '__proto__';

/** A tree with such keys is not given to anybody. */
export function hasRefusedKeys(node: SourceNode | undefined): boolean {
  if (node?.kind === 'list') return node.items.some(hasRefusedKeys);
  if (node?.kind !== 'map') return false;
  return node.pairs.some(
    ({ name, key, value }) =>
      name === FORBIDDEN_KEY || key.kind === 'map' || key.kind === 'list' || hasRefusedKeys(value),
  );
}

function inspect(map: SourceMap, problems: TextProblem[]): void {
  const first = new Map<string, SourceNode>();
  for (const { name, key } of map.pairs) {
    const at = [key.start, key.end] as const;
    if (key.kind === 'map' || key.kind === 'list') {
      problems.push({
        rule: 'syntax',
        message: {
          ru: 'Ключом может быть только слово, а не список',
          en: 'Only a word can be a key, not a list',
        },
        help: { ru: 'Напишите «ключ: значение»', en: 'Write “key: value”' },
        at: [key.start, Math.min(key.end, key.start + 1)],
      });
    }
    if (name === FORBIDDEN_KEY) {
      problems.push({
        rule: 'syntax',
        message: {
          ru: `Ключ ${FORBIDDEN_KEY} недопустим: документ с ним не читается`,
          en: `The key ${FORBIDDEN_KEY} is not allowed: a document with it is not read`,
        },
        help: { ru: 'Переименуйте ключ', en: 'Rename the key' },
        at,
      });
    }
    const before = first.get(name);
    if (!before) first.set(name, key);
    else {
      problems.push({
        rule: 'syntax',
        message: { ru: `Ключ «${name}» стоит дважды`, en: `The key “${name}” stands twice` },
        help: {
          ru: 'Оставьте один из двух: прочитан последний',
          en: 'Keep one of the two: the last one was read',
        },
        at,
        related: [
          {
            at: [before.start, before.end],
            message: { ru: 'Здесь он стоит впервые', en: 'It stands here first' },
          },
        ],
      });
    }
  }
}
