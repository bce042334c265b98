import type { Bilingual } from '../finding/text.ts';

/** Why bytes are no text, and where (an offset in the text as far as it could be read). */
export interface DecodeProblem {
  readonly message: Bilingual;
  readonly help?: Bilingual;
  readonly at: number;
}

export interface Decoded {
  /** Without BOM; line breaks as they are. */
  readonly text: string;
  readonly bom: boolean;
  readonly problems: readonly DecodeProblem[];
}

export function decode(bytes: Uint8Array): Decoded {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder('utf-8').decode(bytes);
  return { text, bom, problems: [] };
}
