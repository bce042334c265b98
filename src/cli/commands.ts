import { amend } from './amend/spec.ts';
import { approve } from './approve/spec.ts';
import { check } from './check/spec.ts';
import { collect } from './collect/spec.ts';
import type { CommandSpec } from './command.ts';
import { complete, completion } from './completion/spec.ts';
import { diff } from './diff/spec.ts';
import { done } from './done/spec.ts';
import { explain } from './explain/spec.ts';
import { fmt } from './fmt/spec.ts';
import { importCommand } from './import/spec.ts';
import { init } from './init/spec.ts';
import { lsp } from './lsp/spec.ts';
import { render } from './render/spec.ts';
import { schema } from './schema/spec.ts';
import { status } from './status/spec.ts';
import { trace } from './trace/spec.ts';
import { verify } from './verify/spec.ts';

/** Every command, in the order the help shows them. Their code is loaded when they run. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  importCommand,
  check,
  trace,
  status,
  done,
  collect,
  render,
  verify,
  approve,
  diff,
  amend,
  fmt,
  explain,
  schema,
  lsp,
  completion,
  complete,
];
