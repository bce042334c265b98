import { ABBREVIATIONS } from './generated/abbreviations.ts';

/**
 * What institutions and bodies of education are called in papers: the abbreviations of legal forms (Civil Code, ch. 4;
 * Law 273-FZ, art. 22–23; Law 83-FZ) and the nouns of their types. One dictionary for whoever asks whether a word names
 * an institution.
 */

/** Who founded it: municipal, state, of a region, federal, private. */
const FOUNDERS = 'М Г КГ ОГ РГ Ф ФГ СПб К О Р Н Ч А КОГ СОГ ЛОГ ТОГ'.split(' ');
/** The type of a legal person: budgetary, treasury, autonomous, or not told. */
const TYPES = ['Б', 'К', 'А', 'О', ''];
/** What it does: education of every degree, upbringing, culture, health, social service. */
const KINDS =
  'У ОУ ДОУ ООУ СОУ ОО ДО ПОУ ПОО УДО УДОД ОУДО ОУДОД УДПО УК УСО УСОН УЗ НОУ УВО ОУВО ОШИ СКОУ С(К)ОУ УП'.split(
    ' ',
  );

/** Shorter than a word, or a word of another meaning. */
const OTHERS = 'МО ОО КО РОО АДО КДО НДО ООО ОДО РДО ГДО МДО ФДО ЧДО МОО ГОО НОО'.split(' ');
const FURTHER = 'БОУ БДОУ БПОУ АОУ АДОУ АПОУ ОГАУ ОГБУ АНО АНОО НОЧУ ГОАУ ГОБУ ОАОУ ЧУ НОУ МУ ГУ СУВУ'.split(
  ' ',
);

/** What stands before the type in some districts and regions: «МОБУ», «МДОАУ», «КОГПОБУ». */
const BEFORE_TYPE = 'О ДО ПО ОО СО'.split(' ');

let known: ReadonlySet<string> | undefined;

function legalForms(): ReadonlySet<string> {
  if (known) return known;
  const forms = new Set<string>(FURTHER);
  for (const founder of FOUNDERS) {
    for (const type of TYPES) for (const kind of KINDS) forms.add(`${founder}${type}${kind}`.toUpperCase());
    for (const before of BEFORE_TYPE)
      for (const type of ['Б', 'К', 'А']) forms.add(`${founder}${before}${type}У`.toUpperCase());
  }
  for (const word of OTHERS) forms.delete(word);
  known = forms;
  return forms;
}

/** True for the abbreviation of a legal form, written in capitals: «МБОУ», «ГБПОУ», «МУ». */
export const isLegalForm = (word: string): boolean => word === word.toUpperCase() && legalForms().has(word);

/** Abbreviated types: «СОШ № 5», «ДЮСШ». */
export const INSTITUTION_TYPES: ReadonlySet<string> = new Set(
  (
    'СОШ ООШ НОШ ОШ СШ НШДС ДОУ ДЮСШ СШОР СДЮСШОР СДЮШОР ДЮСТШ ДШИ ДМШ ДХШ ДДТ ДДЮТ ЦДТ ЦДЮТ ЦРТДЮ ДТДМ ДТДиМ ДЭБЦ ' +
    'ЦДОД ЦДО ЦВР СЮТ СЮН ЦПМСС ЦППМСП ППМС ЦРР ДЮЦ УКП СКОШИ СКОШ ОСОШ ВСОШ КШИ УВК РДК СДК ЦКД КДЦ ЦБС КЦСОН СРЦН СРЦ'
  ).split(' '),
);

/** Types of institutions without a legal form before them: how the noun begins and ends, its nominative and gender. */
const NOUNS: readonly (readonly [stem: string, endings: string, name: string, gender: 'm' | 'f' | 'n'])[] = [
  ['школ', '[аеуы]?(?:ой)?', 'школа', 'f'],
  ['школ', '[аеуы]?(?:ой)?-(?:интернат|сад|лаборатори)[а-я]*', 'школа-интернат', 'f'],
  ['(?:про)?гимнази', '[яеию]й?', 'гимназия', 'f'],
  ['лице', '[йяюе]м?', 'лицей', 'm'],
  ['интернат', '(?:а|у|е|ом)?', 'интернат', 'm'],
  ['колледж', '(?:а|у|е|ем)?', 'колледж', 'm'],
  ['техникум', '(?:а|у|е|ом)?', 'техникум', 'm'],
  ['училищ', '(?:е|а|у|ем)', 'училище', 'n'],
  ['академи', '[яеию]й?', 'академия', 'f'],
  ['университет', '(?:а|у|е|ом)?', 'университет', 'm'],
  ['институт', '(?:а|у|е|ом)?', 'институт', 'm'],
  ['консерватори', '[яеию]й?', 'консерватория', 'f'],
  ['корпус', '(?:а|у|е|ом)?', 'корпус', 'm'],
  ['(?:дет)?сад', '(?:а|у|е|ом)?', 'сад', 'm'],
  ['двор', '(?:ец|ца|цу|це|цом)', 'дворец', 'm'],
  ['станци', '[яеию]й?', 'станция', 'f'],
];

export const INSTITUTION_NOUNS: readonly (readonly [noun: RegExp, name: string, gender: 'm' | 'f' | 'n'])[] =
  NOUNS.map(([stem, endings, name, gender]) => [new RegExp(`^${stem}${endings}$`, 'u'), name, gender]);

/** Any word for an institution, in full or abbreviated, as a pattern (flags `i`, `u`): «школы», «СОШ». */
export const INSTITUTION_WORD = `(?<![а-яё])(?:${[
  ...INSTITUTION_TYPES,
  ...NOUNS.map(([stem, endings]) => stem + endings),
].join('|')})(?![а-яё])`;

let common: ReadonlySet<string> | undefined;

/**
 * True for an abbreviation that every reader of these papers knows (abbreviations.txt, with their sources): it needs no
 * expansion in a plan. Case does not matter.
 */
export function isCommonAbbreviation(word: string): boolean {
  common ??= new Set(ABBREVIATIONS.split(' '));
  const capitals = word.toUpperCase();
  return common.has(capitals) || isLegalForm(capitals);
}
