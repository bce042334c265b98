import type { Answer, CollectedLine } from '../../collect/answer.ts';
import { type AnswerRecord, recordFor } from '../../collect/answer-record.ts';
import type { FactContent } from '../../collect/read-line.ts';
import type { Edit } from '../../edit/splice.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../model/workspace.ts';
import { editRequests } from '../documents/requests-file.ts';
import { factsFileOf, type NewFact, writeFacts } from '../facts-file.ts';
import type { WrittenFile } from './report.ts';

interface Recording {
  readonly root: string;
  readonly workspace: Workspace;
  readonly today: Day;
}

/** Splices what is new into the facts file of each plan, each file whole or not at all. */
export async function writeNewFacts(
  answers: readonly Answer[],
  { root, workspace, today }: Recording,
): Promise<readonly WrittenFile[]> {
  const byPlan = new Map<Plan, NewFact[]>();
  for (const line of answers.flatMap(({ lines }) => lines)) {
    if (!line.plan || !line.fact) continue;
    const fact = factOf(line.fact, line, today);
    const facts = byPlan.get(line.plan);
    if (facts) facts.push(fact);
    else byPlan.set(line.plan, [fact]);
  }
  const written: WrittenFile[] = [];
  for (const [plan, facts] of byPlan) {
    const file = factsFileOf(plan, workspace);
    await writeFacts(facts, file, plan, root);
    written.push({ file, facts: facts.length });
  }
  return written;
}

/** A fact as the file will have it. */
function factOf(content: FactContent, { by }: CollectedLine, today: Day): NewFact {
  const { item, part, indicator, measure, from, to, done, whole, count, value, of, result, evidence } =
    content;
  const { rescheduled, reason } = content;
  const date =
    to === undefined
      ? undefined
      : from === undefined || from === to
        ? toIso(to)
        : { from: toIso(from), to: toIso(to) };
  return defined({
    item,
    part,
    indicator,
    measure,
    date,
    recorded: toIso(today),
    done: done === true ? true : undefined,
    whole,
    count,
    value,
    of,
    result,
    evidence: evidence.length === 0 ? undefined : evidence,
    rescheduled: rescheduled && { ...rescheduled, to: toIso(rescheduled.to) },
    reason,
    by,
  });
}

const defined = (fact: { readonly [Key in keyof NewFact]: NewFact[Key] | undefined }): NewFact =>
  Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined)) as unknown as NewFact;

/** Adds each answer to the request it answers; one that is there already is not added again. */
export async function recordAnswers(
  answers: readonly Answer[],
  { root, workspace, today }: Recording,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { file, requests } of workspace.requests) {
    const isAnswered = requests.some((request) =>
      answers.some((answer) => recordFor(request, answer, workspace, today)),
    );
    if (!isAnswered) continue;
    await editRequests(root, file, (known) =>
      known.flatMap((request, at): readonly Edit[] => {
        const records = answers.flatMap((answer) => recordFor(request, answer, workspace, today) ?? []);
        const values = records.map(recordData);
        const route = ['requests', at, 'answers'];
        if (values.length === 0) return [];
        if (request.answers.length === 0) return [{ op: 'set', route, value: values }];
        return values.map((value) => ({ op: 'insert', route, value }));
      }),
    );
    written.push(file);
  }
  return written;
}

/** Enough of a digest to know a file again. */
const SIGNS = 16;

const recordData = ({ received, file, digest, items, partly, by }: AnswerRecord) => ({
  received: toIso(received),
  file,
  digest: digest.slice(0, SIGNS),
  ...(items.length === 0 ? {} : { items }),
  ...(partly.length === 0 ? {} : { partly }),
  ...(by === undefined ? {} : { by }),
});
