/**
 * A text that any XML and any screen can hold: control characters, halves of surrogate pairs and non-characters are
 * dropped (XML 1.0, 2.2), and so are signs that turn the order of letters round: what is signed reads as the plan does.
 * A tab becomes a blank, every kind of line end one line feed. Emoji stay.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(FORBIDDEN, '');
}

const FORBIDDEN = /(?!\n)\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069]/gu;

/** A link a document may carry: the web and mail. Anything else stays text. */
export function safeLink(link: string | undefined): string | undefined {
  return link !== undefined && /^(?:https?:\/\/|mailto:)[^\s"<>]+$/i.test(link) && printable(link) === link
    ? link
    : undefined;
}
