import type { CommandSpec } from './command.ts';
import { check } from './spec/check.ts';
import { complete, completion } from './spec/completion.ts';
import { done } from './spec/done.ts';
import { explain } from './spec/explain.ts';
import { fmt } from './spec/fmt.ts';
import { importCommand } from './spec/import.ts';
import { init } from './spec/init.ts';
import { render } from './spec/render.ts';
import { schema } from './spec/schema.ts';
import { status } from './spec/status.ts';
import { trace } from './spec/trace.ts';
import { verify } from './spec/verify.ts';

/** Every command, in the order the help shows them. Their code is loaded when they run. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  importCommand,
  check,
  trace,
  status,
  done,
  render,
  verify,
  fmt,
  explain,
  schema,
  completion,
  complete,
];
