import type { Bilingual, Language } from '../finding/text.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What was typed after the command's name, as the spec of the command allows. */
export interface CommandArguments {
  /** One entry per argument of the spec, in its order; the rest of the line for a repeated one. */
  readonly positionals: readonly string[];
  /** By the option's name in camel case: `--as-of` is `asOf`. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Everything a command has of the outside world: output, stdin and the time come only from here. */
export interface CommandIo {
  readonly language: Language;
  /** The language the user asked for by `--lang` or ROADMAP_LANG; undefined leaves the choice to the config. */
  readonly chosenLanguage: Language | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly now: Date;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Resolves when the text is handed over, whatever the speed of the reader; bytes are UTF-8. */
  out(text: string | Uint8Array): Promise<void>;
  /** Progress and diagnostics. */
  err(text: string): Promise<void>;
  /** Standard input to its end. */
  input(): Promise<string>;
  /** Asks on stderr and takes one line of standard input; nothing when it has ended. */
  ask(question: string): Promise<string>;
  /** Whether somebody at a terminal can answer; absent: nobody. */
  readonly answers?: boolean;
}

export type RunCommand = (args: CommandArguments, io: CommandIo) => Promise<ExitCode>;

/** What the shell may offer for a value: names of plans, numbers of the plan's items, rules, kinds of schemas, of documents. */
export type Completion = 'plan' | 'item' | 'rule' | 'schema' | 'shell' | 'document';

export interface ArgumentSpec {
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly optional?: boolean;
  /** Takes everything that is left; only the last one may. */
  readonly repeated?: boolean;
  /** Absent: paths, as the shell does it. */
  readonly complete?: Completion;
}

export interface OptionSpec {
  /** `--as-of`; `-o, --output` with a short form; `--no-cache` switches off. */
  readonly flag: string;
  /** What its value is called in the help; absent: a switch. */
  readonly value?: Bilingual;
  readonly about: Bilingual;
  readonly repeated?: boolean;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** Values the shell offers, where others are allowed too. */
  readonly suggested?: readonly string[];
  readonly complete?: Completion;
}

/** A command as help, completion and parsing know it. Its own code is loaded only when it runs. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: Bilingual;
  /** A paragraph for a newcomer. */
  readonly description: Bilingual;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly about: Bilingual }[];
  /** Left out of help and suggestions. */
  readonly hidden?: boolean;
  load(): Promise<{ readonly run: RunCommand }>;
}
