import { strToU8 } from 'fflate';

/** A part written as text, piece by piece: the whole as one string would take twice its bytes, and has a bound. */
interface ByteWriter {
  add(text: string): void;
  /** Adds what another writer has, which is empty afterwards. */
  append(other: ByteWriter): void;
  /** Everything that was added, in UTF-8; the writer is empty afterwards, so that it isn't kept twice. */
  bytes(): Uint8Array;
  /** The same in pieces. */
  pieces(): readonly Uint8Array[];
}

export function byteWriter(): ByteWriter {
  let done: Uint8Array[] = [];
  let pending = '';
  const flush = () => {
    done.push(strToU8(pending));
    pending = '';
  };
  function pieces(): readonly Uint8Array[] {
    flush();
    const taken = done;
    done = [];
    return taken;
  }
  return {
    add(text) {
      pending += text;
      if (pending.length > 1 << 18) flush();
    },
    append(other) {
      flush();
      for (const piece of other.pieces()) done.push(piece);
    },
    bytes() {
      const taken = pieces();
      const whole = new Uint8Array(taken.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const piece of taken) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
    pieces,
  };
}
