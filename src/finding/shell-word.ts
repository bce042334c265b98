/** A path in a command that a person will paste: one that begins with a dash is no option. */
export const shellPath = (path: string): string => shellWord(path.startsWith('-') ? `./${path}` : path);

/**
 * An argument of a command that a person will paste: as it is where every shell takes it for one word, else in quotes
 * that cmd, PowerShell and sh read alike. A path that sh would expand inside double quotes gets single ones, which cmd
 * does not know.
 */
export function shellWord(text: string): string {
  if (/^[A-Za-zА-Яа-яЁё0-9_./:+%][A-Za-zА-Яа-яЁё0-9_./:+%-]*$/.test(text)) return text;
  if (!/["$`\\!]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return /[$`"!]/.test(text) ? `'${text}'` : `"${text}"`;
  return `"${text.replace(/(["$`\\])/g, '\\$1')}"`;
}
