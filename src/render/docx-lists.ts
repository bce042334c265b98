import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { DocumentSettings } from '../view/settings.ts';
import { CLAUSE_LIST, DASH_LIST, partsList } from './docx-text.ts';
import { twips } from './docx-units.ts';

/** Word counts clauses and parts itself, so that a clause put in by hand renumbers those after it. */
export function docxLists(settings: DocumentSettings, highestOrdinal: number): INumberingOptions {
  const indent = { left: 0, firstLine: twips(settings.firstLineIndent) };
  return {
    config: [
      {
        reference: CLAUSE_LIST,
        levels: Array.from({ length: 9 }, (_, level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: Array.from({ length: level + 1 }, (_, at) => `%${at + 1}.`).join(''),
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.SPACE,
          style: { paragraph: { indent } },
        })),
      },
      ...Array.from({ length: highestOrdinal }, (_, at) => ({
        reference: partsList(at + 1),
        levels: [
          {
            level: 0,
            start: at + 1,
            format: LevelFormat.DECIMAL,
            text: '%1)',
            alignment: AlignmentType.LEFT,
            suffix: LevelSuffix.SPACE,
            style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
          },
        ],
      })),
      {
        reference: DASH_LIST,
        // In the text a dash is under the first line of a paragraph, in a table at the edge of the cell.
        levels: [indent, { left: 0, firstLine: 0 }].map((at, level) => ({
          level,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.SPACE,
          style: { paragraph: { indent: at } },
        })),
      },
    ],
  };
}
