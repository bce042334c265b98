import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  TabStopType,
} from 'docx';
import type { ParagraphStyle, RunStyle } from '../view/document.ts';
import { type DocumentSettings, textWidth } from '../view/settings.ts';
import { halfPoints, lineSpacing, points, twips } from './docx-units.ts';

/** What has no paragraph style of its own in the view: blocks that Word builds from several paragraphs. */
type BuiltStyle =
  | 'clause'
  | 'sides'
  | 'signature'
  | 'signature-gap'
  | 'signature-name'
  | 'signing-line'
  | 'page-number'
  | 'code-place'
  | 'section-end';
export type StyleName = ParagraphStyle | BuiltStyle | 'approval-mark-landscape' | 'draft-landscape';

/** Identifier of a style in the package: Latin, stable, and apart from those of an organisation's blank. */
export function styleId(name: StyleName | RunStyle): string {
  return `Rm${name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}

/** The table of a plan, and the frame that puts texts side by side; `docx-package.ts` adds both to the styles. */
export const TABLE_STYLE = 'RmTable';
export const LAYOUT_STYLE = 'RmLayout';

/** The Word styles of a document: every measure of the page is here, none in the paragraphs. */
export function docxStyles(settings: DocumentSettings, language: string, isForm = false): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: settings.font, size: halfPoints(settings.fontSize), language: { value: language } },
        paragraph: { spacing: PLAIN },
      },
    },
    paragraphStyles: [...paragraphStyles(settings), ...(isForm ? [KEY_STYLE] : [])],
    characterStyles: [
      { id: styleId('spaced'), name: 'Разрядка', quickFormat: true, run: { characterSpacing: points(3) } },
      { id: styleId('strong'), name: 'Выделение', quickFormat: true, run: { bold: true } },
      { id: styleId('emphasis'), name: 'Курсив', quickFormat: true, run: { italics: true } },
      ...(isForm ? [{ id: PLACEHOLDER_STYLE, name: 'Место для ответа', run: { color: '8C8C8C' } }] : []),
    ],
  };
}

function paragraphStyles(settings: DocumentSettings): IParagraphStyleOptions[] {
  const longitudinal = settings.layout === 'longitudinal';
  const across = textWidth(settings, 'portrait');
  const aside = longitudinal ? {} : { indent: { right: twips(across - settings.requisiteWidth) } };
  const requisite = { alignment: longitudinal ? AlignmentType.CENTER : AlignmentType.LEFT, ...aside };
  const indent = { firstLine: twips(settings.firstLineIndent) };
  const body = {
    alignment: AlignmentType.BOTH,
    indent,
    spacing: { line: lineSpacing(settings.lineSpacing), lineRule: LineRuleType.AUTO },
  };
  const small = { size: halfPoints(settings.tableFontSize) };
  const centre = { alignment: AlignmentType.CENTER };
  const beside = (orientation: 'portrait' | 'landscape') => ({
    indent: { left: twips(textWidth(settings, orientation) - settings.approvalMarkWidth) },
  });
  const dotted = { style: BorderStyle.DOTTED, size: 4, color: '808080', space: 1 };
  return [
    {
      id: BASE_STYLE,
      name: 'Документ',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: halfPoints(settings.fontSize) },
      paragraph: { spacing: PLAIN },
    },
    style('draft', 'Проект', { ...beside('portrait'), spacing: { after: points(12) } }, { bold: true }),
    style(
      'draft-landscape',
      'Проект (альбомный)',
      { ...beside('landscape'), spacing: { after: points(12) } },
      { bold: true },
    ),
    style('organisation', 'Организация', { ...requisite, keepNext: true }, { bold: true }),
    style(
      'document-type',
      'Вид документа',
      { ...requisite, spacing: { before: points(18), after: points(12) }, keepNext: true },
      { bold: true, characterSpacing: points(2) },
    ),
    style('sides', 'Дата и номер', {
      tabStops: [
        { type: TabStopType.RIGHT, position: twips(longitudinal ? across : settings.requisiteWidth) },
      ],
      keepNext: true,
    }),
    style('place', 'Место издания', { ...requisite, spacing: { before: points(6) }, keepNext: true }),
    style(
      'heading',
      'Заголовок к тексту',
      { ...requisite, spacing: { before: points(18) }, keepNext: true, keepLines: true },
      { bold: true },
    ),
    style('preamble', 'Текст документа', { ...body, spacing: { ...body.spacing, before: points(18) } }),
    style('formula', 'Распорядительное слово', {
      ...centre,
      spacing: { before: points(6), after: points(6) },
      keepNext: true,
    }),
    style('clause', 'Пункт документа', body),
    style('body', 'Абзац документа', body),
    style('signature-gap', 'Подпись: отступ', {
      keepNext: true,
      spacing: { line: points(18), lineRule: LineRuleType.EXACT },
    }),
    style('signature', 'Подпись: должность', {}),
    style('signature-name', 'Подпись: имя', { alignment: AlignmentType.RIGHT }),
    style('acquainted', 'Ознакомление', {
      spacing: { before: points(24), after: points(6) },
      keepNext: true,
    }),
    style(
      'signing-line',
      'Ознакомление: подпись',
      {
        keepLines: true,
        spacing: { before: points(10) },
        tabStops: [
          { type: TabStopType.LEFT, position: twips(across * 0.36) },
          { type: TabStopType.LEFT, position: twips(across * 0.6), leader: 'underscore' },
          { type: TabStopType.RIGHT, position: twips(across) },
        ],
      },
      { size: halfPoints(settings.fontSize - 2) },
    ),
    style('approval-mark', 'Гриф утверждения', beside('portrait')),
    style('approval-mark-landscape', 'Гриф утверждения (альбомный)', beside('landscape')),
    style(
      'title',
      'Название приложения',
      {
        ...centre,
        spacing: { before: points(18), after: points(12) },
        keepNext: true,
        keepLines: true,
        outlineLevel: 0,
      },
      { bold: true },
    ),
    style(
      'context-heading',
      'Подзаголовок',
      { spacing: { before: points(8), after: points(2) }, indent, keepNext: true, outlineLevel: 1 },
      { bold: true },
    ),
    style('context-text', 'Текст приложения', body),
    style('context-item', 'Перечисление', { alignment: AlignmentType.BOTH, spacing: body.spacing }),
    style('note', 'Примечание', {}, small),
    style(
      'table-heading',
      'Таблица: заголовок графы',
      { ...centre, keepNext: true },
      { ...small, bold: true },
    ),
    style('table-text', 'Таблица: текст', { spacing: { after: points(2) } }, small),
    style('table-item', 'Таблица: перечисление', {}, small),
    style('table-number', 'Таблица: номер', centre, small),
    style('table-section', 'Таблица: раздел', { ...centre, keepNext: true }, { ...small, bold: true }),
    style(
      'table-subsection',
      'Таблица: подраздел',
      { ...centre, keepNext: true },
      { ...small, bold: true, italics: true },
    ),
    // Behind a table that fills its page an ordinary line would take a page of its own.
    style(
      'section-end',
      'Конец раздела',
      { spacing: { line: points(1), lineRule: LineRuleType.EXACT } },
      { size: 2 },
    ),
    style('page-number', 'Номер страницы', centre, { size: halfPoints(settings.fontSize - 2) }),
    style('code-place', 'Место QR-кода', {
      indent: { left: twips(Math.max(0, across - settings.codePlace)) },
      spacing: { line: twips(settings.codePlace), lineRule: LineRuleType.EXACT },
      border: { top: dotted, bottom: dotted, left: dotted, right: dotted },
    }),
  ];
}

/** Of the words that stand in a place to fill until somebody fills it. */
export const PLACEHOLDER_STYLE = 'RmPlaceholder';

/** Size and spacing of all our styles; the typeface is that of the document, or of the blank it is put on. */
const BASE_STYLE = 'RmBase';
const PLAIN = { before: 0, after: 0, line: lineSpacing(1), lineRule: LineRuleType.AUTO };

/** What is there for the machine is small and grey. */
const KEY_STYLE = style('table-key', 'Таблица: ключ', {}, { size: 9, color: '8C8C8C' });

/** The library writes tab stops into a style though its types leave them out. */
type StyleParagraph = NonNullable<IParagraphStyleOptions['paragraph']> & Pick<IParagraphOptions, 'tabStops'>;

function style(
  name: StyleName,
  title: string,
  paragraph: StyleParagraph,
  run: IParagraphStyleOptions['run'] = {},
): IParagraphStyleOptions {
  return {
    id: styleId(name),
    name: title,
    basedOn: BASE_STYLE,
    quickFormat: true,
    paragraph,
    run: run ?? {},
  };
}
