/** Headings of the columns of a plan that states none of its own, in their usual order. */
export const COLUMN_HEADINGS: Readonly<Record<string, string>> = {
  number: '№ п/п',
  action: 'Мероприятие',
  when: 'Срок реализации',
  executors: 'Ответственный исполнитель',
  indicators: 'Показатель реализации',
  for: 'Для кого',
  info: 'Информационное сопровождение',
  result: 'Результат',
  note: 'Примечание',
};
