import type { Remark, Route } from '../finding/finding.ts';

/** A remark found while reading, before any rule ran; `rule` names the page that explains it. */
export interface Problem extends Remark {
  readonly rule: string;
  /**
   * The node that cannot be taken for what it should be: what the rules say of it, or miss there, has this cause.
   * `absent`: nothing is at the route at all.
   */
  readonly unread?: {
    readonly route: Route;
    readonly absent?: true;
    /** The key that was written for the one the route ends with, which is not there itself. */
    readonly writtenAs?: string;
  };
}

/**
 * A YAML file as read. The text itself is not kept: places are looked up again (`source/locate.ts`)
 * only when something is reported, so that a clean country of plans costs no memory for positions.
 */
export interface LoadedDocument {
  readonly file: string;
  /** The top-level `kind`, as written, even of a file that could not be read as a whole; undefined when there is none. */
  readonly kind: string | undefined;
  /** Plain data (YAML 1.2 core schema); undefined when the file could not be read at all. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Read in one pass, nothing in it worth a second look: its nodes can be found without reading the rest again. */
  readonly plain: boolean;
}
