import type { Finding } from '../finding/finding.ts';
import type { CheckReport } from '../finding/report.ts';
import { narrow } from './narrow.ts';

/** What a finding says and of whom, the file by its name of today. Never where: lines shift. */
const topicOf = (finding: Finding, file: string): string =>
  [finding.rule, file, finding.plan ?? '', finding.item ?? '', finding.message.ru].join('\0');

/** The same with the lines it is in, which distinguish equal findings of one file. */
const sceneOf = (topic: string, { frame }: Finding): string => `${topic}\0${frame?.lines.join('\n') ?? ''}`;

/** How many of a name there are. */
function counter() {
  const counts = new Map<string, number>();
  const add = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  return { add, has: (name: string): boolean => (counts.get(name) ?? 0) > 0 };
}

/**
 * What the branch brings: the findings of `now` without those that were there in `then`, matched one to one, so that a
 * second equal finding counts. `renamed` leads from a file's old name to the new one. Those that were there before are counted in
 * `summary.older`.
 */
export function newSince(
  now: CheckReport,
  then: CheckReport,
  renamed: ReadonlyMap<string, string> = new Map(),
): CheckReport {
  const topics = counter();
  const scenes = counter();
  for (const finding of then.findings) {
    const topic = topicOf(finding, renamed.get(finding.file) ?? finding.file);
    topics.add(topic, 1);
    scenes.add(sceneOf(topic, finding), 1);
  }
  // Those with unchanged lines are matched first: of two equal findings the new one is reported.
  const moved = now.findings.filter((finding) => {
    const topic = topicOf(finding, finding.file);
    const scene = sceneOf(topic, finding);
    if (!scenes.has(scene)) return true;
    scenes.add(scene, -1);
    topics.add(topic, -1);
    return false;
  });
  const findings = moved.filter((finding) => {
    const topic = topicOf(finding, finding.file);
    if (!topics.has(topic)) return true;
    topics.add(topic, -1);
    return false;
  });
  const fresh = narrow(now, findings);
  return { ...fresh, summary: { ...fresh.summary, older: now.findings.length - findings.length } };
}
