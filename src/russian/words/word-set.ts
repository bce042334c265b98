/** Words to look one up among: a regular expression of them costs a short run 0.1 ms, a set next to nothing. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
