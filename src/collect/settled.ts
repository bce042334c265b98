import type { Answer, CollectedLine } from './answer.ts';
import { type AnswerPlace, placeInWords } from './answer-document.ts';
import type { AnswerField } from './answer-fields.ts';
import { type AnswerFinding, finding } from './answer-findings.ts';
import { headingOf } from './headings.ts';
import { lineName } from './identity.ts';
import { choiceIn } from './read-cell.ts';
import { daysInWords } from './read-line.ts';

interface LineInFile {
  readonly file: string;
  readonly line: CollectedLine;
}

/**
 * Lines about one thing that say different things are each told what the others say, and none of them is recorded; the same
 * said twice is recorded once.
 */
export function settled(answers: readonly Answer[]): readonly Answer[] {
  const changed = new Map<CollectedLine, CollectedLine>();
  for (const group of linesByAim(answers)) {
    const isOne = group.every(({ line }) => differing(group[0]!.line, line).length === 0);
    for (const [at, { line }] of group.entries()) {
      const { fact: _fact, ...rest } = line;
      if (isOne && at > 0 && line.state === 'new') changed.set(line, { ...rest, state: 'repeated' });
      if (isOne || (line.state !== 'new' && line.state !== 'nothing')) continue;
      const findings = group.flatMap((other) => (other.line === line ? [] : conflicts(line, other)));
      changed.set(line, { ...rest, state: 'conflict', findings: [...line.findings, ...findings] });
    }
  }
  if (changed.size === 0) return answers;
  return answers.map((answer) => ({
    ...answer,
    lines: answer.lines.map((line) => changed.get(line) ?? line),
  }));
}

/** Lines that speak of one thing, where there are several. */
function linesByAim(answers: readonly Answer[]): readonly (readonly LineInFile[])[] {
  const groups = new Map<string, LineInFile[]>();
  for (const { file, lines } of answers) {
    for (const line of lines) {
      if (!line.plan || !line.item || line.state === 'unread') continue;
      const key = [line.plan.id, line.item.id, lineName(line.aim)].join('\0');
      const group = groups.get(key);
      if (group) group.push({ file, line });
      else groups.set(key, [{ file, line }]);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** What another answer says otherwise, column by column. */
function conflicts(line: CollectedLine, { file, line: other }: LineInFile): readonly AnswerFinding[] {
  return differing(line, other).map((key) => {
    const [here, there] = [cellOf(line, key), cellOf(other, key)];
    const at: AnswerPlace = { ...(there?.place ?? other.place), file };
    const details = {
      heading: headingOf(key),
      here: here?.text ?? '',
      there: there?.text ?? '',
      place: placeInWords(at, 'ru'),
      placeEn: placeInWords(at, 'en'),
    };
    return finding('conflict', here?.place ?? line.cells[0]?.place ?? line.place, details, {
      ...(here ? { text: here.text } : {}),
      cells: [at],
    });
  });
}

const cellOf = ({ cells }: CollectedLine, key: AnswerField): CollectedLine['cells'][number] | undefined =>
  cells.find((cell) => cell.key === key) ??
  (key === 'done' || key === 'result' ? cells.find((cell) => cell.key === 'mark') : undefined);

/** The columns in which two lines say different things, whatever words they say it in. */
function differing(one: CollectedLine, other: CollectedLine): readonly AnswerField[] {
  const [here, there] = [contentOf(one), contentOf(other)];
  return (Object.keys(here) as AnswerField[]).filter((key) => here[key] !== there[key]);
}

function contentOf(line: CollectedLine): Readonly<Record<AnswerField, string | undefined>> {
  const { says } = line;
  const text = (key: AnswerField): string | undefined => cellOf(line, key)?.text;
  const choice = text('done');
  return {
    done: choice === undefined ? undefined : choiceIn(choice),
    date: says ? daysInWords(says) : text('date'),
    value: says ? String(says.count ?? says.value ?? '') : text('value'),
    of: says ? String(says.of ?? '') : text('of'),
    result: says ? says.result : text('result'),
    evidence: says ? says.evidence.join('\n') : text('evidence'),
    reason: says ? says.reason : text('reason'),
    newDate: says ? String(says.rescheduled?.to ?? '') : text('newDate'),
    basis: says ? says.rescheduled?.basis : text('basis'),
  };
}
