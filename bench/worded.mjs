// Workspaces of an invented country as people write them: a municipality takes a third of its rows over from the region
// and words the others its own way, half of the plans have facts, and there are as many defects as a set asks for.
// Everything is drawn from one seed: the same bytes each time.
import {
  districtOffice,
  districtText,
  newWorkspace,
  PLACES,
  placeName,
  regionText,
  schoolOffice,
  schoolText,
  TITLES,
} from './country.mjs';

/** Defects an item: they make nearly none, 0.8 (what three published plans have) and 2 findings an item. */
export const SETS = { clean: 0, 'as real': 0.95, crooked: 3.7 };

/** Numbers in [0, 1) from a seed (mulberry32). */
function chanceFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words = (text) => text.trim().split(/\s*[|\n]\s*/); // biome-ignore format: tables below

const VERBS = words(`Провести|Организовать|Подготовить|Обеспечить|Спланировать|Наладить|Возобновить|Запустить|Продолжить|Предусмотреть
  Согласовать и провести|Разработать и провести|Объявить и организовать|Начать|Расширить|Обновить|Поддержать|Инициировать`); // biome-ignore format: a table
const KINDS = words(`практические|выездные|обучающие|тематические|индивидуальные|групповые|межшкольные|дистанционные|проектные|открытые
  установочные|итоговые|совместные|адресные|экспертные|творческие|регулярные|предметные|диагностические|консультационные|кустовые|сетевые`); // biome-ignore format: a table
/** What is done: its accusative plural, its genitive plural. */
const DEEDS = words(`семинары:семинаров|консультации:консультаций|совещания:совещаний|мастер-классы:мастер-классов|тренинги:тренингов
  вебинары:вебинаров|собрания:собраний|экскурсии:экскурсий|конкурсы:конкурсов|выставки:выставок|беседы:бесед|круглые столы:круглых столов
  стажировки:стажировок|занятия:занятий|заседания:заседаний|олимпиады:олимпиад|лекции:лекций|конференции:конференций|встречи:встреч|опросы:опросов`).map((pair) => pair.split(':')); // biome-ignore format: a table
const WHOM = words(`для учителей|для классных руководителей|для заместителей директоров|для молодых специалистов|для педагогов-психологов
  с родителями|с выпускниками|со старшеклассниками|с управленческими командами|с наставниками|для школьных библиотекарей|для кураторов
  для логопедов и дефектологов|для воспитателей|с советниками директоров|для тьюторов|с учениками начальных классов|для методистов`); // biome-ignore format: a table
const OF_WHAT = words(`сельских школ|малокомплектных школ|школ с низкими результатами|опорных школ|базовых организаций|городских гимназий
  школ отдалённых посёлков|вечерних школ|школ-интернатов|новых школ|школ-участниц проекта|соседних районов|коррекционных школ|лицеев`); // biome-ignore format: a table
const ABOUT = words(
  `по вопросам|в части|по направлению|по проблемам|на тему|в области|по итогам анализа|с учётом задач|в логике|по программе`,
);
const ACTS_OF = words(`формирования|развития|оценки|повышения|диагностики|обновления|укрепления|сопровождения|изучения|совершенствования|распространения
  поддержки|освоения|планирования|описания|мониторинга`); // biome-ignore format: a table
const MATTERS = words(`читательской грамотности|математической подготовки|естественно-научной грамотности|финансовой культуры|учебной мотивации
  школьного климата|объективности оценивания|внеурочной деятельности|смыслового чтения|цифровых навыков|профессиональных дефицитов
  воспитательной работы|проектной культуры|исследовательских умений|речевого развития|наставничества|семейного воспитания
  здорового образа жизни|технического творчества|краеведческой работы|музейной педагогики|инклюзивной практики|школьного самоуправления
  безопасного поведения|олимпиадного движения|ранней профориентации|волонтёрской деятельности|экологического просвещения`); // biome-ignore format: a table
const AMONG = words(`обучающихся основной школы|подростков с трудностями в обучении|педагогов со стажем до трёх лет|детей из многодетных семей
  учеников девятых классов|школьников с разным родным языком|одарённых детей|первоклассников|семей в трудной жизненной ситуации
  выпускников прошлых лет|учителей-предметников|участников образовательных отношений|детей мигрантов|управленческих кадров`); // biome-ignore format: a table
const TAILS = words(`с привлечением преподавателей педагогического колледжа|на базе районной библиотеки|с разбором работ прошлого года
  при участии общественного совета|с последующим размещением материалов на сайте|по заявкам образовательных организаций|с выдачей памяток
  в том числе в каникулярное время|с использованием открытого банка заданий|с выездом в отдалённые посёлки|по отдельному расписанию методиста
  на площадках учреждений культуры|под руководством опытных наставников|с записью для тех, кто не смог приехать|вместе с домом творчества
  с учётом мнения школьных коллективов|при поддержке предприятий района|с обсуждением на методическом объединении|в рамках недели науки
  с опорой на результаты всероссийских проверочных работ|с ведением дневника наблюдений|по утверждённой программе курсов`); // biome-ignore format: a table
const PURPOSES = words(`чтобы каждая школа получила помощь там, где она нужнее|для преодоления разрыва между лучшими и слабыми классами
  ради снижения доли неуспевающих|для обмена опытом между коллективами|чтобы молодые педагоги оставались в профессии
  в целях подготовки к итоговой аттестации|для выявления пробелов и составления маршрутов|с целью вовлечь семьи в жизнь класса
  для объективной картины достижений|в целях обновления содержания уроков|чтобы найти способных ребят|для роста охвата кружками`); // biome-ignore format: a table
const PAPERS = words(`Приказ об утверждении состава|Аналитическая справка|Программа и список участников|Методические рекомендации|Протокол заседания
  Информация на сайте|Отчёт о проведении|График консультаций|Банк заданий|Положение о конкурсе|План работы|Сборник материалов`); // biome-ignore format: a table
const COUNTS = ['двух', 'трёх', 'четырёх', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти'];
const MONTHS = ['', '', '', 'Март', 'Апрель', 'Май', 'Июнь', '', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь']; // biome-ignore format: a list
const OF_MONTHS = ['', '', '', 'марта', 'апреля', 'мая', 'июня', '', 'августа', 'сентября', 'октября', 'ноября', 'декабря']; // biome-ignore format: a list
/** A working day of a month of 2022 in its second half; what is later comes after it. */
const WORKDAYS = { 3: 15, 4: 14, 5: 17, 6: 15, 8: 16, 9: 14, 10: 13, 11: 15, 12: 14 };

const pick = (chance, list) => list[Math.floor(chance() * list.length)];

/** The words of an act: from three to all of its parts, as long as rows of published plans are (100 to 220 letters). */
function wordingOf(chance, deed) {
  const parts = [
    `${pick(chance, VERBS)} ${pick(chance, KINDS)} ${deed[0]} ${pick(chance, WHOM)} ${pick(chance, OF_WHAT)}`,
  ];
  parts.push(`${pick(chance, ABOUT)} ${pick(chance, ACTS_OF)} ${pick(chance, MATTERS)}`);
  if (chance() < 0.6) parts.push(`среди ${pick(chance, AMONG)}`);
  let text = parts.join(' ');
  if (chance() < 0.55) text += `, ${pick(chance, TAILS)}`;
  if (chance() < 0.35) text += `, ${pick(chance, PURPOSES)}`;
  return text;
}

/** The 60 acts of a region. */
function actsOf(region) {
  const chance = chanceFrom(1000 + region);
  return Array.from({ length: 60 }, (_, i) => {
    const deed = pick(chance, DEEDS);
    const all = chance();
    const counted = all >= 0.15 && chance() < 0.6;
    const count = Math.floor(chance() * 6);
    const month = Number(pick(chance, Object.keys(WORKDAYS)));
    return {
      number: `${Math.floor(i / 12) + 1}.${(i % 12) + 1}`,
      action: wordingOf(chance, deed),
      deed,
      count: counted ? count : undefined,
      indicator: counted ? `Не менее ${COUNTS[count]} ${deed[1]}` : pick(chance, PAPERS),
      month: all < 0.15 ? undefined : month,
      when: all < 0.1 ? 'ежеквартально' : all < 0.15 ? 'В течение года' : all < 0.6 ? `${MONTHS[month]} 2022 г.` : `до ${WORKDAYS[month]} ${OF_MONTHS[month]} 2022 г.`, // biome-ignore format: a choice
      role: i % 5 === 4 ? 'оператор' : i % 5 === 3 ? 'школы' : 'моуо',
    };
  });
}

/** The same act in the words of those who take it over; as much is promised, by the same day. */
function ownWords(act, chance) {
  const count = act.count === undefined ? undefined : act.count + Math.floor(chance() * 3);
  const day = act.month && WORKDAYS[act.month];
  const until = act.when.startsWith('до ');
  return {
    ...act,
    action: wordingOf(chance, act.deed),
    count,
    indicator:
      count === undefined
        ? act.indicator
        : pick(chance, [
            `Не менее ${COUNTS[count]} ${act.deed[1]}`,
            `Проведено не менее ${COUNTS[count]} ${act.deed[1]}`,
            `Не менее ${count + 2} ${act.deed[1]}`,
          ]),
    when:
      day && chance() < 0.5
        ? until
          ? `до ${String(day).padStart(2, '0')}.${String(act.month).padStart(2, '0')}.2022`
          : `${day} ${OF_MONTHS[act.month]} 2022 г.`
        : act.when,
  };
}

// biome-ignore format: a table
/** What goes wrong in a row, each by as much as in published plans: its weight and what it changes in the row. */
const DEFECTS = [
  [3, ({ action }) => ({ action: `${action} ${action.split(' ').slice(-2).join(' ')}` })],
  [3, ({ action }, chance) => ({ action: `${action} с участием ${Array.from({ length: 4 }, () => pick(chance, [...'РЦМКОПШДБ'])).join('')}` })],
  [5, (_, chance) => ({ indicator: `${pick(chance, ['Обмен опытом', 'Рост качества', 'Создание условий', 'Повышение активности'])} ${pick(chance, ['педагогов', 'участников', 'команд школ', 'родителей'])}` })],
  [2, ({ action }, chance) => ({ action: `${action} в рамках проекта «${pick(chance, PLACES)}ские ступени` })],
  [2, ({ action }) => ({ action: `${action} в 2О22 году` })],
  [5, ({ count, deed }) => ({ indicator: count > 0 ? `Не менее ${COUNTS[count - 1]} ${deed[1]}` : 'Фотоотчёт' })],
  [3, () => ({ executors: 'управление-2' })],
  [3, (_, __, { before }) => before && { action: `${before.action}, ещё раз` }],
  [1, (_, __, { office }) => ({ indicator: office })],
  [4, () => ({ skips: 1 })],
  [1, () => ({ skips: -1 })],
  [6, () => ({ implements: undefined })],
  [3, () => ({ fact: 'none' })],
  [3, () => ({ fact: 'undated' })],
  [3, () => ({ fact: 'without evidence' })],
  [2, () => ({ when: 'По отдельному плану' })],
];
const DEFECT_LOTS = DEFECTS.flatMap(([weight, spoil]) => Array.from({ length: weight }, () => spoil));

/** Rows with as many defects an item as asked for, on the average. */
function spoilt(rows, rate, chance, office) {
  rows.forEach((row, at) => {
    for (let left = rate; chance() < left; left--) {
      Object.assign(row, pick(chance, DEFECT_LOTS)(row, chance, { before: rows[at - 1], office }));
    }
  });
  return rows;
}

function rowsText(rows, pad) {
  let number = 0;
  return rows.map((row) => {
    number += 1 + (row.skips ?? 0);
    row.as = row.prefix === undefined ? String(number) : `${row.prefix}.${number}`;
    return `${pad}- number: "${row.as}"
${pad}  action: ${row.action}
${pad}  when: ${row.when}
${pad}  executors: [${row.executors}]
${pad}  indicators:
${pad}    - ${row.indicator}
${row.implements === undefined ? '' : `${pad}  implements: ["${row.implements}"]\n`}`;
  });
}

/** What was recorded of rows whose month is over by the first of June, and of some others. */
function factsText(id, rows, chance) {
  const seen = new Set();
  const lines = rows.flatMap((row) => {
    const due = row.month !== undefined && row.month < 6;
    if (seen.has(row.as) || !due || row.fact === 'none') return [];
    seen.add(row.as);
    const day = `${String(row.month).padStart(2, '0')}-${String(WORKDAYS[row.month]).padStart(2, '0')}`;
    return `  - item: "${row.as}"
${row.fact === 'undated' ? '' : `    date: 2022-${day}\n`}    done: true
    count: ${(row.count ?? 0) + 4}
    result: Прошли ${pick(chance, KINDS)} ${row.deed[0]} ${pick(chance, WHOM)} ${pick(chance, OF_WHAT)}, ${pick(chance, TAILS)}.
${row.fact === 'without evidence' ? '' : `    evidence: [${row.count === undefined ? row.indicator.toLowerCase() : 'приказ'} от ${day.slice(3)}.${day.slice(0, 2)}.2022 № ${Math.floor(chance() * 400) + 1}]\n`}`;
  });
  return lines.length === 0
    ? undefined
    : `kind: facts\nplan: ${id}\nrecorded: "2022-05-31"\nfacts:\n${lines.join('')}`;
}

function regionalPlan(region, name, acts, rate) {
  const chance = chanceFrom(2000 + region);
  const ministry = `Министерство образования ${name}ского края`;
  const rows = acts.map((act) => ({ ...act, prefix: act.number.split('.')[0], executors: act.role }));
  const sections = TITLES.map((_, s) => {
    const part = spoilt(rows.slice(s * 12, s * 12 + 12), rate, chance, ministry);
    return rowsText(
      part.map((row) => ({ ...row, skips: 0 })),
      '      ',
    ).join('');
  });
  return regionText(region, name, sections, rate > 0 ? '  управление-2: {name: Министерство}\n' : '');
}

/** The rows of a plan that takes over acts from above: six to seven of ten in its own words. */
function takenOver(acts, chance) {
  return acts.map((act) => ({
    ...(chance() < 0.66 ? ownWords(act, chance) : act),
    implements: act.number,
  }));
}

function municipalPlan(index, region, name, acts, rate) {
  const chance = chanceFrom(10_000 + index);
  const office = districtOffice(name);
  const rows = spoilt(
    takenOver(
      acts.filter(({ role }) => role !== 'оператор'),
      chance,
    ).map((row) => ({
      ...row,
      executors:
        row.role === 'школы' ? 'школы, методцентр' : chance() < 0.5 ? 'управление' : 'управление, методцентр',
    })),
    rate,
    chance,
    office,
  );
  const items = rowsText(rows, '  ');
  const id = `district-${index}`;
  const twin = rate > 0 ? `  управление-2: {name: "Управление образования «${name}ского района»"}\n` : '';
  const text = districtText(index, region, name, items.join(''), twin);
  return { text, rows, id, facts: factsText(id, rows, chance) };
}

function schoolPlan(index, district, name, above, rate) {
  const chance = chanceFrom(50_000 + index);
  const office = schoolOffice(index);
  const acts = above
    .filter(({ role }) => role === 'школы')
    .map((row) => ({ ...row, number: row.as, fact: undefined, skips: 0 }));
  const rows = spoilt(
    takenOver(acts, chance).map((row) => ({
      ...row,
      executors: chance() < 0.5 ? 'администрация' : 'администрация, учителя',
    })),
    rate,
    chance,
    office,
  );
  const items = rowsText(rows, '  ');
  const id = `school-${index}`;
  const twin = rate > 0 ? `  управление-2: {name: "Администрация школы «№ ${index}»"}\n` : '';
  const text = schoolText(index, district, name, items.join(''), twin);
  return { text, id, facts: factsText(id, rows, chance) };
}

/** Writes the workspace anew, with `rate` defects an item; gives how much is in it. */
export function writeWorded(folder, { regional, municipal, school }, rate) {
  const { written, write } = newWorkspace(folder);
  const writeFacts = ({ id, facts }, index) => {
    if (index % 2 === 1 || facts === undefined) return;
    write(`facts/${id}.facts.yaml`, facts);
    written.facts++;
  };
  const acts = Array.from({ length: regional }, (_, region) => actsOf(region));
  acts.forEach((all, i) => {
    write(`regions/region-${i}.plan.yaml`, regionalPlan(i, placeName(i), all, rate));
  });
  const districts = Array.from({ length: municipal }, (_, i) => {
    const plan = municipalPlan(i, i % regional, placeName(i), acts[i % regional], rate);
    write(`districts/district-${i}.plan.yaml`, plan.text);
    writeFacts(plan, i);
    return i < school ? plan.rows : [];
  });
  for (let i = 0; i < school; i++) {
    const plan = schoolPlan(i + 1, i % municipal, placeName(i % municipal), districts[i % municipal], rate);
    write(`schools/school-${i}.plan.yaml`, plan.text);
    writeFacts(plan, i);
  }
  written.plans = regional + municipal + school;
  return written;
}
