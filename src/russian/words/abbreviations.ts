import { isLegalForm } from './institutions.ts';

/**
 * Abbreviations that every reader of these papers knows: bodies, kinds of schools, examinations, standards,
 * legal forms, offices of daily use. They need no entry in a glossary.
 */
const KNOWN: ReadonlySet<string> = new Set(
  `
  РФ РСФСР СССР ЕС США ООН ЮНЕСКО СНГ
  ФЗ ГК ТК УК КоАП ГОСТ СанПиН СП СНиП ОКВЭД ОКПО ОГРН ИНН КПП БИК
  ОО ОУ ОВЗ СОШ ООШ НОШ ДОУ ДОО ДО ДОД ДПО СПО ВО ВПО НПО ВУЗ ССУЗ ПОО УДО ЦДО ЦДОД ДЮСШ ДЮЦ ДДТ ДШИ ДК
  КОУ НКО ООО ОАО ПАО АО ИП ФГБНУ ФГУП МБОУДО
  ФГОС НОО СОО ФОП ФАОП ООП АООП АОП ИУП УМК УУД ФКГОС ФРП КТП
  ГИА ЕГЭ ОГЭ ГВЭ ВПР НИКО КИМ РПР РДР ВКР ППЭ РЦОИ ВСОКО МСОКО РСОКО ЕСОКО НОКО НСИ ОКО PISA TIMSS PIRLS
  ВсОШ ВОШ НПК НИР НИОКР ФГ ФПУ ФИС ФРДО ФИПИ ФИОКО ЦОПП ЦНППМ ЦОС РЭШ МЭШ ФЦП НП РП ИОМ ЦНППМПР
  ИРО ИПК ИРОО РИРО ЦРО ИМЦ ММЦ ММС РМС РМО ШМО ГМО МО НМС МС ПМПК ТПМПК ППМС ПМПк ПДН КДН КДНиЗП ОДН
  УО РУО ГУО ОМСУ ОМС ОИВ МОУО ГорОО РОНО ЗАГС МВД МЧС ГИБДД ГАИ МФЦ ФСБ ФСИН ФНС ПФР ФОМС ОПФР СФР ЦЗН УМВД ОМВД
  СМИ ИТ ИКТ ТВ РТ ПК ПО ЭВМ АИС ГИС ИС ЕИС ФИАС ЕПГУ ЭЖ ЭДО ЭЦП ЭП СМЭВ URL IT QR СД DVD CD USB PDF Wi-Fi ЭОР ЦОР ИБ ИКОП
  ОБЖ ОБЗР ПДД ЗОЖ ГТО ЛФК ФК ПАВ ВИЧ СПИД ДТП ЧС ГО ТБ ОТ ЮИД ДЮП РДШ РДДМ ВВПОД ШСП ШСМ ПФДО ЛОЛ ДОЛ ЛДП
  УВР ВР НМР УМР УПР АХЧ АХР ЗУВР ЗВР ЗДУВР ВШК ШМО ПМО РМК ММК МК ЦДТ ДДЮТ СЮТ СЮН ЦВР ЦДЮ ДОЦ СШ СШОР ДЮСК РДК СДК КДЦ ПСЧ ДЭК
  МУ МП ГУ ГП ЦБС ЦРБ ФАП ДМШ ДХШ ЦТО ЦНПП ЦППМС ППС ППк ПМПк СПС СПТ
  ФИО ОС НПА ЛНА ПСД МТБ МТО ФОТ НДФЛ СНИЛС ОМТ КПК ПК ППО МСЭ ИПР ИПРА КРО ЗПР ТНР РАС УО НОДА
  `
    .trim()
    .split(/\s+/u)
    .map((word) => word.toUpperCase()),
);

/** True for an abbreviation that needs no expansion in a plan; case does not matter. */
export function isCommonAbbreviation(word: string): boolean {
  const capitals = word.toUpperCase();
  return KNOWN.has(capitals) || isLegalForm(capitals);
}
