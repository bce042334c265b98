import { normaliseNumber } from '../model/identity.ts';
import type { Item, Plan, Section } from '../model/plan.ts';
import { fromRoman } from '../model/section-identity.ts';
import type { ReportRemark, Rule } from './rule.ts';

/** Item 2.3 standing in section 1: the row was moved, or its number not changed. */
export const rule: Rule = {
  id: 'number-outside-section',
  severity: 'warning',
  summary: { ru: 'Номер пункта не от того раздела', en: 'The item’s number belongs to another section' },
  on: 'item',
  check(item, plan, report) {
    const number = normaliseNumber(item.number);
    if (!/^\d+(\.\d+)+$/.test(number)) return;
    const own = ancestorsOf(item.section).map(numberOf);
    const named = own.filter((section) => section !== undefined);
    if (named.length === 0 || named.some((section) => number.startsWith(`${section}.`))) return;
    // Only a number that is another section's tells that the row strayed; else the plan just numbers otherwise.
    const home = plan.sections.find((section) => {
      const prefix = numberOf(section);
      return prefix !== undefined && number.startsWith(`${prefix}.`);
    });
    if (!home) {
      strayed(item, plan, named, report);
      return;
    }
    report({
      message: {
        ru: `Пункт ${item.number} стоит в разделе ${item.section?.number ?? named.at(-1)}, а номер у него от раздела ${home.number}`,
        en: `Item ${item.number} stands in section ${item.section?.number ?? named.at(-1)}, but its number is of section ${home.number}`,
      },
      help: {
        ru: 'Перенесите пункт в его раздел или исправьте номер',
        en: 'Move the item to its section or mend the number',
      },
      at: { file: plan.file, route: [...item.route, 'number'] },
      related: [
        {
          at: { file: plan.file, route: [...home.route, 'number'] },
          message: { ru: `раздел ${home.number}`, en: `section ${home.number}` },
        },
      ],
    });
  },
};

/** No section bears the number, but every other row here carries that of its own section. */
function strayed(item: Item, plan: Plan, named: readonly string[], report: ReportRemark): void {
  const others = plan.items.filter(
    (other) => other !== item && other.section !== undefined && /\d\.\d/.test(other.number),
  );
  const stray = others.filter(
    ({ number, section }) =>
      !ancestorsOf(section).some((one) => normaliseNumber(number).startsWith(`${numberOf(one)}.`)),
  );
  if (others.length < 2 || stray.length * 10 > others.length) return;
  report({
    message: {
      ru: `Пункт ${item.number} стоит в разделе ${item.section?.number ?? named.at(-1)}, а остальные номера начинаются с номера своего раздела`,
      en: `Item ${item.number} stands in section ${item.section?.number ?? named.at(-1)}, while the other numbers begin with that of their section`,
    },
    help: {
      ru: 'Перенесите пункт в его раздел или исправьте номер',
      en: 'Move the item to its section or mend the number',
    },
    at: { file: plan.file, route: [...item.route, 'number'] },
  });
}

function ancestorsOf(section: Section | undefined): Section[] {
  return section ? [...ancestorsOf(section.parent), section] : [];
}

/** Arabic form of a section's number («II» is 2): items under a Roman heading are numbered 2.1, 2.2. */
function numberOf(section: Section): string | undefined {
  const text = section.number === undefined ? undefined : normaliseNumber(section.number);
  return text === undefined ? undefined : (fromRoman(text) ?? text);
}
