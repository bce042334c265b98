/** Enough for every wording of a country of plans; a stream of texts that never repeat starts anew. */
const ROOM = 20_000;

/**
 * The same pure function of a text, worked out once for each text: hundreds of plans repeat one wording, so the answer
 * is nearly always there. Bounded whatever is read.
 */
export function remembered<Value>(of: (text: string) => Value, room = ROOM): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    const value = of(text);
    if (known.size >= room) known.clear();
    known.set(text, value);
    return value;
  };
}
