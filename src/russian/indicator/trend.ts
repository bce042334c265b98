import type { Comparison, Indicator } from '../../meaning/indicator.ts';
import { isAdjective } from '../words/adjective.ts';
import { does } from '../words/lexicon.ts';
import { changedIn, isMeasure, isShare, type Trend, trendIn, UNWANTED } from '../words/statement.ts';
import { isAside } from './node.ts';
import { phraseAt } from './phrase.ts';
import { lastBefore, type Nodes, type Target } from './statement.ts';

/** «Рост доли …», «Ежегодное снижение …», «Достижение …»: the trend the first words name. */
export function trendOf(nodes: Nodes): Trend | undefined {
  // «До 1 июня – рост доли …»: a time before the word that gives the trend does not hide it.
  const free = nodes.filter((node) => !isAside(node));
  const start = Math.max(
    0,
    free.findIndex(({ kind }) => kind !== 'dash' && kind !== 'comma' && kind !== 'colon'),
  );
  const words = free.slice(start, start + 4);
  for (const [at, node] of words.slice(0, 3).entries()) {
    if (words.slice(at + 1, at + 3).some(({ text }) => text.startsWith('квалификаци'))) return undefined;
    const trend = trendIn(node.text);
    if (trend) return trend;
    // «Ежегодное увеличение …»: only adjectives may stand before the word that gives the trend.
    if (node.kind !== 'word' || !isAdjective(node.text)) return undefined;
  }
  return undefined;
}

/** «Доля … выросла | на 3 %», «На 5 % | увеличена доля …»: the verb next to the number tells the trend. */
export function trendBeside({ nodes, at, quantity }: Target): Trend | undefined {
  const before = lastBefore(nodes, at);
  const after = quantity.percent && before < 0 ? nodes[at + 1] : undefined;
  return changedIn((after ?? nodes[before])?.text ?? '');
}

const FLIP: Readonly<Record<Comparison, Comparison>> = {
  '>=': '<=',
  '>': '<',
  '=': '=',
  '<': '>',
  '<=': '>=',
};

/** «Рост на 5 %», «снижение до 20 %», «увеличение в 2 раза»: a change, or the level to reach. */
export function trended(target: Target, trend: Trend): Partial<Indicator> | undefined {
  const { value, op, lead, max, percent, baseline, times } = target.quantity;
  const down = trend === 'down';
  if (max !== null) return undefined;
  if (isAmong(target)) return { op: op ?? '=', value };
  if (baseline !== undefined && baseline > value !== down) return undefined;
  if (lead === 'до' || baseline !== undefined) return { op: down ? '<=' : '>=', value };
  if (trend === 'reach') return undefined;
  if (times && lead === 'в') {
    if (value <= 1 && !down) return undefined;
    return { change: 'times', op: down ? '<=' : '>=', value: down ? 1 / value : value };
  }
  if (lead === 'на' && !times) {
    const bound = op ?? '>=';
    return down ? { change: 'by', op: FLIP[bound], value: -value } : { change: 'by', op: bound, value };
  }
  return down && op === '<=' && percent ? { op, value } : undefined;
}

/** «Повышение уровня … у 60 % обучающихся», «… в 5 школах»: among how many it happens, not by how much. */
function isAmong({ nodes, at, quantity: { lead, percent } }: Target): boolean {
  if (lead !== 'у' && lead !== 'в' && lead !== 'во' && lead !== 'среди') return false;
  const phrase = phraseAt(nodes, at + 1, percent || lead === 'у' ? 'gG' : 'pP');
  return phrase?.head.kind === 'person' || phrase?.head.kind === 'body';
}

/** «Улучшение качества … на 5 %», «Положительная динамика не менее 3 %»: a share gained, though the word is no «рост». */
const isGain = ({ nodes, quantity: { percent, lead } }: Target): boolean =>
  percent &&
  (lead === null || lead === 'на') &&
  nodes.slice(0, 2).some(({ text }) => text === 'улучшение' || text === 'динамика');

/** The bound of a level. A bare share is reached from below, unless what is shared out is unwanted. */
export function level(target: Target): Partial<Indicator> | undefined {
  const { nodes, at, quantity } = target;
  const { value, op, lead, max, percent, baseline } = quantity;
  if (max !== null) return { op: null, value, max };
  const before = nodes.slice(0, at);
  if (lead === 'до') return !percent && at === 0 ? { op: '<=', value } : undefined;
  if (lead === 'от') return at === 0 && !percent ? { op: '>=', value } : undefined;
  // «Доля школ с 50 % до 70 %»: which way is plain, and the first is where it stands.
  if (baseline !== undefined)
    return percent && before.some(({ text }) => isMeasure(text))
      ? { op: value > baseline ? '>=' : '<=', value }
      : undefined;
  if (isGain(target)) return undefined;
  const share = (percent || lead === 'на') && before.some(({ text }) => isShare(text));
  // «Доля школ, улучшивших результат (не менее чем) на 5 %»: the number is no share of the schools.
  if (share && lead === 'на' && value < 100) return undefined;
  if (op !== null) return { op, value };
  if (percent) return levelOfShare(target, share, before);
  if (lead === null) return { op: '=', value };
  // «по 2 от школы» counts, «консультации по 5 предметам» do not.
  if (lead === 'по') return phraseAt(nodes, at + 1, 'D') ? undefined : { op: '=', value };
  if (lead === 'в' || lead === 'во') {
    const phrase = phraseAt(nodes, at + 1, 'pP');
    const taking = phrase?.head.kind === 'event' && before.some(({ text }) => TAKING.test(text));
    return phrase?.head.kind === 'body' || taking ? { op: '=', value } : undefined;
  }
  return undefined;
}

const NEVER_A_SHARE = /^(?:со?|об?|к|при|под|через|без)$/u;

function levelOfShare(
  { nodes, quantity }: Target,
  share: boolean,
  before: Nodes,
): Partial<Indicator> | undefined {
  const { value, lead } = quantity;
  if (share && value === 0) return { op: '=', value };
  if (share && value < 100)
    return before.some(({ text }) => UNWANTED.test(text)) ? undefined : { op: '>=', value };
  if (lead === 'на' && value !== 100 && !before.some(({ text }) => does(text, 'fulfilled'))) return undefined;
  if (lead === 'в' && /^(?:вхождени|попадани|вход$)/u.test(nodes[0]!.text)) return undefined;
  return lead !== null && NEVER_A_SHARE.test(lead) ? undefined : { op: '=', value };
}

/** «Участие в 5 вебинарах», «Победа в 2 конкурсах». */
const TAKING = /^(?:участи[еяю]|участвовал[аи]?|победа|победы)$/u;
