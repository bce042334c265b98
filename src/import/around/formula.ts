const closeUp = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
const spacedWords = [
  'приказываю',
  'приказываем',
  'обязываю',
  'постановляю',
  'постановляет',
  'распоряжаюсь',
  'предлагаю',
];

/** The formula at the end of a text, however it is spaced, and the text before it. */
export function formulaAtEnd(text: string): { before: string; formula: string } | undefined {
  const bare = text.replace(/[\s:]+$/, '');
  for (const word of spacedWords) {
    let at = bare.length;
    let letter = word.length;
    while (at > 0 && letter > 0) {
      const sign = bare[at - 1]!;
      if (/\s/.test(sign)) at--;
      else if (sign.toLowerCase() === word[letter - 1]) {
        at--;
        letter--;
      } else break;
    }
    if (
      letter === 0 &&
      (at === 0 ||
        /\s$/.test(bare.slice(0, at)) ||
        /[,;.]$/.test(bare.slice(0, at)) ||
        /^\s/.test(bare.slice(at)))
    ) {
      const written = bare.slice(at).trim();
      const capitals = written === written.toUpperCase();
      return {
        before: bare.slice(0, at).trim(),
        formula: capitals ? closeUp(written).toUpperCase() : closeUp(written),
      };
    }
  }
  return undefined;
}
