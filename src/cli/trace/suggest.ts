import type { Language } from '../../finding/text.ts';
import type { Item } from '../../model/plan.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { TracedChild, TracedParent } from '../../trace/trace.ts';
import { styleFor, type TerminalLook } from '../terminal/trace-detail.ts';
import { planLabel, shortened } from '../terminal/trace-words.ts';

const TEXTS = {
  ru: {
    obligations: 'Поручения без пункта и пункты, которые могут их исполнять',
    items: 'Пункты без связи и поручения, которым они могут отвечать',
    nothing: 'похожих пунктов нет',
    words: 'общее',
    allLinked: 'Связать больше нечего.',
  },
  en: {
    obligations: 'Obligations without an item, and items that may implement them',
    items: 'Items without a link, and obligations they may answer',
    nothing: 'no item is like it',
    words: 'in common',
    allLinked: 'Nothing is left to link.',
  },
} as const;

/** Likely links of one plan, both ways round: what to compare, how alike it is and by which words. */
export function suggestionsOf(parent: TracedParent, child: TracedChild, look: TerminalLook): string {
  const style = styleFor(look);
  const texts = TEXTS[look.language];
  const open = child.obligations.filter(({ state }) => state === 'missing');
  const unlinked = child.unlinked.filter(({ suggestions }) => suggestions.length > 0);
  const title = `${planLabel(child.plan)} (${oneLine(child.plan.id)}) ${look.unicode ? '→' : '->'} ${oneLine(parent.plan.id)}`;
  const obligations = open.flatMap(({ obligation, suggestions }) => [
    `${oneLine(referenceTo(obligation.item))}  ${shortened(obligation.item.action, look.width - 8)}`,
    ...(suggestions.length === 0 ? [`    ${style.dim(texts.nothing)}`] : []),
    ...suggestions.map(({ item, score, words }) => lineOf(item, score, words, look)),
  ]);
  const items = unlinked.flatMap(({ item, suggestions }) => [
    `${oneLine(referenceTo(item))}  ${shortened(item.action, look.width - 8)}`,
    ...suggestions.map(({ obligation, score, words }) => lineOf(obligation.item, score, words, look)),
  ]);
  const blocks = [
    style.bold(title),
    ...(obligations.length === 0 ? [] : [style.bold(texts.obligations), obligations.join('\n')]),
    ...(items.length === 0 ? [] : [style.bold(texts.items), items.join('\n')]),
    ...(obligations.length + items.length === 0 ? [texts.allLinked] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function lineOf(item: Item, score: number, words: readonly string[], look: TerminalLook): string {
  const style = styleFor(look);
  const head = `    ${style.bold(scoreOf(score, look.language))}  ${oneLine(referenceTo(item))}  ${shortened(item.action, look.width - 20)}`;
  return `${head}\n${style.dim(`          ${TEXTS[look.language].words}: ${shortened(words.join(', '), look.width - 20)}`)}`;
}

/** «0,83», “0.83”. */
export function scoreOf(score: number, language: Language): string {
  const text = score.toFixed(2);
  return language === 'ru' ? text.replace('.', ',') : text;
}
