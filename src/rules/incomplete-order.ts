import type { Bilingual } from '../finding/text.ts';
import { asText } from '../model/raw.ts';
import type { Rule } from './rule.ts';

/** Requisites without which an order is not signed, with their names for people. ГОСТ Р 7.0.97-2025, раздел 5. */
const REQUISITES = [
  ['type', 'вид документа (type)', 'the type (`type`)'],
  ['issuer', 'организация (issuer)', 'the issuer (`issuer`)'],
  ['subject', 'заголовок (subject)', 'the heading (`subject`)'],
  ['signatory', 'подпись (signatory)', 'the signatory (`signatory`)'],
  ['clauses', 'пункты (clauses)', 'the clauses (`clauses`)'],
] as const;

/** An order without a requisite; number and date may both be blank (a draft), but not one of them. */
export const rule: Rule = {
  id: 'incomplete-order',
  severity: 'warning',
  summary: { ru: 'В приказе не хватает реквизитов', en: 'The order lacks requisites' },
  on: 'plan',
  check(plan, report) {
    const { order } = plan.source;
    if (!order) return;
    const missing = REQUISITES.filter(([key]) => {
      const value = order[key];
      return (
        value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
      );
    }).map(([, ru, en]): Bilingual => ({ ru, en }));
    const number = asText(order.number) !== undefined;
    const date = asText(order.date) !== undefined;
    if (number && !date) missing.push({ ru: 'дата (date)', en: 'the date (`date`)' });
    if (date && !number) missing.push({ ru: 'номер (number)', en: 'the number (`number`)' });
    if (missing.length === 0) return;
    report({
      message: {
        ru: `В приказе не указаны: ${missing.map(({ ru }) => ru).join(', ')}`,
        en: `The order lacks ${missing.map(({ en }) => en).join(', ')}`,
      },
      help: {
        ru: 'Допишите реквизиты; у проекта приказа не указывают ни номера, ни даты',
        en: 'Add the requisites; a draft order has neither number nor date',
      },
      at: { file: plan.file, route: ['order'], key: true },
    });
  },
};
