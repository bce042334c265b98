import { keptProperties } from '../ooxml/kept-text.ts';
import type { Meta } from '../view/document.ts';
import { COLUMNS_PROPERTY, TEXT_PROPERTY } from '../view/marks.ts';
import { printable } from './printable.ts';

/** The custom properties of a file: short ones as they are, those of any length compressed and in pieces. */
export function customProperties(meta: Meta): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(meta.properties).flatMap(([name, value]) =>
      name === TEXT_PROPERTY || name === COLUMNS_PROPERTY
        ? Object.entries(keptProperties(name, value))
        : [[name, printable(value)]],
    ),
  );
}
