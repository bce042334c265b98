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
    const seen: Seen = { names: new Map(), beginnings: new Map(), gaps: new Map() };
    for (const executor of executors) {
      const twin = twinOf(executor, seen);
      if (twin) report(remark(plan, executor, twin));
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

/** The names met so far, by what another name for the same body would share: a registry of thousands is never gone through in pairs. */
interface Seen {
  /** By the words of the name. */
  readonly names: Map<string, Executor>;
  /** By the words before the abbreviations a name ends in. */
  readonly beginnings: Map<string, Executor>;
  /** By the words with one of them left open, and its first letter. */
  readonly gaps: Map<string, { readonly word: string; readonly executor: Executor }[]>;
}

/** As `wordsOf` cuts them. */
const WORDS = new RegExp(`[${LETTERS}${NUMBERS}]+`, 'gu');

/** Fewer words than these are too few for a name with a slip, or for one that goes on. */
const ENOUGH = 3;

/** More words than these are no name but a text put in its place: only an equal one is the same. */
const MOST = 60;

/**
 * The first name before that is the same body, and this one is put with them. The same body: equal words whatever stands
 * between them; equal but for one ending or one letter of one long word; or one name that goes on with abbreviations only
 * where the other stops («Комитет по образованию» and «Комитет по образованию ЗР»).
 */
function twinOf(executor: Executor, { names, beginnings, gaps }: Seen): Executor | undefined {
  const words = wordsOf(executor.name);
  const shape = words.join(' ');
  let twin = names.get(shape);
  if (words.length >= ENOUGH && words.length <= MOST) {
    twin ??= beginnings.get(shape);
    const spelled = executor.name.match(WORDS) ?? [];
    for (let end = words.length - 1; end >= ENOUGH && /^[А-ЯЁ]{2,}$/u.test(spelled[end] ?? ''); end--) {
      const beginning = words.slice(0, end).join(' ');
      twin ??= names.get(beginning);
      addNew(beginnings, beginning, executor);
    }
    words.forEach((word, at) => {
      // «СОШ № 5» and «СОШ № 6», «педагоги» and «педагоги-психологи» are different bodies.
      if (/\d/.test(word) || word.length < 5) return;
      const gap = `${words.slice(0, at).join(' ')} ${word[0]}… ${words.slice(at + 1).join(' ')}`;
      const fillers = gaps.get(gap) ?? [];
      twin ??= fillers.find(
        (other) => stem(other.word) === stem(word) || oneSlip(other.word, word),
      )?.executor;
      fillers.push({ word, executor });
      gaps.set(gap, fillers);
    });
  }
  addNew(names, shape, executor);
  return twin;
}

function addNew(map: Map<string, Executor>, key: string, executor: Executor): void {
  if (!map.has(key)) map.set(key, executor);
}

/** One letter put in, left out or changed, not at the beginning. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short[0] !== long[0]) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
