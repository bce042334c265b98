import type { Remark, Spot } from '../finding/finding.ts';
import { asMap } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Judged } from '../rules/rule.ts';
import { nearest } from '../russian/index.ts';
import { CONFIG_FILE } from '../source/files.ts';

/** Names of rules in the config that do not exist: they would have no effect, and nobody would notice. */
export function* unknownRulesOfConfig(
  config: Workspace['config'],
  known: ReadonlySet<string>,
): Iterable<Remark> {
  for (const rule of Object.keys(asMap(config.rules) ?? {})) {
    if (known.has(rule)) continue;
    yield unknown(rule, known, { file: CONFIG_FILE, route: ['rules', rule], key: true });
  }
}

/** The same in the waivers of plans. */
export function* unknownRulesOfWaivers({ plans }: Judged, known: ReadonlySet<string>): Iterable<Remark> {
  for (const plan of plans) {
    for (const { rule, route } of plan.waivers) {
      if (known.has(rule)) continue;
      yield { ...unknown(rule, known, { file: plan.file, route: [...route, 'rule'] }), plan: plan.id };
    }
  }
}

function unknown(rule: string, known: ReadonlySet<string>, at: Spot): Remark {
  const near = nearest(rule, known);
  return {
    message: {
      ru: `Правила «${rule}» нет${near ? `; возможно, вы имели в виду ${near}` : ''}`,
      en: `There is no rule “${rule}”${near ? `; did you mean ${near}?` : ''}`,
    },
    help: {
      ru: near ? `Напишите ${near}` : 'Имя правила стоит в конце замечания; все имена: roadmap explain',
      en: near ? `Write ${near}` : 'A finding ends with the name of its rule; all names: roadmap explain',
    },
    ...(near ? { cure: { put: near, unsure: true } } : {}),
    at,
  };
}
