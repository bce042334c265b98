import type { OfficePackage } from '../../ooxml/open.ts';
import { readTree } from '../../ooxml/parse.ts';
import { readProperties } from '../../ooxml/properties.ts';
import { relationsOf } from '../../ooxml/relations.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../../ooxml/xml.ts';
import type { Annotation, Block, SourceDocument } from '../blocks.ts';
import { tidy } from '../blocks.ts';
import { caution, failure, type ImportProblem, type Result, refusal, success } from '../problem.ts';
import { type BookContext, type CellLook, commentText, isBold, settingOf } from './cells.ts';
import { readFormats } from './number-format.ts';
import { longest, readSheet, widest } from './sheet.ts';

function looksOf(styles: XmlElement | undefined): readonly CellLook[] {
  const fonts = elementsOf(childOf(styles, 'x:fonts'), 'x:font');
  return elementsOf(childOf(styles, 'x:cellXfs'), 'x:xf').map((xf) => {
    const font = fonts[Number(xf.attributes.fontId ?? 0)];
    const align = childOf(xf, 'x:alignment')?.attributes.horizontal;
    return {
      ...settingOf(font),
      bold: font !== undefined && isBold(font),
      align:
        align === 'center' || align === 'centerContinuous'
          ? 'center'
          : align === 'right'
            ? 'right'
            : undefined,
    };
  });
}

/** Notes of a sheet by cell, put among the document's remarks. */
function readNotes(
  source: OfficePackage,
  part: string,
  sheet: string,
  into: Map<string, Annotation>,
): Map<string, string> {
  const places = new Map<string, string>();
  const target = relationsOf(source, part).find(({ type }) => type === 'comments')?.target;
  const tree = target === undefined ? undefined : readTree(source, target);
  if (!tree?.ok) return places;
  const authors = [...elementsOf(childOf(tree.value, 'x:authors'), 'x:author')].map(textOf);
  for (const comment of elementsOf(childOf(tree.value, 'x:commentList'), 'x:comment')) {
    const text = childOf(comment, 'x:text');
    const reference = comment.attributes.ref ?? '';
    const id = `comment-${sheet}-${reference}`;
    const author = authors[Number(comment.attributes.authorId)];
    if (!text) continue;
    into.set(id, { id, kind: 'comment', ...(author && { author }), text: tidy(commentText(text)) });
    places.set(reference, id);
  }
  return places;
}

/** Addresses of a sheet's hyperlinks by cell. */
function readLinks(source: OfficePackage, part: string, sheet: XmlElement): ReadonlyMap<string, string> {
  const relations = new Map(
    relationsOf(source, part).map(({ id, target, external }) => [id, external ? target : undefined]),
  );
  const links = new Map<string, string>();
  for (const { attributes } of elementsOf(childOf(sheet, 'x:hyperlinks'), 'x:hyperlink')) {
    const url = relations.get(attributes['r:id'] ?? '');
    if (url !== undefined && attributes.ref) links.set(attributes.ref, url);
  }
  return links;
}

const tooLarge = (sheet: string, cut: 'rows' | 'columns'): ImportProblem =>
  refusal(
    'sheet-too-large',
    cut === 'rows'
      ? {
          ru: `Лист «${sheet}»: строки есть и после ${longest.toLocaleString('ru')}-й, дорожная карта столько не занимает; лист не прочитан.`,
          en: `The sheet “${sheet}” has rows beyond ${longest.toLocaleString('en')}, more than a road map; it was not read.`,
        }
      : {
          ru: `Лист «${sheet}»: столбцы есть и после ${widest}-го, дорожная карта столько не занимает; лист не прочитан.`,
          en: `The sheet “${sheet}” has columns beyond ${widest}, more than a road map; it was not read.`,
        },
    {
      ru: 'Оставьте на листе план и удалите пустые или лишние строки и столбцы ниже и правее него.',
      en: 'Leave the plan on the sheet and delete what stands below and right of it.',
    },
  );

/** Reads an Excel workbook (ECMA-376 SpreadsheetML): every visible sheet becomes a table named after it. */
export function readXlsx(
  source: OfficePackage,
  part: string,
): Result<{ document: SourceDocument; problems: readonly ImportProblem[] }> {
  const workbook = readTree(source, part);
  if (!workbook)
    return failure(
      refusal('damaged', { ru: `«${source.name}»: нет книги.`, en: `${source.name}: no workbook.` }),
    );
  if (!workbook.ok) return workbook;
  const relations = relationsOf(source, part);
  const target = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type)?.target;
  const strings =
    target('sharedStrings') === undefined ? undefined : readTree(source, target('sharedStrings')!);
  if (strings && !strings.ok) return strings;
  const styleTree = target('styles') === undefined ? undefined : readTree(source, target('styles')!);
  const styles = styleTree?.ok ? styleTree.value : undefined;
  const date1904 = childOf(workbook.value, 'x:workbookPr')?.attributes.date1904;
  const context: BookContext = {
    strings: strings ? elementsOf(strings.value, 'x:si') : [],
    formats: readFormats(styles),
    looks: looksOf(styles),
    from1904: date1904 === '1' || date1904 === 'true',
  };
  const blocks: Block[] = [];
  const problems: ImportProblem[] = [];
  const hiddenSheets: string[] = [];
  const remarks = new Map<string, Annotation>();
  for (const { attributes } of elementsOf(childOf(workbook.value, 'x:sheets'), 'x:sheet')) {
    const name = attributes.name ?? '';
    const sheetPart = relations.find(({ id }) => id === attributes['r:id']);
    if (sheetPart?.type !== 'worksheet') continue;
    if (attributes.state === 'hidden' || attributes.state === 'veryHidden') {
      hiddenSheets.push(name);
      problems.push(
        caution('hidden-sheet', {
          ru: `Лист «${name}» скрыт и не прочитан.`,
          en: `The sheet “${name}” is hidden and was not read.`,
        }),
      );
      continue;
    }
    const tree = readTree(source, sheetPart.target);
    if (!tree) continue;
    if (!tree.ok) return tree;
    const notes = readNotes(source, sheetPart.target, name, remarks);
    const { table, hidden, hiddenColumns, cut } = readSheet(
      tree.value,
      name,
      context,
      notes,
      readLinks(source, sheetPart.target, tree.value),
    );
    blocks.push(table);
    if (hidden.length > 0) {
      problems.push(
        caution('hidden-rows', {
          ru: `На листе «${name}» скрыты строки ${hidden.slice(0, 20).join(', ')}; они прочитаны вместе с остальными.`,
          en: `The sheet “${name}” hides rows ${hidden.slice(0, 20).join(', ')}; they were read with the others.`,
        }),
      );
    }
    if (hiddenColumns.length > 0) {
      const list = hiddenColumns.join(', ');
      problems.push(
        caution('hidden-columns', {
          ru: `На листе «${name}» скрыты столбцы ${list}; они прочитаны вместе с остальными.`,
          en: `The sheet “${name}” hides columns ${list}; they were read with the others.`,
        }),
      );
    }
    if (cut !== undefined) return failure(tooLarge(name, cut));
  }
  return success({
    document: { format: 'xlsx', blocks, remarks, properties: readProperties(source), hiddenSheets },
    problems,
  });
}
