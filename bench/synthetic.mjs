// Deterministic workspaces of an invented country: regional plans, municipal plans that implement them, school plans
// that implement those, facts, a registry. All municipalities take the words of their region over and nearly nothing is
// wrong: what was measured first, kept to compare with. How people write: worded.mjs.
import { districtText, newWorkspace, placeName, regionText, schoolText, TITLES } from './country.mjs';

/** How many plans of each level; every fifth municipal plan has a facts file beside. */
export const SIZES = {
  small: { regional: 1, municipal: 8, school: 2 },
  middle: { regional: 10, municipal: 200, school: 50 },
  large: { regional: 89, municipal: 2000, school: 300 },
};

const ACTS = [
  ['Провести практические семинары для педагогов по вопросам', 'Не менее двух семинаров', 'Май 2022 г.'],
  ['Разработать и утвердить план мероприятий в части', 'Приказ об утверждении плана', 'до 15 апреля 2022 г.'],
  ['Организовать индивидуальные консультации руководителей в области', 'Не менее четырёх консультаций в квартал', 'ежеквартально'],
  ['Подготовить методические рекомендации, посвящённые задачам', 'Методические рекомендации', 'Сентябрь 2022 г.'],
  ['Провести мониторинг и сопоставить с итогами прошлого года состояние', 'Аналитическая справка', 'Октябрь – ноябрь 2022 г.'],
  ['Направить на курсы повышения квалификации учителей, занятых в сфере', 'Не менее 40 % педагогов', 'до 1 ноября 2022 г.'],
  ['Рассмотреть на совещании руководителей образовательных организаций ход', 'Не менее одного совещания', 'Июнь 2022 г.'],
  ['Собрать и описать банк лучших практик', 'Не менее 10 практик', 'до 20 декабря 2022 г.'],
  ['Наладить взаимное посещение уроков и занятий ради', 'Не менее трёх уроков', 'Октябрь 2022 г.'],
  ['Обсудить с родителями на общешкольных собраниях смысл и порядок', 'Не менее двух собраний', 'Март и сентябрь 2022 г.'],
  ['Создать рабочую группу и определить её полномочия в деле', 'Приказ о создании рабочей группы', 'Март 2022 г.'],
  ['Опросить участников образовательных отношений об их отношении к задачам', 'Не менее 60 % опрошенных', 'Апрель 2022 г.'],
  ['Разместить на официальном сайте материалы, раскрывающие опыт', 'Не менее шести публикаций', 'ежемесячно'],
  ['Закрепить наставников за молодыми специалистами на время', 'Приказ о закреплении наставников', 'до 30 сентября 2022 г.'],
  ['Провести конкурс методических разработок среди учителей в номинации', 'Итоги конкурса', 'Ноябрь 2022 г.'],
  ['Обеспечить участие школ в вебинарах, которые посвящены проблемам', 'Не менее двадцати вебинаров', 'С марта 2022 г. 2-й и 4-й понедельник'],
]; // biome-ignore format: a table

const THEMES = [
  'формирования функциональной грамотности обучающихся основной школы',
  'преодоления учебной неуспешности подростков и рисков отчисления',
  'объективной оценки образовательных результатов на всех уровнях',
  'психолого-педагогической поддержки детей с трудностями в обучении',
  'вовлечения семей в жизнь школы и просвещения родителей',
  'подготовки выпускников к государственной итоговой аттестации',
  'развития предметных и методических компетенций учителей математики',
  'использования цифровой среды и электронных ресурсов на уроке',
  'внеурочной занятости, кружковой работы и школьного спорта',
  'ранней профессиональной ориентации сельских школьников',
  'обновления программ воспитания и классного руководства',
  'управления качеством образования внутри организации',
  'сетевого взаимодействия школ с учреждениями дополнительного образования',
  'работы школьных библиотек, медиатек и читательских клубов',
  'адаптации детей, для которых русский язык не является родным',
  'укрепления здоровья, питания и безопасного подвоза учащихся',
];

/** The 60 acts of a region: pairs of an act and a theme, none twice. */
function actsOf(region) {
  return Array.from({ length: 60 }, (_, i) => {
    const [action, indicator, when] = ACTS[i % 16];
    const theme = THEMES[(i * 5 + Math.floor(i / 16) * 3 + region) % 16];
    const role = i % 5 === 4 ? 'оператор' : i % 5 === 3 ? 'школы' : 'моуо';
    const number = `${Math.floor(i / 12) + 1}.${(i % 12) + 1}`;
    return { number, action: `${action} ${theme}`, indicator, when, role };
  });
}

const NOTE =
  'Итоги представляются куратору в установленной форме не позднее пяти рабочих дней после завершения; сведения о ходе исполнения размещаются в разделе проекта на официальном сайте.';

function item({ number, action, when, indicator }, executors, pad, extra = '') {
  return `${pad}- number: "${number}"
${pad}  action: ${action}
${pad}  when: ${when}
${pad}  executors: [${executors}]
${pad}  indicators:
${pad}    - ${indicator}
${pad}  note: ${NOTE}
${extra && `${pad}  ${extra}\n`}`;
}

function regionalPlan(region, name) {
  const acts = actsOf(region);
  const sections = TITLES.map((_, s) =>
    acts
      .slice(s * 12, s * 12 + 12)
      .map((act) => item(act, act.role, '      '))
      .join(''),
  );
  return regionText(region, name, sections);
}

function municipalPlan(index, region, name) {
  const acts = actsOf(region).filter(({ role }) => role !== 'оператор');
  const items = acts.map((act, i) => {
    const executor =
      act.role === 'школы' ? 'школы, методцентр' : i % 2 ? 'управление' : 'управление, методцентр';
    return item({ ...act, number: String(i + 1) }, executor, '  ', `implements: ["${act.number}"]`);
  });
  return districtText(index, region, name, items.join(''));
}

function schoolPlan(index, district, region, name) {
  const own = actsOf(region)
    .filter(({ role }) => role !== 'оператор')
    .flatMap((act, i) => (act.role === 'школы' ? [{ ...act, implements: i + 1 }] : []));
  const items = own.map((act, i) =>
    item(
      { ...act, number: String(i + 1) },
      i % 2 ? 'администрация' : 'администрация, учителя',
      '  ',
      `implements: ["${act.implements}"]`,
    ),
  );
  return schoolText(index, district, name, items.join(''));
}

function facts(index) {
  const lines = Array.from({ length: 12 }, (_, i) => {
    const number = i * 3 + 1;
    return `  - item: "${number}"
    date: ${String(1 + ((index + i) % 27)).padStart(2, '0')}.04.2022
    done: true
    result: Мероприятие проведено в полном объёме, участвовали представители всех школ района.
    evidence: [приказ от 28.04.2022 № ${index + i}]
`;
  });
  return `kind: facts\nplan: district-${index}\nrecorded: "2022-05-31"\nfacts:\n${lines.join('')}`;
}

/** Writes the workspace anew and tells what is in it. */
export function writeSynthetic(folder, { regional, municipal, school }) {
  const { written, write } = newWorkspace(folder);
  for (let i = 0; i < regional; i++) write(`regions/region-${i}.plan.yaml`, regionalPlan(i, placeName(i)));
  for (let i = 0; i < municipal; i++) {
    write(`districts/district-${i}.plan.yaml`, municipalPlan(i, i % regional, placeName(i)));
    if (i % 5 === 0) {
      write(`facts/district-${i}.facts.yaml`, facts(i));
      written.facts++;
    }
  }
  for (let i = 0; i < school; i++) {
    const district = i % municipal;
    write(
      `schools/school-${i}.plan.yaml`,
      schoolPlan(i + 1, district, district % regional, placeName(district)),
    );
  }
  written.plans = regional + municipal + school;
  return written;
}
