import type { Answer, CollectedLine } from '../../collect/answer.ts';
import type { AnswerFinding } from '../../collect/answer-findings.ts';
import { lineName } from '../../collect/identity.ts';
import type { FactContent } from '../../collect/read-line.ts';
import type { Language } from '../../finding/text.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import type { Fact } from '../../model/workspace.ts';
import type { CollectOutcome } from './report.ts';
import { countsOf } from './report.ts';

/** `roadmap collect --format json`, version 1 (schemas/output/collect.schema.json). */
export function collectJson(
  { answers, today, isWriting, written, requests }: CollectOutcome,
  language: Language,
): unknown {
  return {
    version: 1,
    asOf: toIso(today),
    answers: answers.map((answer) => answerJson(answer, language)),
    ...(isWriting ? { written, requests } : {}),
    summary: { answers: answers.length, ...countsOf(answers) },
  };
}

const answerJson = ({ file, forms, lines, findings, filledBy }: Answer, language: Language) => ({
  file,
  forms: forms.map(({ plan, edition, who, madeOn }) => ({
    plan,
    ...(edition === undefined ? {} : { edition }),
    [who.kind]: who.key,
    ...(madeOn === undefined ? {} : { madeOn: toIso(madeOn) }),
  })),
  ...(filledBy === undefined ? {} : { filledBy }),
  lines: lines.map((line) => lineJson(line, language)),
  findings: findings.map((one) => findingJson(one, language)),
});

function lineJson(line: CollectedLine, language: Language) {
  const { place, plan, item, aim, by, cells, state, fact, says, recorded, findings } = line;
  return {
    place,
    ...(plan ? { plan: plan.id } : {}),
    ...(item ? { item: item.id, number: item.number, line: lineName(aim) } : {}),
    ...(by === undefined ? {} : { by }),
    state,
    cells: cells.map(({ key, text, place: at }) => ({ field: key, text, place: at })),
    ...(fact ? { fact: factJson(fact) } : {}),
    ...(says ? { says: factJson(says) } : {}),
    ...(recorded ? { recorded: factJson(recorded) } : {}),
    findings: findings.map((one) => findingJson(one, language)),
  };
}

const findingJson = ({ code, severity, place, text, cells, message }: AnswerFinding, language: Language) => ({
  code,
  severity,
  place,
  ...(text === undefined ? {} : { text }),
  ...(cells === undefined ? {} : { cells }),
  message: message[language],
});

function factJson(fact: FactContent | Fact) {
  const { from, to, rescheduled, evidence, by: _by, ...content } = fact;
  const { route: _route, evidenceIsList: _list, recorded, ...rest } = content as Partial<Fact>;
  const iso = (day: Day): string => toIso(day);
  return {
    ...rest,
    ...(to === undefined
      ? {}
      : { date: from === undefined || from === to ? iso(to) : { from: iso(from), to: iso(to) } }),
    ...(recorded === undefined ? {} : { recorded: iso(recorded) }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(rescheduled ? { rescheduled: { ...rescheduled, to: iso(rescheduled.to) } } : {}),
  };
}
