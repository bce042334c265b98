import type { Remark } from '../finding/finding.ts';
import { toIso } from '../meaning/day.ts';
import type { Indicator } from '../meaning/indicator.ts';
import type { Period } from '../meaning/period.ts';
import { readIndicatorText, readPeriodText } from '../model/meanings.ts';
import { eachRow } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Rule } from './rule.ts';

/** The meaning stated beside a text says otherwise than the text reads. The stated one is worked with. */
export const rule: Rule = {
  id: 'meaning-disagrees',
  severity: 'warning',
  summary: {
    ru: 'Смысл рядом с текстом говорит иначе, чем текст',
    en: 'The stated meaning says otherwise than the text',
  },
  on: 'item',
  check(item, plan, report, { workspace }) {
    eachRow(item, (row) => {
      if (row.when?.structured) {
        const read = readPeriodText(row.when, plan, workspace);
        const differing = read?.understood ? periodDifference(row.when.structured, read.meaning) : undefined;
        if (differing)
          report(
            remark(referenceTo(item), 'срок', row.when.text, differing, {
              file: plan.file,
              route: row.when.route,
            }),
          );
      }
      row.indicators.forEach((indicator) => {
        if (!indicator.structured) return;
        const read = readIndicatorText(indicator.text, plan, workspace);
        const differing = read?.understood
          ? indicatorDifference(indicator.structured, read.meaning)
          : undefined;
        if (differing)
          report(
            remark(referenceTo(item), 'показатель', indicator.text, differing, {
              file: plan.file,
              route: indicator.route,
            }),
          );
      });
    });
  },
};

interface Difference {
  readonly key: string;
  readonly stated: string;
  readonly read: string;
}

/** Only what the author stated is compared: what he left out he left to the text. */
function periodDifference(stated: Period, read: Period): Difference | undefined {
  for (const key of ['from', 'to'] as const) {
    const [own, other] = [stated[key], read[key]];
    if (own !== null && other !== null && own !== other)
      return { key, stated: toIso(own), read: toIso(other) };
  }
  return undefined;
}

function indicatorDifference(stated: Indicator, read: Indicator): Difference | undefined {
  for (const key of ['value', 'max', 'op', 'per'] as const) {
    const [own, other] = [stated[key] ?? null, read[key] ?? null];
    if (own !== null && other !== null && own !== other)
      return { key, stated: String(own), read: String(other) };
  }
  return undefined;
}

function remark(
  number: string,
  what: string,
  text: string,
  { key, stated, read }: Difference,
  at: Remark['at'],
): Remark {
  return {
    message: {
      ru: `Пункт ${number}: ${what} «${text}» читается как ${key}: ${read}, а рядом написано ${stated}`,
      en: `Item ${number}: “${text}” reads as ${key}: ${read}, while ${stated} is stated beside it`,
    },
    help: {
      ru: 'Исправьте текст или смысл; действует написанный рядом смысл',
      en: 'Mend the text or the meaning; the stated meaning holds',
    },
    at,
  };
}
