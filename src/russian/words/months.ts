/** Months as a list names them: март. */
export const MONTHS: readonly string[] =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** Months in the genitive, as dates name them: 14 марта. */
export const MONTHS_GENITIVE: readonly string[] =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/** Years of which a plan may speak; other four-digit numbers are no years. */
export const isYear = (value: number): boolean => value >= 1990 && value <= 2099;
