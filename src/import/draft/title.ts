/** «Отчёт … о реализации муниципальной дорожной карты …»: the title of a report, and that of its plan. */
export interface Titles {
  readonly plan: string | undefined;
  readonly report: string | undefined;
  readonly stage: string | undefined;
  /** Further titles, which no field of a plan holds. */
  readonly others: readonly string[];
}

const isReport = (title: string): boolean =>
  /^\s*(отч[её]т|информация|сведения|итоги|справка)(?!\p{L})/iu.test(title) &&
  /реализац|исполнени|выполнени|отч[её]т/iu.test(title);

/** The plan's name in the genitive behind «о реализации», put back into the nominative where the form is known. */
function planOfReport(title: string): string {
  const rest = title.replace(
    /^.*?(?:о ходе |об итогах )?(?:о |об )?(?:ходе )?(?:реализации|исполнени[ию]|выполнени[ию])\s+/iu,
    '',
  );
  const named = rest
    .replace(/^(\p{L}+)ой\s+[«"]?дорожной карты[»"]?/iu, (_, stem: string) => `${stem}ая дорожная карта`)
    .replace(/^([«"]?)дорожной карты/iu, '$1Дорожная карта')
    .replace(/^плана(?!\p{L})/iu, 'План')
    .replace(/^(План(?:\s\p{L}+)?\s\([«"]?)дорожной карты/u, '$1дорожная карта');
  return named.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

const stagePattern = /\(([^()]*этап[^()]*)\)/iu;

/** The same title above, with the years that the one below leaves out. */
function addsWords(title: string, than: string): boolean {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu));
  const [all, some] = [words(title), words(than)];
  return all.size > some.size && [...some].every((word) => all.has(word));
}

export function sortTitles(titles: readonly string[]): Titles {
  const report = titles.find(isReport);
  const stage = stagePattern.exec(report ?? '')?.[1];
  const owns = titles.filter((title) => !isReport(title));
  // A list of activities below its plan is no other plan.
  const lowest = owns.findLast((title) => !/^(?:перечень|график|мероприятия)/iu.test(title)) ?? owns.at(-1);
  const own = lowest === undefined ? undefined : (owns.find((title) => addsWords(title, lowest)) ?? lowest);
  const last = titles.findLast(isReport);
  const derived = last && planOfReport(last.replace(stagePattern, '').replace(/\s+/g, ' ').trim());
  return {
    plan: own ?? derived,
    report,
    stage: stage && stage[0]!.toUpperCase() + stage.slice(1),
    others: [...new Set(titles)].filter(
      (title) =>
        title !== own &&
        title !== report &&
        !(own !== undefined && addsWords(own, title)) &&
        !(own === undefined && title === last),
    ),
  };
}

/** «Проект «500+»» of a title that names its project or programme in quotes. */
export function programmeOf(text: string): string | undefined {
  const match = /(?<!\p{L})(проект|программ|подпрограмм)[а-я]*\s+(«[^«»]+(?:«[^»]*»)?[^«»]*»)/iu.exec(text);
  if (!match) return undefined;
  return `${/^проект/iu.test(match[1]!) ? 'Проект' : 'Программа'} ${match[2]}`;
}
