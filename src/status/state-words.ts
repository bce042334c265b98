import type { Bilingual } from '../finding/text.ts';
import type { ItemState } from './item-state.ts';
import type { IndicatorState } from './proof.ts';

/** What people call the states of an item. */
export const ITEM_STATE_WORDS: Readonly<Record<ItemState, Bilingual>> = {
  overdue: { ru: 'просрочено', en: 'overdue' },
  behind: { ru: 'отстаёт', en: 'behind' },
  untracked: { ru: 'срок прошёл, исполнение не учитывается', en: 'past due, not followed' },
  'due-soon': { ru: 'срок истекает', en: 'due soon' },
  'in-progress': { ru: 'в работе', en: 'in progress' },
  'not-started': { ru: 'не начато', en: 'not started' },
  'no-deadline': { ru: 'без срока', en: 'no deadline' },
  'done-late': { ru: 'исполнено с нарушением срока', en: 'done late' },
  done: { ru: 'исполнено', en: 'done' },
};

export const INDICATOR_STATE_WORDS: Readonly<Record<IndicatorState, Bilingual>> = {
  met: { ru: 'достигнут', en: 'met' },
  'met-late': { ru: 'достигнут с опозданием', en: 'met late' },
  partly: { ru: 'достигнут частично', en: 'partly met' },
  unmet: { ru: 'не достигнут', en: 'unmet' },
  pending: { ru: 'ещё не срок', en: 'pending' },
  unverifiable: { ru: 'проверить нельзя', en: 'unverifiable' },
};
