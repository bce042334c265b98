import { plural } from '../../finding/plural.ts';
import type { Bilingual, Language } from '../../finding/text.ts';
import type { TextChange } from '../../history/aligned.ts';
import type { RequisiteName } from '../../import/compare/comparable.ts';
import { type CellDifference, countOf, hasNoDifference } from '../../import/compare/compare.ts';
import { visible } from '../../report/safe-text.ts';
import { styleOf, type TerminalStyle } from '../../report/style.ts';
import { wrap } from '../../report/width.ts';
import type { CommandIo } from '../command.ts';
import { excerpts } from '../terminal/excerpts.ts';
import { actionOf } from './json.ts';
import type { Verification } from './verification.ts';

const NAMES: Readonly<Record<RequisiteName, Bilingual>> = {
  type: { ru: 'вид документа', en: 'type' },
  issuer: { ru: 'организация', en: 'issuer' },
  number: { ru: 'номер', en: 'number' },
  date: { ru: 'дата', en: 'date' },
  place: { ru: 'место издания', en: 'place' },
  subject: { ru: 'заголовок', en: 'subject' },
  preamble: { ru: 'преамбула', en: 'preamble' },
  signatory: { ru: 'подпись', en: 'signature' },
  'mark-issuer': { ru: 'чей документ в грифе утверждения', en: 'whose act the approval mark names' },
  'mark-number': { ru: 'номер в грифе утверждения', en: 'number in the approval mark' },
  'mark-date': { ru: 'дата в грифе утверждения', en: 'date in the approval mark' },
  'approved-by': { ru: 'УТВЕРЖДАЮ', en: 'approved by' },
  agreed: { ru: 'СОГЛАСОВАНО', en: 'agreed by' },
  accepted: { ru: 'ПРИНЯТО', en: 'accepted by' },
  responsible: { ru: 'ответственный за план', en: 'responsible for the plan' },
  title: { ru: 'название плана', en: 'title of the plan' },
};

/** The differences for a person: what was changed, where in the document, both texts; a verdict at the end. */
export function verifyReport(verification: Verification, io: CommandIo): string {
  const { language } = io;
  const style = styleOf({ color: io.stdout.color, ascii: !io.stdout.unicode });
  const { differences: found } = verification;
  const ru = language === 'ru';
  const lines: string[] = [];
  const group = (title: string, entries: readonly string[]): void => {
    if (entries.length > 0) lines.push(style.bold(title), ...entries, '');
  };
  const pair = (head: string, texts: TextChange) => pairLines(head, texts, style, io);
  group(
    ru ? 'Реквизиты' : 'Requisites',
    found.requisites.flatMap(({ name, ...texts }) => pair(NAMES[name][language], texts)),
  );
  for (const [title, texts] of [
    [ru ? 'Пункты приказа' : 'Clauses of the order', found.clauses],
    [ru ? 'Текст перед таблицей' : 'Text around the table', found.context],
    [ru ? 'Графы' : 'Columns', found.columns],
    [ru ? 'Разделы' : 'Sections', found.sections],
  ] as const) {
    group(
      title,
      texts.flatMap((text) => pair('', text)),
    );
  }
  group(
    ru ? 'Пункты плана' : 'Items of the plan',
    found.cells.flatMap((cell) => pair(cellHead(cell, language), cell)),
  );
  group(
    ru ? 'Нет в документе' : 'Not in the document',
    found.missing.flatMap(({ number, cells }) => rowLines(number, actionOf(cells), io)),
  );
  group(
    ru ? 'Нет в плане' : 'Not in the plan',
    found.added.flatMap(({ number, cells, place }) =>
      rowLines(
        `${number}${ru ? ` (таблица ${place.table}, строка ${place.row})` : ` (table ${place.table}, row ${place.row})`}`,
        actionOf(cells),
        io,
      ),
    ),
  );
  group(
    ru ? 'Стоят в другом порядке' : 'In another order',
    found.moved.flatMap(({ number, cells }) => rowLines(number, actionOf(cells), io)),
  );
  return [...lines, ...origin(verification, language), verdict(verification, style, language), ''].join('\n');
}

function cellHead({ ours, theirs, column, heading }: CellDifference, language: Language): string {
  const what =
    column === 'section'
      ? { ru: 'раздел', en: 'section' }
      : column === 'excluded'
        ? { ru: 'исключён', en: 'excluded' }
        : { ru: `графа «${heading}»`, en: `column “${heading}”` };
  const { table, row } = theirs.place;
  // A plan that prints no numbers.
  const item = ours.number === '' ? '' : `${language === 'ru' ? 'п.' : 'item'} ${ours.number}, `;
  return language === 'ru'
    ? `${item}${what.ru} (таблица ${table}, строка ${row})`
    : `${item}${what.en} (table ${table}, row ${row})`;
}

function pairLines(head: string, { was, is }: TextChange, style: TerminalStyle, io: CommandIo): string[] {
  const ru = io.language === 'ru';
  const none = style.dim(ru ? 'нет' : 'none');
  const [ours, theirs] = excerpts(was ?? '', is ?? '');
  const shown = (label: string, text: string): string[] =>
    (text === '' ? [none] : wrap(visible(text), Math.max(30, io.stdout.width - 14))).map(
      (line, at) => `    ${(at === 0 ? label : '').padEnd(10)}${line}`,
    );
  return [
    ...(head === '' ? [] : [`  ${visible(head)}`]),
    ...shown(ru ? 'план:' : 'plan:', ours),
    ...shown(ru ? 'документ:' : 'document:', theirs),
  ];
}

const rowLines = (number: string, action: string, io: CommandIo): readonly string[] =>
  wrap(visible(`${number} ${action}`.trim()), Math.max(30, io.stdout.width - 6)).map(
    (line, at) => `${at === 0 ? '  ' : '      '}${line}`,
  );

function origin({ otherPlan, sameEdition, plan }: Verification, language: Language): string[] {
  if (otherPlan !== undefined) {
    return [
      language === 'ru'
        ? `Документ сделан из другого плана: ${visible(otherPlan)}, а сверен с ${plan.id}.`
        : `The document was made of another plan: ${visible(otherPlan)}; it was compared with ${plan.id}.`,
    ];
  }
  if (sameEdition !== false) return [];
  return [
    language === 'ru'
      ? 'С тех пор, как документ вывели, план изменился: среди расхождений могут быть правки плана.'
      : 'The plan has changed since the document was rendered: differences may be changes of the plan.',
  ];
}

function verdict({ differences, ours }: Verification, style: TerminalStyle, language: Language): string {
  const items = ours.rows.length;
  if (hasNoDifference(differences)) {
    return style.good(
      language === 'ru'
        ? `Расхождений нет: ${items} ${plural(items, ['пункт', 'пункта', 'пунктов'])}.`
        : `No difference: ${items} ${items === 1 ? 'item' : 'items'}.`,
    );
  }
  const count = countOf(differences);
  return style.severity.error(
    language === 'ru'
      ? `${count} ${plural(count, ['расхождение', 'расхождения', 'расхождений'])}: в плане ${items} ${plural(items, ['пункт', 'пункта', 'пунктов'])}.`
      : `${count} ${count === 1 ? 'difference' : 'differences'}; the plan has ${items} ${items === 1 ? 'item' : 'items'}.`,
  );
}
