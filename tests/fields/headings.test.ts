import { expect, it } from 'vitest';
import { itemFields } from '../../src/fields/item-fields.ts';
import { guessField, plainHeading } from '../../src/import/table/heading.ts';

/** Headings of tables, a line for each way to say one; each is here for the part of a pattern that it alone matches. */
const HEADINGS: Readonly<Record<string, string>> = {
  number: '№; № строки плана; п/п; п п; Номер; Пункт; №мероприятия',
  action: `Мероприятие; Действия; Ключевые события; Шаг; Дела; Что нужно; Содержание; Описание; Виды деятельности; Работы;
    Задача; Наименование; Поручение; Пункт плана; Направление; Деятельность; Вопросы; Тема; Повестка; Проблематика`,
  when: `Срок; Дата проведения; Период; Плановый срок; Плановая дата; Учебный период; Когда; Время; Примерное время проведения;
    Месяц; Неделя; Декада; Числа; Квартал; Год; График; Начало; Окончание; Завершение`,
  executors:
    'Соисполнители; Ответственный; Исполнитель; Лица, ответственные за дело; Отв.; Кто делает; Субъект; Организатор; Кем проводится',
  indicators: `Ожидаемый итог; Планируемые результаты; Показатель; Индикатор; Критерии; Целевой ориентир; Результат; Эффект;
    Продукт; Форма отчёта; Вид документа; Подтверждающее; Выходная форма; Выход; Отчётные документы; Отчётность;
    Итоговый документ; Подведение итогов`,
  info: `Информационная поддержка; Информирование; Освещение; Публикация в СМИ; Размещение информации; Место размещения;
    Ссылка; Гиперссылка; Адрес сайта`,
  note: 'Причина переноса; Примечание; Комментарий; Замечания; Дополнительные сведения',
  result: `Результат выполнения; Результат/итог; Итог/результат; Отметка о выполнении; Отметка; Результат фактический; Факт;
    Информация об исполнении; Исполнено; Статус; Достигнуто; Что сделано; Ход выполнения; Отчёт о проделанном; Итоги`,
};

const samples = Object.entries(HEADINGS).flatMap(([field, texts]) =>
  texts.split(/\s*;\s*/).map((heading) => [heading, field] as const),
);

it.each(samples)('«%s» is the heading of %s', (heading, field) => {
  expect(guessField(heading)?.field).toBe(field);
});

const patterns = itemFields.flatMap(({ headings = [] }) => headings).sort((a, b) => a.step - b.step);

/** The parts of a pattern between strokes that stand in no brackets. */
function partsOf(source: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of source) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

it('no part of a pattern is without a heading that needs it', () => {
  const needless = patterns.flatMap((entry) => {
    const own = samples
      .map(([heading]) => plainHeading(heading))
      .filter((heading) => patterns.find(({ pattern }) => pattern.test(heading)) === entry);
    const parts = partsOf(entry.pattern.source);
    const matched = own.map((heading) => parts.filter((part) => new RegExp(part).test(heading)));
    return parts
      .filter((part) => !matched.some((those) => those.length === 1 && those[0] === part))
      .map((part) => `${entry.step}: ${part}`);
  });
  expect(needless).toEqual([]);
});
