/**
 * A character that YAML would take for a sign of its own is made a letter for a while: replaced by one of the
 * private use area, one for one, so that no offset moves; in what was read it is put back.
 */
export interface Mask {
  /** The substitute of an ASCII character. */
  of(character: string): string;
  /** Puts the characters back in a value and all its keys and texts. */
  undo<Value>(value: Value): Value;
  undoText(text: string): string;
}

const FIRST = 0xe000;
const LAST = 0xf800;

/** Substitutes that the text itself does not use; undefined when it uses the whole area. */
export function maskFor(text: string): Mask | undefined {
  for (let base = FIRST; base < LAST; base += 0x100) {
    const used = new RegExp(`[\\u${base.toString(16)}-\\u${(base + 0xff).toString(16)}]`);
    if (!used.test(text)) return maskAt(base, used);
  }
  return undefined;
}

function maskAt(base: number, used: RegExp): Mask {
  const every = new RegExp(used, 'g');
  const undoText = (text: string): string =>
    used.test(text) ? text.replace(every, (unit) => String.fromCharCode(unit.charCodeAt(0) - base)) : text;
  const undo = (value: unknown): unknown => {
    if (typeof value === 'string') return undoText(value);
    if (Array.isArray(value)) return value.map(undo);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [undoText(key), undo(inner)]));
  };
  return {
    of: (character) => String.fromCharCode(base + character.charCodeAt(0)),
    undo: <Value>(value: Value) => undo(value) as Value,
    undoText,
  };
}
