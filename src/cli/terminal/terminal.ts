/** What the far end of a stream can show. */
export interface Terminal {
  /** A person is looking. */
  readonly interactive: boolean;
  readonly width: number;
  readonly color: boolean;
  /** False: frames must be plain ASCII. */
  readonly unicode: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** `--color`/`--no-color` wins, then NO_COLOR, FORCE_COLOR, then whether it is a terminal that knows colours. */
function hasColor(interactive: boolean, env: Environment, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  if (isSet(env.NO_COLOR)) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return interactive && env.TERM !== 'dumb';
}

/**
 * The old Windows console shows no box drawing in its code page; elsewhere the locale decides. A file or a
 * pipe takes UTF-8 unless the locale says otherwise in so many words.
 */
function hasUnicode(interactive: boolean, env: Environment, platform: string): boolean {
  if (platform === 'win32') {
    const modern =
      isSet(env.WT_SESSION) || isSet(env.TERM_PROGRAM) || isSet(env.ConEmuTask) || isSet(env.TERM);
    return !interactive || modern;
  }
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/iu.test(locale);
}

/** `COLUMNS` helps where the stream does not know its width; 80 otherwise. */
function widthOf(columns: number | undefined, env: Environment): number {
  const stated = Number(env.COLUMNS);
  if (columns !== undefined && columns > 0) return columns;
  return Number.isInteger(stated) && stated > 0 ? Math.min(stated, 1000) : 80;
}

/** Abilities of a stream, from what is known before anything is written to it. */
export function terminalOf(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  env: Environment,
  platform: string,
  colorFlag: boolean | undefined,
): Terminal {
  const interactive = stream.isTTY === true;
  return {
    interactive,
    width: widthOf(stream.columns, env),
    color: hasColor(interactive, env, colorFlag),
    unicode: hasUnicode(interactive, env, platform),
  };
}
