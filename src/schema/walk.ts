import type { Route } from '../finding/finding.ts';
import type { SchemaNode } from './schema-node.ts';
import type { Subject } from './subject.ts';

/** Where the walk is. */
export interface Step {
  readonly value: unknown;
  readonly node: SchemaNode;
  /** Name of the definition the node comes from. */
  readonly definition?: string;
  readonly route: Route;
  readonly subject: Subject;
}

/** Reports a violation: one call for each way in which a value can break its schema. */
export interface Violations {
  wrongType(step: Step): void;
  colonInText(step: Step, text: string): void;
  notAmong(step: Step, allowed: readonly unknown[]): void;
  emptyText(step: Step): void;
  wrongPattern(step: Step): void;
  noSuchDay(step: Step): void;
  outOfBounds(step: Step): void;
  repeated(step: Step): void;
  /** `stands`: the likely key is in the map as well. */
  unknownKey(step: Step, likely: string | undefined, known: readonly string[], isTaken: boolean): void;
  wrongKey(step: Step): void;
  missing(step: Step, key: string): void;
}

export interface Walk {
  readonly root: SchemaNode;
  readonly report: Violations;
  /** Goes on to a value inside the current one. */
  enter(value: unknown, node: SchemaNode, route: Route, subject: Subject): void;
}
