import { parseDay } from '../meaning/day.ts';
import type { Problem } from '../source/document.ts';
import { explainMap } from './explain-map.ts';
import { remarks } from './remarks.ts';
import { type DocumentKind, hasType, resolve, type SchemaNode, schemaOf, typesOf } from './schema-node.ts';
import { subjectOf } from './subject.ts';
import { textBrokenByColon } from './text-with-colon.ts';
import type { Step, Walk } from './walk.ts';
import { isDay } from './wording.ts';

/**
 * Everything in which a document breaks its schema: one problem for each cause, at the exact place. Empty
 * exactly when the compiled validator says yes.
 */
export function explain(kind: DocumentKind, value: unknown, file: string): readonly Problem[] {
  const root = schemaOf(kind);
  const problems: Problem[] = [];
  const walk: Walk = {
    root,
    report: remarks(file, root, problems),
    enter(inner, node, route, subject) {
      const { node: resolved, name } = resolve(root, node);
      const step = { value: inner, node: resolved, route, subject };
      look(walk, name === undefined ? step : { ...step, definition: name });
    },
  };
  walk.enter(value, root, [], { depth: 0 });
  return problems;
}

function look(walk: Walk, step: Step): void {
  const { value, node } = step;
  if (node.anyOf) {
    lookAtBranches(walk, step, node.anyOf);
    return;
  }
  const types = typesOf(node);
  if (types.length > 0 && !hasType(value, types)) {
    const broken = types.includes('string') ? textBrokenByColon(value) : undefined;
    if (broken !== undefined) walk.report.colonInText(step, broken);
    else walk.report.wrongType(step);
  } else if (node.const !== undefined || node.enum) lookAtChoice(walk, step);
  else if (typeof value === 'string') lookAtText(walk, step, value);
  else if (typeof value === 'number') lookAtNumber(walk, step, value);
  else if (Array.isArray(value)) lookAtList(walk, step, value);
  else if (typeof value === 'object' && value !== null)
    lookAtMap(walk, step, value as Record<string, unknown>);
}

/** The branches of a choice differ by type, so that the value itself says which one its author meant. */
function lookAtBranches(walk: Walk, step: Step, branches: readonly SchemaNode[]): void {
  const { value, route, subject } = step;
  const branch = branches.find((candidate) => {
    const { node } = resolve(walk.root, candidate);
    return hasType(value, node.anyOf ? [] : typesOf(node));
  });
  const texts = branches.some((candidate) => typesOf(resolve(walk.root, candidate).node).includes('string'));
  const known = branch && resolve(walk.root, branch).node.properties;
  const broken = texts ? textBrokenByColon(value, known) : undefined;
  if (broken !== undefined) walk.report.colonInText(step, broken);
  else if (branch) {
    // A choice of types keeps its examples above the branches.
    const { examples = step.node.examples } = branch;
    const bare = branch.$ref !== undefined || examples === undefined;
    walk.enter(value, bare ? branch : { ...branch, examples }, route, subject);
  } else walk.report.wrongType(step);
}

function lookAtChoice(walk: Walk, step: Step): void {
  const allowed = step.node.enum ?? [step.node.const];
  if (!allowed.includes(step.value)) walk.report.notAmong(step, allowed);
}

const patterns = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    compiled = new RegExp(pattern, 'u');
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

function lookAtText(walk: Walk, step: Step, text: string): void {
  const { node } = step;
  if (node.pattern === undefined) return;
  if (!matches('\\S', text)) walk.report.emptyText(step);
  else if (!matches(node.pattern, text)) walk.report.wrongPattern(step);
  else if (isDay(walk.root, node) && parseDay(text) === undefined) walk.report.noSuchDay(step);
}

function lookAtNumber(walk: Walk, step: Step, value: number): void {
  const { minimum, maximum, exclusiveMinimum } = step.node;
  const low =
    (minimum !== undefined && value < minimum) ||
    (exclusiveMinimum !== undefined && value <= exclusiveMinimum);
  if (low || (maximum !== undefined && value > maximum)) walk.report.outOfBounds(step);
}

function lookAtList(walk: Walk, step: Step, list: readonly unknown[]): void {
  const { node, route, subject } = step;
  const seen = new Set<unknown>();
  list.forEach((item, index) => {
    const at = [...route, index];
    if (node.uniqueItems && seen.has(item)) walk.report.repeated({ ...step, value: item, route: at });
    seen.add(item);
    if (node.items) walk.enter(item, node.items, at, subject);
  });
}

function lookAtMap(walk: Walk, step: Step, map: Readonly<Record<string, unknown>>): void {
  const subject = subjectOf(step.definition, map, step.route) ?? step.subject;
  const here = { ...step, subject };
  explainMap(walk, here, map, matches);
}
