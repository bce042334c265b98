import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The abbreviations of src/russian/words/abbreviations.txt without what they stand for, which is there for people. */
export function abbreviations(root) {
  const words = readFileSync(join(root, 'src/russian/words/abbreviations.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^[^#[\s]/.test(line))
    .map((line) => {
      const [word, ...meaning] = line.split(' ');
      if (meaning.length === 0) throw new Error(`abbreviations.txt does not say what ${word} stands for`);
      return word.toUpperCase();
    });
  return {
    'src/russian/words/generated/abbreviations.ts': `/** In capitals. */
export const ABBREVIATIONS = ${JSON.stringify([...new Set(words)].join(' '))};
`,
  };
}
