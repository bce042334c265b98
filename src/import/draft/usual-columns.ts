import type { RoadMap } from '../table/items.ts';

/** Headings that a plan without `columns` is printed with. */
const usual: Readonly<Record<string, string>> = {
  number: '№ п/п',
  action: 'Мероприятие',
  when: 'Срок реализации',
  executors: 'Ответственный исполнитель',
  indicators: 'Показатель реализации',
  info: 'Информационное сопровождение',
  result: 'Результат',
  note: 'Примечание',
};

const order = Object.keys(usual);

/** Columns that a rendered plan has without saying so: in their usual order, under their usual headings. */
export const areUsual = (columns: RoadMap['columns']): boolean =>
  columns.length >= 5 &&
  columns.every(({ name, heading }) => usual[name] === heading) &&
  columns.every(({ name }, at) => at === 0 || order.indexOf(name) > order.indexOf(columns[at - 1]!.name));
