import type { Remark, Route, Spot } from '../finding/finding.ts';
import type { Outline } from '../model/outline.ts';
import type { Item } from '../model/plan.ts';
import { asText } from '../model/raw.ts';
import { nearest } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** A link to a plan or a registry that is not in the workspace. */
export const rule: Rule = {
  id: 'unknown-plan',
  severity: 'error',
  summary: {
    ru: 'Ссылка на план или реестр, которого нет',
    en: 'A link to a plan or registry that is not there',
  },
  on: 'workspace',
  check(report, { workspace, judged }) {
    const { roster } = workspace;
    const isPlan = (id: string): boolean => roster.filesOf('plan', id).length > 0;
    const missingPlan = (id: string, at: Spot, own?: string, rest?: string): Remark =>
      missing('plan', id, idsOf(roster.plans), at, own, rest);
    for (const plan of judged.plans) {
      for (const parent of plan.parents) {
        if (isPlan(parent.id)) continue;
        report({
          ...missingPlan(parent.id, { file: plan.file, route: parent.route }, plan.id),
          plan: plan.id,
        });
      }
      for (const { named, number, route } of plan.items.flatMap(referencesOf)) {
        if (isPlan(named)) continue;
        report({
          ...missingPlan(named, { file: plan.file, route }, plan.id, `#${number}`),
          plan: plan.id,
        });
      }
      const registry = asText(plan.source.registry);
      if (registry !== undefined && roster.filesOf('registry', registry).length === 0) {
        report({
          ...missing('registry', registry, idsOf(roster.registries), {
            file: plan.file,
            route: ['registry'],
          }),
          plan: plan.id,
        });
      }
    }
    for (const { file, source } of judged.links) {
      const own = asText(source.plan);
      if (own !== undefined && own !== '' && !isPlan(own))
        report(missingPlan(own, { file, route: ['plan'] }));
    }
    for (const facts of judged.facts) {
      if (facts.plan === '' || isPlan(facts.plan)) continue;
      report(missingPlan(facts.plan, { file: facts.file, route: ['plan'] }));
    }
    for (const { file, requests } of judged.requests) {
      for (const { plan, route } of requests) {
        if (plan === '' || isPlan(plan)) continue;
        report(missingPlan(plan, { file, route: [...route, 'plan'] }));
      }
    }
  },
};

const idsOf = (outlines: readonly Outline[]): readonly string[] => outlines.map(({ id }) => id);

/** The plans that an item's references name: «krai#1.6». */
function referencesOf({
  implements: references = [],
}: Item): { named: string; number: string; route: Route }[] {
  return references.flatMap(({ plan, number, route }) =>
    plan === undefined ? [] : [{ named: plan, number, route }],
  );
}

function missing(
  kind: 'plan' | 'registry',
  id: string,
  known: readonly string[],
  at: Spot,
  own?: string,
  /** What is written behind the id. */
  rest = '',
): Remark {
  const near = nearest(
    id,
    known.filter((name) => name !== own),
  );
  const word = kind === 'plan' ? { ru: 'Плана', en: 'Plan' } : { ru: 'Реестра', en: 'Registry' };
  return {
    message: {
      ru: `${word.ru} «${id}» нет в рабочей папке${near ? `; возможно, вы имели в виду ${near}` : ''}`,
      en: `${word.en} “${id}” is not in the workspace${near ? `; did you mean ${near}` : ''}`,
    },
    help: {
      ru: 'Проверьте id или добавьте файл этого документа в репозиторий',
      en: 'Check the id, or add the file of that document to the repository',
    },
    ...(near ? { cure: { put: near + rest, unsure: true } } : {}),
    at,
  };
}
