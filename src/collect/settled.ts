import type { Answer, CollectedLine } from './answer.ts';
import { placeInWords } from './answer-document.ts';
import { finding } from './answer-findings.ts';
import { lineName } from './identity.ts';

/** Lines about one thing that say different things are told as such, and none of them is recorded; the same twice counts once. */
export function settled(answers: readonly Answer[]): readonly Answer[] {
  const groups = new Map<string, { file: string; line: CollectedLine }[]>();
  for (const { file, lines } of answers) {
    for (const line of lines) {
      if (!line.plan || !line.item || line.state === 'unread') continue;
      const key = [line.plan.id, line.item.id, lineName(line.aim)].join('\0');
      const group = groups.get(key);
      if (group) group.push({ file, line });
      else groups.set(key, [{ file, line }]);
    }
  }
  const changed = new Map<CollectedLine, CollectedLine>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const contents = group.map(({ line }) => contentOf(line));
    const isOne = contents.every((one) => one === contents[0]);
    for (const [at, { line }] of group.entries()) {
      if (line.state !== 'new' && line.state !== 'nothing') continue;
      if (isOne) {
        const { fact: _fact, ...rest } = line;
        if (at > 0 && line.state === 'new') changed.set(line, { ...rest, state: 'recorded' });
        continue;
      }
      const others = group.flatMap(({ file, line: other }, index) =>
        contents[index] === contents[at]
          ? []
          : [`${file}, ${placeInWords(other.cells[0]?.place ?? other.place)}`],
      );
      const { fact: _fact, ...rest } = line;
      const told = finding('conflict', line.cells[0]?.place ?? line.place, { other: others.join('; ') });
      changed.set(line, { ...rest, state: 'conflict', findings: [...line.findings, told] });
    }
  }
  if (changed.size === 0) return answers;
  return answers.map((answer) => ({
    ...answer,
    lines: answer.lines.map((line) => changed.get(line) ?? line),
  }));
}

const contentOf = ({ says, cells }: CollectedLine): string =>
  says ? JSON.stringify(says) : JSON.stringify(cells.map(({ key, text }) => [key, text]));
