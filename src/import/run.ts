import type { Oddity } from './blocks.ts';
import { hasDigit, hasPrivateSign, lowered, raised, shownSigns } from './signs.ts';

/** Where the letters of a run stand. */
export type Height = 'line' | 'raised' | 'lowered';

/** How a run of text is set, as far as its words mean something else by it. */
export interface RunSetting {
  readonly struck: boolean;
  readonly height: Height;
  /** Where it is a pictorial font, letters are signs. */
  readonly font: string | undefined;
}

export const plainSetting: RunSetting = { struck: false, height: 'line', font: undefined };

/** What the runs of a paragraph or a cell say together. */
export interface RunSum {
  text: string;
  /** Words left out because they are struck out. */
  struck: string;
  readonly oddities: Oddity[];
}

/** Adds a run: as the characters it shows, figures off the line as such signs, struck words apart. */
export function addRun(sum: RunSum, written: string, { struck, height, font }: RunSetting): void {
  const text = shownSigns(written, font);
  if (struck) {
    sum.struck += text;
    const last = sum.oddities.at(-1);
    // A text is cut into runs as the program likes.
    if (last?.kind === 'struck') sum.oddities[sum.oddities.length - 1] = { ...last, text: last.text + text };
    else if (text.trim() !== '') sum.oddities.push({ kind: 'struck', text });
    return;
  }
  if (hasPrivateSign(text)) sum.oddities.push({ kind: 'private-sign', text });
  if (height === 'line' || !hasDigit(text)) {
    sum.text += text;
    return;
  }
  const signs = height === 'raised' ? raised(text) : lowered(text);
  sum.oddities.push({ kind: height, text: /\S*$/.exec(sum.text)![0] + signs });
  sum.text += signs;
}
