/** The months as lists name them: март. */
export const MONTHS: readonly string[] =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** The months as dates name them, in the genitive: 14 марта. */
export const MONTHS_GENITIVE: readonly string[] = MONTHS.map((month) =>
  /[ьй]$/.test(month) ? `${month.slice(0, -1)}я` : `${month}а`,
);

export const ENGLISH_MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
