import { type Day, toIso } from '../meaning/day.ts';
import { asText } from '../model/raw.ts';
import { writeDay } from '../russian/index.ts';
import type { ReportRemark, Rule } from './rule.ts';

/** A fact dated after the real day: what has not been cannot be reported. */
export const rule: Rule = {
  id: 'fact-in-future',
  severity: 'error',
  summary: { ru: 'Дата факта ещё не наступила', en: 'The fact’s date is yet to come' },
  on: 'facts',
  check(facts, _plan, report, { today }) {
    for (const fact of facts.facts) {
      if (fact.to === undefined || fact.to <= today) continue;
      report({
        item: fact.item,
        message: {
          ru: `Факт по пункту ${fact.item} датирован ${writeDay(fact.to)}, а сегодня ${writeDay(today)}`,
          en: `The fact of item ${fact.item} is dated ${toIso(fact.to)}, today is ${toIso(today)}`,
        },
        help: {
          ru: 'Исправьте дату; перенос срока записывают в rescheduled',
          en: 'Mend the date; a moved deadline goes to `rescheduled`',
        },
        at: { file: facts.file, route: [...fact.route, 'date'] },
      });
    }
    const recorded = asText(facts.source.recorded);
    if (recorded !== undefined && facts.facts.some((fact) => (fact.recorded ?? 0) > today)) {
      recordedLater(facts.file, recorded, today, report);
    }
  },
};

function recordedLater(file: string, recorded: string, today: Day, report: ReportRemark): void {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(recorded) ? recorded : recorded.split('.').reverse().join('-');
  if (days <= toIso(today)) return;
  report({
    message: {
      ru: `Факты записаны ${recorded}, а сегодня ${writeDay(today)}`,
      en: `The facts were recorded on ${recorded}, today is ${toIso(today)}`,
    },
    help: { ru: 'Исправьте recorded', en: 'Mend `recorded`' },
    at: { file, route: ['recorded'] },
  });
}
