import type { Range, Route } from '../finding/finding.ts';
import { remembered } from '../finding/remembered.ts';
import { eachText } from '../model/texts.ts';
import { LETTERS, stem } from '../russian/index.ts';
import type { Rule } from './rule.ts';

/** What a text calls a school: its name without the type, the type, where it is. */
interface Named {
  readonly key: string;
  readonly type: string;
  readonly shown: string;
  readonly within: Range;
}

/**
 * A place after the number names one of several schools of that number: «СОШ № 1 с. Луговое». What else may follow, a
 * quote, a comma, the end, names the only one.
 */
const NO_PLACE = `(?![\\d/]|[»"”]*,?\\s*(?:г|с|п|д|х|ст|пос|пгт|р\\.?\\s?п|село|города|посёлка|поселка|станиц|деревн|хутор|аул|им)(?![${LETTERS}]))`;
const BEFORE = `(?<![${LETTERS}])`;
const BY_NUMBER = new RegExp(`${BEFORE}(СОШ|ООШ|НОШ)\\s*[»"]?\\s*№\\s*(\\d+)${NO_PLACE}`, 'gu');
const BY_NAME = new RegExp(`${BEFORE}([А-ЯЁ][а-яё-]+[цс]кая)\\s+(СОШ|ООШ)(?![${LETTERS}])`, 'gu');
const BY_FORM = new RegExp(
  `${BEFORE}(М[БКА](?:Д)?ОУ)\\s+[«"]?\\s*((?:(?:СОШ|ООШ|НОШ|[Лл]ицей|[Гг]имназия|[Дд]етский сад|[Дд]/с)\\s*)№\\s*\\d+${NO_PLACE}|[А-ЯЁ][а-яё-]+[цс]кая\\s+(?:СОШ|ООШ))(?![${LETTERS}])`,
  'gu',
);

const schoolsIn = remembered((text): readonly Named[] => {
  const found: Named[] = [];
  const add = (match: RegExpMatchArray, key: string, type: string): void => {
    const [shown] = match;
    found.push({ key, type, shown, within: [match.index ?? 0, (match.index ?? 0) + shown.length] });
  };
  for (const match of text.matchAll(BY_NUMBER)) add(match, `№ ${match[2]}`, match[1] as string);
  for (const match of text.matchAll(BY_NAME))
    add(match, stem((match[1] as string).toLowerCase()), match[2] as string);
  for (const match of text.matchAll(BY_FORM))
    add(match, `form ${(match[2] as string).toLowerCase().replace(/\s+/g, '')}`, match[1] as string);
  return found.length > 0 ? found : NONE;
});

const NONE: readonly Named[] = [];

/** One school under two types in one plan: «СОШ № 5» in one row, «ООШ № 5» or another legal form in the next. */
export const rule: Rule = {
  id: 'institution-variants',
  severity: 'info',
  summary: {
    ru: 'Тип одной школы указан по-разному',
    en: 'The type of one school is given in two ways',
  },
  on: 'plan',
  check(plan, report) {
    // Schools of one number there are in every municipality of a region.
    if (plan.level === 'regional' || plan.level === 'federal') return;
    const first = new Map<string, Named & { readonly route: Route }>();
    const reported = new Set<string>();
    eachText(plan.source, (text, route) => {
      for (const school of schoolsIn(text)) {
        const known = first.get(school.key);
        if (!known) first.set(school.key, { ...school, route: [...route] });
        if (!known || known.type === school.type || reported.has(`${school.key} ${school.type}`)) continue;
        reported.add(`${school.key} ${school.type}`);
        report({
          message: {
            ru: `«${oneLine(known.shown)}» и «${oneLine(school.shown)}» — похоже, одна организация, а тип разный`,
            en: `“${oneLine(known.shown)}” and “${oneLine(school.shown)}” seem to be one body of two types`,
          },
          help: {
            ru: 'Напишите так, как в уставе; если это разные организации, назовите место каждой',
            en: 'Write it as its charter has it; if they are two, name the place of each',
          },
          at: { file: plan.file, route: [...route], within: school.within },
          related: [
            {
              at: { file: plan.file, route: known.route, within: known.within },
              message: { ru: 'первое название', en: 'the first name' },
            },
          ],
        });
      }
    });
  },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
