import type { Interface } from 'node:readline';

/**
 * Questions and their answers, a line each, over one reading of the input: a reader that is opened anew for every
 * question would lose the lines it has taken in beforehand. Answers nothing once the input has ended.
 */
export function askerOn(
  input: () => NodeJS.ReadableStream,
  print: (text: string) => Promise<void>,
): (question: string) => Promise<string> {
  const known: string[] = [];
  let waiting: ((line: string) => void) | undefined;
  let ended = false;
  let lines: Interface | undefined;
  const open = async (): Promise<Interface> => {
    const { createInterface } = await import('node:readline');
    const opened = createInterface({ input: input(), terminal: false });
    opened.on('line', (line) => {
      if (waiting) waiting(line);
      else known.push(line);
    });
    opened.on('close', () => {
      ended = true;
      waiting?.('');
    });
    return opened;
  };
  return async (question) => {
    await print(question);
    lines ??= await open();
    const line = known.shift();
    if (line !== undefined || ended) return line ?? '';
    lines.resume();
    const answer = await new Promise<string>((resolve) => {
      waiting = resolve;
    });
    waiting = undefined;
    // A paused input does not keep the program alive.
    lines.pause();
    return answer;
  };
}
