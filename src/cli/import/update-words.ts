import { plural } from '../../finding/plural.ts';
import type { Language } from '../../finding/text.ts';
import type { Conflict, MergeResult, Taken } from '../../import/update/outcome.ts';
import { oneLine } from '../../report/safe-text.ts';

export interface Written {
  readonly path: string;
  readonly written: boolean;
  readonly dry: boolean;
}

const WORDS = {
  changed: { ru: 'изменено', en: 'changed' },
  added: { ru: 'добавлено', en: 'added' },
  removed: { ru: 'удалено', en: 'removed' },
  moved: { ru: 'перемещено', en: 'moved' },
} as const;

/** A longer text is cut: the plan has it whole. */
const LONGEST = 300;

const quoted = (text: string | undefined, language: Language): string => {
  if (text === undefined || text === '') return language === 'ru' ? '(пусто)' : '(empty)';
  // The paragraphs of a cell are parted as its cells are.
  const line = oneLine(text.replace(/\n/g, ' | '));
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return language === 'ru' ? `«${cut}»` : `“${cut}”`;
};

function takenLines({ what, at, was, is }: Taken, language: Language): string[] {
  const head = `${oneLine(at[language])}: ${WORDS[what][language]}`;
  if (what === 'moved') return [head];
  return [
    head,
    ...(was === undefined ? [] : [`  − ${quoted(was, language)}`]),
    ...(is === undefined ? [] : [`  + ${quoted(is, language)}`]),
  ];
}

function conflictLines({ at, base, ours, theirs }: Conflict, language: Language): string[] {
  const ru = language === 'ru';
  const gone = ru ? '(нет)' : '(gone)';
  const side = (text: string | undefined): string => (text === undefined ? gone : quoted(text, language));
  const why =
    theirs === '' && ours === base
      ? {
          ru: 'в документе слов нет, план оставлен как есть',
          en: 'the document has no words, the plan keeps its own',
        }
      : {
          ru: 'изменили обе стороны, план оставлен как есть',
          en: 'both sides changed it, the plan keeps its own',
        };
  return [
    `${oneLine(at[language])}: ${why[language]}`,
    `  ${ru ? 'было:        ' : 'was:          '}${side(base)}`,
    `  ${ru ? 'в плане:     ' : 'plan:         '}${side(ours)}`,
    `  ${ru ? 'в документе: ' : 'the document: '}${side(theirs)}`,
  ];
}

/** What came of the merge, the conflicts last so that they stay on the screen. */
export function outcomeLines(
  outcome: MergeResult,
  { path, written, dry }: Written,
  language: Language,
): string[] {
  const { taken, conflicts, notes } = outcome;
  return [
    ...taken.flatMap((one) => takenLines(one, language)),
    ...notes.map((note) => oneLine(note[language])),
    ...conflicts.flatMap((one) => conflictLines(one, language)),
    verdict(taken.length, conflicts.length, language),
    ...(written ? [language === 'ru' ? `Записано: ${oneLine(path)}` : `Written: ${oneLine(path)}`] : []),
    ...(dry
      ? [language === 'ru' ? 'Ничего не записано (--dry-run).' : 'Nothing was written (--dry-run).']
      : []),
  ];
}

function verdict(taken: number, conflicts: number, language: Language): string {
  if (taken === 0 && conflicts === 0) {
    return language === 'ru' ? 'Правок в документе нет.' : 'The document has no edits.';
  }
  if (language === 'en') return `Edits: ${taken}; conflicts: ${conflicts}.`;
  const edits = `${taken} ${plural(taken, ['правка', 'правки', 'правок'])}`;
  const left = `${conflicts} ${plural(conflicts, ['расхождение', 'расхождения', 'расхождений'])}`;
  return `Из документа: ${edits}; решать вам: ${left}.`;
}
