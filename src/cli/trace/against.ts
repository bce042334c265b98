import { plural } from '../../finding/plural.ts';
import type { Language } from '../../finding/text.ts';
import { referenceTo } from '../../model/section-identity.ts';
import { oneLine } from '../../report/safe-text.ts';
import type { ObligationStanding, ParentShift, Shift } from '../../trace/against.ts';
import { styleFor, type TerminalLook } from '../terminal/trace-detail.ts';
import { daysLate, paintOfObligation, planLabel, STATE_WORDS, shortened } from '../terminal/trace-words.ts';

/** What the parent's text of now changes for its children compared with its text at a revision. */
export function againstText(shifts: readonly ParentShift[], revision: string, look: TerminalLook): string {
  const ru = look.language === 'ru';
  if (shifts.length === 0)
    return ru
      ? `Вышестоящие планы те же, что в ${oneLine(revision)}.\n`
      : `The parent plans are the same as at ${oneLine(revision)}.\n`;
  return shifts.map((shift) => parentText(shift, revision, look)).join('\n');
}

function parentText({ parent, changed, shifts }: ParentShift, revision: string, look: TerminalLook): string {
  const style = styleFor(look);
  const ru = look.language === 'ru';
  const n = changed.length;
  const title = ru
    ? `${planLabel(parent)} (${oneLine(parent.id)}): против ${oneLine(revision)} ${plural(n, ['изменился', 'изменились', 'изменились'])} ${n} ${plural(n, ['пункт', 'пункта', 'пунктов'])} — ${changed.map(oneLine).join(', ')}`
    : `${planLabel(parent)} (${oneLine(parent.id)}): ${n} ${n === 1 ? 'item' : 'items'} changed since ${oneLine(revision)} — ${changed.map(oneLine).join(', ')}`;
  const worse = shifts.filter((shift) => shift.worse);
  const better = shifts.filter((shift) => !shift.worse);
  const blocks = [
    style.bold(title),
    ...blockOf(ru ? 'Стало хуже' : 'Worse now', worse, look),
    ...blockOf(ru ? 'Стало лучше' : 'Better now', better, look),
    verdict(worse, better, look.language),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function blockOf(heading: string, shifts: readonly Shift[], look: TerminalLook): string[] {
  if (shifts.length === 0) return [];
  const style = styleFor(look);
  return [
    [
      style.bold(heading),
      ...shifts.map(({ child, obligation, atRevision, now }) => {
        const text = `  ${oneLine(referenceTo(obligation))} ${planLabel(child)}: ${wordOf(atRevision, look)} ${look.unicode ? '→' : '->'} ${wordOf(now, look)}`;
        return `${text}  ${style.dim(shortened(obligation.action, 40))}`;
      }),
    ].join('\n'),
  ];
}

function wordOf({ state, days }: ObligationStanding, look: TerminalLook): string {
  if (state === null) return look.language === 'ru' ? 'не поручено' : 'not asked';
  const late = days > 0 ? ` (${daysLate(days, look.language)})` : '';
  return paintOfObligation(state, styleFor(look))(`${STATE_WORDS[state][look.language]}${late}`);
}

function verdict(worse: readonly Shift[], better: readonly Shift[], language: Language): string {
  const plans = (shifts: readonly Shift[]): number => new Set(shifts.map(({ child }) => child.id)).size;
  return language === 'ru'
    ? `Хуже: ${worse.length} (планов: ${plans(worse)}), лучше: ${better.length} (планов: ${plans(better)})`
    : `Worse: ${worse.length} (plans: ${plans(worse)}), better: ${better.length} (plans: ${plans(better)})`;
}

/** For programs. */
export function againstJson(shifts: readonly ParentShift[], revision: string): unknown {
  return {
    version: 1,
    against: revision,
    parents: shifts.map(({ parent, changed, shifts: all }) => ({
      plan: parent.id,
      changed,
      shifts: all.map(({ child, obligation, atRevision, now, worse }) => ({
        plan: child.id,
        number: referenceTo(obligation),
        atRevision,
        now,
        worse,
      })),
    })),
  };
}
