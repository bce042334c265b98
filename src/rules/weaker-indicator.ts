import { compareRemarks } from '../trace/indicator-remarks.ts';
import type { Rule } from './rule.ts';

/** A municipality promises less than the region requires, or leaves an indicator out. */
export const rule: Rule = {
  id: 'weaker-indicator',
  severity: 'warning',
  summary: {
    ru: 'Показатель слабее, чем в вышестоящем плане',
    en: 'The indicator is weaker than in the parent plan',
  },
  on: 'workspace',
  check(report, { workspace, asOf }) {
    for (const { match, names, spots } of compareRemarks(workspace, asOf, ['weaker', 'none'])) {
      const required = `«${match.parent.text}»`;
      report({
        ...names,
        message: match.child
          ? {
              ru: `Пункт ${spots.number}: показатель «${match.child.stated.text}» слабее показателя поручения ${spots.obligation} ${required}: ${match.why.ru}`,
              en: `Item ${spots.number}: the indicator “${match.child.stated.text}” is weaker than ${required} of obligation ${spots.obligation}: ${match.why.en}`,
            }
          : {
              ru: `Пункт ${spots.number}: показатель поручения ${spots.obligation} ${required} потерян: ${match.why.ru}`,
              en: `Item ${spots.number}: the indicator ${required} of obligation ${spots.obligation} is lost: ${match.why.en}`,
            },
        help: {
          ru: 'Запишите показатель не слабее, чем в поручении, или согласуйте отступление (waivers)',
          en: 'Promise no less than the obligation asks, or agree on a waiver',
        },
        at: spots.at,
        related: spots.related,
      });
    }
  },
};
