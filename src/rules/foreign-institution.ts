import type { Range } from '../finding/finding.ts';
import { asMap, asText } from '../model/raw.ts';
import { LETTERS } from '../russian/index.ts';
import type { Rule } from './rule.ts';

type Kind = 'school' | 'kindergarten';

interface Numbered {
  readonly kind: Kind;
  readonly number: string;
  readonly within: Range;
  readonly shown: string;
}

const SCHOOL =
  'СОШ|ООШ|НОШ|СШ|[Шш]кол[аыеуой]+|[Лл]ице[йяюем]+|[Гг]имнази[яиюей]+|ШКОЛ[АЫЕ]|ЛИЦЕ[ЙЯ]|ГИМНАЗИ[ЯИ]';
const KINDERGARTEN =
  '(?:[Дд]етск(?:ий|ого|ому|им|ом)|ДЕТСК(?:ИЙ|ОГО))\\s+(?:[Сс]ада?|САДА?)[уеом]*|[Дд]/с|М[БКА]ДОУ|ДОУ';
const NUMBERED = new RegExp(
  `(?<![${LETTERS}])(?:(${SCHOOL})|(${KINDERGARTEN}))\\s*[»"]?\\s*№\\s*(\\d+)`,
  'gu',
);

function institutionsIn(text: string): readonly Numbered[] {
  return [...text.matchAll(NUMBERED)].map((match) => ({
    kind: match[1] === undefined ? 'kindergarten' : 'school',
    number: match[3] as string,
    shown: match[0].replace(/\s+/g, ' '),
    within: [match.index, match.index + match[0].length],
  }));
}

/** The title of a school's plan names another school of its kind than the one that approves it: taken over with the text. */
export const rule: Rule = {
  id: 'foreign-institution',
  severity: 'info',
  summary: {
    ru: 'В названии плана другая организация, чем в утверждении',
    en: 'The title names another institution than the approval',
  },
  on: 'plan',
  check(plan, report) {
    if (plan.level !== 'school') return;
    const titled = institutionsIn(plan.title);
    if (titled.length === 0) return;
    const { order } = plan.source;
    const issuer = asMap(order)?.issuer;
    const approvers: readonly (readonly [text: string | undefined, route: readonly string[]])[] = [
      [asText(asMap(plan.source['approved-by'])?.position), ['approved-by', 'position']],
      [asText(issuer) ?? asText(asMap(issuer)?.name), ['order', 'issuer']],
    ];
    for (const [text, route] of approvers) {
      const approving = institutionsIn(text ?? '');
      for (const kind of ['school', 'kindergarten'] as const) {
        const own = approving.filter((one) => one.kind === kind);
        const other = titled.filter((one) => one.kind === kind);
        const [first] = other;
        const [whose] = own;
        // One of several is the plan's own: «взаимодействие школы № 5 и школы № 7».
        if (!first || !whose || other.some(({ number }) => own.some((one) => one.number === number)))
          continue;
        report({
          message: {
            ru: `В названии плана «${first.shown}», а утверждает его «${whose.shown}»`,
            en: `The title names “${first.shown}”, and “${whose.shown}” approves it`,
          },
          help: {
            ru: 'Проверьте, чей это план: название часто остаётся от образца',
            en: 'Check whose plan it is: titles are often left over from a sample',
          },
          at: { file: plan.file, route: ['title'], within: first.within },
          related: [
            {
              at: { file: plan.file, route: [...route] },
              message: { ru: 'кто утверждает', en: 'who approves' },
            },
          ],
        });
        return;
      }
    }
  },
};
