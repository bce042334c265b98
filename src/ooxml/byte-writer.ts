import { strToU8 } from 'fflate';

/** A part written as text, piece by piece: the whole as one string would take twice its bytes, and has a bound. */
interface ByteWriter {
  add(text: string): void;
  /** Bytes of another writer. */
  append(bytes: Uint8Array): void;
  /** Everything that was added, in UTF-8. */
  bytes(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  const done: Uint8Array[] = [];
  let pending = '';
  const flush = () => {
    done.push(strToU8(pending));
    pending = '';
  };
  return {
    add(text) {
      pending += text;
      if (pending.length > 1 << 18) flush();
    },
    append(bytes) {
      flush();
      done.push(bytes);
    },
    bytes() {
      flush();
      const whole = new Uint8Array(done.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const piece of done) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
  };
}
