import type { Route } from '../finding/finding.ts';
import { inSchemaOrder, isFlowList, isFlowMap, type Shape, shapeUnder } from './layout.ts';
import { inlineText } from './text-style.ts';
import type { Tree, Trivia } from './tree.ts';

/** What is before a value besides its own text: comments, a blank line. */
type TriviaAt = (route: Route) => Trivia | undefined;

const none: TriviaAt = () => undefined;

/**
 * The tree of a plain value in the canonical layout of its place. `undefined` values are left out, as JSON does.
 * `key` is the one the value is under.
 */
export function treeOfPlain(
  value: unknown,
  shape: Shape,
  key?: string,
  triviaAt: TriviaAt = none,
  route: Route = [],
): Tree {
  const trivia = triviaAt(route) ?? {};
  if (typeof value === 'string') return { ...trivia, kind: 'text', text: value };
  if (Array.isArray(value)) {
    const scalars = value.every((item) => typeof item !== 'object' || item === null);
    const items = value.map((item, index) =>
      treeOfPlain(item, shape.list ?? {}, key, triviaAt, [...route, index]),
    );
    return { ...trivia, kind: 'list', flow: value.length === 0 || isFlowList(shape, key, scalars), items };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const pairs = inSchemaOrder(shape, entries, ([name]) => name).map(([name, inner]) => {
      const at = [...route, name];
      const { blank = false, before = [], ...rest } = triviaAt(at) ?? {};
      const tree = treeOfPlain(
        inner,
        shapeUnder(shape, name),
        name,
        (deeper) => (deeper.length === at.length ? rest : triviaAt(deeper)),
        at,
      );
      return { name, key: inlineText(name, true), blank, before, value: tree };
    });
    const keys = pairs.map((pair) => pair.name);
    return { ...trivia, kind: 'map', flow: pairs.length === 0 || isFlowMap(shape, keys), pairs };
  }
  return { ...trivia, kind: 'raw', source: String(value) };
}
