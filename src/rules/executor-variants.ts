import type { Executor, Plan } from '../model/plan.ts';
import { LETTERS, NUMBERS, stem, wordsOf } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** One body entered twice under names that differ in quotes, blanks, case or a letter: its duties fall apart. */
export const rule: Rule = {
  id: 'executor-variants',
  severity: 'warning',
  summary: { ru: 'Один исполнитель записан по-разному', en: 'One executor is written in several ways' },
  on: 'plan',
  check(plan, report) {
    const executors = [...plan.executors.values()].filter((executor) => executor.file === plan.file);
    const seen: (Shape & { readonly executor: Executor })[] = [];
    for (const executor of executors) {
      const words = wordsOf(executor.name);
      const shape = words.join(' ');
      const twin = seen.find((other) => sameBody(other, { name: executor.name, shape, words }));
      if (twin) report(remark(plan, executor, twin.executor));
      seen.push({ executor, name: executor.name, shape, words });
    }
  },
};

function remark(plan: Plan, executor: Executor, twin: Executor) {
  return {
    message: {
      ru: `«${executor.name}» и «${twin.name}» — похоже, один исполнитель`,
      en: `“${executor.name}” and “${twin.name}” seem to be one executor`,
    },
    help: {
      ru: `Оставьте одну запись, второе название внесите в её aliases`,
      en: 'Keep one entry and put the other name into its `aliases`',
    },
    at: { file: plan.file, route: nameRoute(plan, executor) },
    related: [
      {
        at: { file: plan.file, route: nameRoute(plan, twin) },
        message: { ru: 'первая запись', en: 'the first entry' },
      },
    ],
  };
}

function nameRoute(plan: Plan, executor: Executor): (string | number)[] {
  const entry = plan.source.executors?.[executor.key] as unknown;
  return typeof entry === 'object' ? [...executor.route, 'name'] : [...executor.route];
}

interface Shape {
  readonly name: string;
  readonly shape: string;
  readonly words: readonly string[];
}

/**
 * Equal words whatever stands between them; equal but for one ending or one letter of one long word; or one name
 * that goes on with abbreviations only where the other stops («Комитет по образованию» and «Комитет по
 * образованию ЗР»).
 */
function sameBody(a: Shape, b: Shape): boolean {
  if (a.shape === b.shape || goesOn(a, b) || goesOn(b, a)) return true;
  if (a.words.length !== b.words.length || a.words.length < 3) return false;
  const differing = a.words.flatMap((word, at) =>
    word === b.words[at] ? [] : [[word, b.words[at] as string] as const],
  );
  const [pair, ...others] = differing;
  if (!pair || others.length > 0) return false;
  const [one, other] = pair;
  // «СОШ № 5» and «СОШ № 6», «педагоги» and «педагоги-психологи» are different bodies.
  if (/\d/.test(one + other) || one.length < 5 || other.length < 5) return false;
  return stem(one) === stem(other) || oneSlip(one, other);
}

/** As `wordsOf` cuts them. */
const WORDS = new RegExp(`[${LETTERS}${NUMBERS}]+`, 'gu');

function goesOn(short: Shape, long: Shape): boolean {
  if (short.words.length < 3 || !long.shape.startsWith(`${short.shape} `)) return false;
  const rest = long.name.match(WORDS)?.slice(short.words.length) ?? [];
  return rest.every((word) => /^[А-ЯЁ]{2,}$/u.test(word));
}

/** One letter put in, left out or changed, not at the beginning. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short[0] !== long[0]) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
