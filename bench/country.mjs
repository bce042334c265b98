// What the invented countries of the bench have in common: names of places, the frames of plans, how a workspace is written.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PLACES = ['Берёзов', 'Верхнелес', 'Глинищев', 'Дальнеозёр', 'Ельнин', 'Журавлин', 'Заполь', 'Ивняков', 'Ключев', 'Лугов', 'Мшин', 'Новохутор', 'Ольхов', 'Песочн', 'Родников', 'Сосновобор', 'Тихоречен', 'Ужин', 'Хвойн', 'Яблонев']; // biome-ignore format: a list
export const TITLES = ['Организационно-управленческие меры', 'Работа с педагогическими кадрами', 'Сопровождение школ', 'Работа с обучающимися и семьями', 'Контроль и обратная связь']; // biome-ignore format: a list

/** The stem of the name of the n-th municipality: «Берёзов», «Песочноберёзов». */
export const placeName = (n) =>
  PLACES[n % PLACES.length] +
  (n >= PLACES.length ? `о${(PLACES[(n * 7) % PLACES.length] ?? '').toLowerCase()}` : '');

const order = (type, issuer, place, number, date, about) => `order:
  type: ${type}
  issuer: {name: ${issuer}, genitive: ${issuer.replace(/^Управление/, 'Управления').replace(/^Министерство/, 'Министерства')}}
  number: "${number}"
  date: ${date}
  place: ${place}
  subject: Об утверждении плана мероприятий («дорожной карты») ${about}
  preamble: >-
    В целях создания условий для повышения качества образования, выравнивания возможностей
    обучающихся и адресной поддержки школ, работающих в сложных социальных условиях
  clauses:
    - Утвердить прилагаемый план мероприятий («дорожную карту») ${about}.
    - Руководителям обеспечить исполнение мероприятий «дорожной карты» в установленные сроки.
    - Контроль за исполнением оставляю за собой.
  signatory: {position: Руководитель, name: А.Б. Полевой}
`;

const head = (
  id,
  level,
  title,
  territory,
  parent,
) => `# yaml-language-server: $schema=../schemas/plan.schema.json
kind: plan
id: ${id}
level: ${level}
programme: Проект «Ступени»
title: План мероприятий («дорожная карта») ${title}
territory: ${territory}
period: 2022
${parent ? `implements: ${parent}\n` : ''}registry: spravochnik

`;

const context = `
context:
  - heading: Актуальность
    text: >-
      План составлен по итогам прошлого учебного года. Он объединяет усилия органов управления, методических
      служб и школ, чтобы помощь приходила туда, где она нужнее всего, и чтобы её итог можно было проверить.

      Каждое мероприятие имеет срок, исполнителя и показатель; ход работы рассматривается ежеквартально.
  - heading: Задачи
    list:
      - создать условия для роста образовательных результатов
      - поддержать учителя в освоении новых методов обучения
      - сделать помощь школе адресной и проверяемой
`;

/** The plan of a region, of the items of each of its sections as text; `more` executors. */
export const regionText = (region, name, sections, more = '') =>
  `${head(`region-${region}`, 'regional', 'по поддержке школ на территории края на 2022 год', `${name}ский край`)}${order('приказ', `Министерство образования ${name}ского края`, `г. ${name}ск`, `${100 + region}-п`, '"2022-01-24"', 'по поддержке школ')}
executors:
  оператор: {name: Региональный институт развития образования}
  моуо: {name: Муниципальный орган управления образованием, level: municipal}
  школы: {name: Общеобразовательная организация, level: school}
${more}${context}
sections:
${sections.map((items, at) => `  - number: "${at + 1}"\n    title: ${TITLES[at]}\n    items:\n${items}`).join('')}`;

export const districtOffice = (name) => `Управление образования ${name}ского района`;

/** The plan of a municipality that implements that of its region, of its items as text; `more` executors. */
export const districtText = (index, region, name, items, more = '') =>
  `${head(`district-${index}`, 'municipal', `по поддержке школ ${name}ского района на 2022 год`, `${name}ский район`, `region-${region}`)}${order('приказ', districtOffice(name), `п. ${name}ское`, `${20 + (index % 300)}`, '"2022-02-07"', 'по поддержке школ района')}
executors:
  управление: {name: ${districtOffice(name)}, acts-as: моуо}
  методцентр: {name: Методический центр ${name}ского района, acts-as: [моуо, школы]}
  школы: {name: Школы района, level: school}
${more}${context}
items:
${items}`;

export const schoolOffice = (index) => `Администрация школы № ${index}`;

/** The plan of a school that implements that of its municipality, of its items as text; `more` executors. */
export const schoolText = (index, district, name, items, more = '') =>
  `${head(`school-${index}`, 'school', `школы № ${index} на 2022 год`, `Школа № ${index} ${name}ского района`, `district-${district}`)}${order('приказ', `Управление школы № ${index}`, `п. ${name}ское`, `${index}-од`, '"2022-02-21"', 'по поддержке школы')}
executors:
  администрация: {name: ${schoolOffice(index)}, acts-as: школы}
  учителя: {name: Учителя школы № ${index}}
${more}${context}
items:
${items}`;

/** Begins a workspace anew; `write` adds a file, `written` counts what is there. */
export function newWorkspace(folder) {
  rmSync(folder, { recursive: true, force: true });
  const written = { plans: 0, facts: 0, items: 0, bytes: 0 };
  const write = (path, text) => {
    writeFileSync(join(folder, path), text);
    written.bytes += Buffer.byteLength(text);
    written.items += text.match(/^ *- number: "[\d.]+"\n *action:/gm)?.length ?? 0;
  };
  for (const part of ['regions', 'districts', 'schools', 'facts'])
    mkdirSync(join(folder, part), { recursive: true });
  write('roadmap.config.yaml', 'language: ru\n');
  write(
    'registry.yaml',
    'kind: registry\nid: spravochnik\nglossary:\n  ЦОС: цифровая образовательная среда\n',
  );
  return { written, write };
}
