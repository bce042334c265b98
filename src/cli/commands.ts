import type { CommandSpec } from './command.ts';
import { check } from './spec/check.ts';
import { complete, completion } from './spec/completion.ts';
import { explain } from './spec/explain.ts';
import { schema } from './spec/schema.ts';

/** Every command, in the order the help shows them. Their code is loaded when they run. */
export const COMMANDS: readonly CommandSpec[] = [check, explain, schema, completion, complete];
