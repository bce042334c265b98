import type { CommandSpec } from './command.ts';
import { check } from './spec/check.ts';
import { schema } from './spec/schema.ts';

/** Every command, in the order the help shows them. Their code is loaded when they run. */
export const COMMANDS: readonly CommandSpec[] = [check, schema];
