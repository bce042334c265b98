import { compareRemarks } from '../trace/indicator-remarks.ts';
import type { Rule } from './rule.ts';

/** Two indicators that no rule can weigh against each other: a person should look. */
export const rule: Rule = {
  id: 'incomparable-indicator',
  severity: 'info',
  summary: {
    ru: 'Показатель нельзя сравнить с показателем поручения',
    en: 'The indicator cannot be compared with the obligation’s',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { match, names, spots } of compareRemarks(workspace, asOf, ['incomparable'])) {
      report({
        ...names,
        message: {
          ru: `Пункт ${spots.number}: показатель поручения ${spots.obligation} «${match.parent.text}» не с чем сравнить: ${match.why.ru}`,
          en: `Item ${spots.number}: the indicator “${match.parent.text}” of obligation ${spots.obligation} cannot be compared: ${match.why.en}`,
        },
        help: {
          ru: 'Сравните сами; показатель в тех же словах и числах сравнится без человека',
          en: 'Compare them yourself; an indicator in the same words and figures is compared without you',
        },
        at: spots.at,
        related: spots.related,
      });
    }
  },
};
