/** Where the text of a column goes. */
export type Field = 'number' | 'action' | 'when' | 'executors' | 'indicators' | 'info' | 'result' | 'note';

export interface Guess {
  readonly field: Field;
  /** The higher one wins where two columns claim a field. */
  readonly weight: number;
}

/** Lower-case, ё folded, hyphenation («меро-\nприятие») and punctuation gone: «№ п/ п» and «№\nп/п» are one heading. */
export const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\u00ad/g, '')
    .replace(/-\s+(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}№#/]+/gu, ' ')
    .replace(/\s*\/\s*/g, '/')
    .trim();

/** Tried in turn; the first that matches tells. The order settles headings that name two things. */
const patterns: readonly (readonly [RegExp, Field, number])[] = [
  [
    /^(№{1,2}|#|n|no|nn)( ?п ?\/? ?п)?$|^№ |^п\/п$|^п п$|^номер( |$)|^пункт$|^№(пункт|меропр|задач|строк)/,
    'number',
    3,
  ],
  [
    /(информацион\S* )(сопровожд|поддержк|освещ)|информирован|освещени|в сми|размещение информ|место размещ/,
    'info',
    3,
  ],
  [/^(срок|дат[аы] (реализ|провед|исполн|начал|оконч)|период)/, 'when', 3],
  [/^соисполнител/, 'executors', 1],
  [/^ответствен|исполнител/, 'executors', 3],
  [/^(результат|итог)\S*( \/? ?(итог|результат)\S*)? (выполнен|исполнен|реализ|провед)/, 'result', 3],
  [/^(результат\S*\/итог|итог\S*\/результат)/, 'result', 3],
  [
    /отметк\S* об? |^отметк\S*$|фактическ|^факт|информация об? (исполн|выполн|реализ|ход)|^(исполнен|выполнен)(?!.*(срок|ответствен|исполнител|причин))|статус|^достигнут|^что сделано|ход (выполн|исполн|реализ)|отчет об? /,
    'result',
    3,
  ],
  [/(^| )причин/, 'note', 1],
  [/примечан|комментар|замечани|^доп(олнит)?\S* (сведен|информ)/, 'note', 3],
  [/(^| )ссылк/, 'info', 2],
  [/ожидаем|планируем\S* результат/, 'indicators', 3],
  [/показател|индикатор|критери|целев\S* ориент/, 'indicators', 4],
  [
    /(^| )срок|(^| )дат[аы]( |$)|период|^когда|^время( |$)|время (провед|реализ|исполн)|^месяц|^квартал|^годы?( |$)|график/,
    'when',
    2,
  ],
  [/ответствен|^отв( |$)|^кто |субъект|организатор|^кем /, 'executors', 2],
  [
    /результат|эффект|продукт|форм\S* (отчет|завершен|представл|результ|документ)|вид документ|подтвержда|выходн|отчетн\S* (док|форм)|отчетност|итогов\S* (документ|продукт|материал)|подведен\S* итог/,
    'indicators',
    2,
  ],
  [/мероприят|действи|событи|^шаг|^что (дела|сдела|нужно|план|запланир)/, 'action', 4],
  [/содержани|описани|^вид\S* (работ|деятельн)|^работ/, 'action', 3],
  [/задач|наименован|поручен|пункт плана/, 'action', 2],
  [/направлен|деятельност|вопрос|^тема/, 'action', 1],
  [/ссылк|сайт/, 'info', 2],
  [/^(начало|окончание|завершение)( |$)/, 'when', 1],
  [/^итог/, 'result', 1],
];

/** Neither a deadline nor words on what was done. */
const actualDate = /фактич\S* (срок|дат)|(^| )(срок|дат)\S* (\S+ )*факт/;

const cache = new Map<string, Guess | undefined>();

/** What a column heading means, by word stems; undefined when it is none of ours. */
export function guessField(text: string): Guess | undefined {
  if (text.length > 400) return undefined;
  const heading = plainHeading(text);
  if (heading === '' || heading.length > 160 || actualDate.test(heading)) return undefined;
  if (cache.has(heading)) return cache.get(heading);
  const found = patterns.find(([pattern]) => pattern.test(heading));
  const guess = found && { field: found[1], weight: found[2] };
  if (cache.size > 2000) cache.clear();
  cache.set(heading, guess);
  return guess;
}
