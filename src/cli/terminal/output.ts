import type { Writable } from 'node:stream';

/** Large reports go out in pieces, so that a slow reader holds us back instead of filling the memory. */
const PIECE = 64 * 1024;

/** Where a command's text goes. After the reader has left (`| head`), the rest is dropped without a word. */
interface Output {
  write(text: string | Uint8Array): Promise<void>;
}

const readerLeft = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'EOF' || error.code === 'ERR_STREAM_DESTROYED';

/** The end of a piece that does not part a surrogate pair. */
/** Bytes are ready to be written; sixteen times as many go at once. */
function endOfPiece(text: string | Uint8Array, from: number): number {
  if (typeof text !== 'string') return Math.min(text.length, from + 16 * PIECE);
  const to = Math.min(text.length, from + PIECE);
  const last = text.charCodeAt(to - 1);
  return to < text.length && last >= 0xd800 && last <= 0xdbff ? to - 1 : to;
}

/** Writes to a stream that is opened at the first word: opening one costs milliseconds of the start. */
export function outputTo(open: () => Writable): Output {
  let stream: Writable | undefined;
  let closed = false;
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    closed = true;
    if (!readerLeft(error)) failure = error;
  };
  const writePiece = (piece: string | Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      stream ??= open().on('error', fail);
      stream.write(piece, (error) => {
        if (error) fail(error);
        resolve();
      });
    });
  return {
    async write(text) {
      for (let from = 0; from < text.length && !closed; ) {
        const to = endOfPiece(text, from);
        await writePiece(typeof text === 'string' ? text.slice(from, to) : text.subarray(from, to));
        from = to;
      }
      if (failure !== undefined) throw failure;
    },
  };
}
