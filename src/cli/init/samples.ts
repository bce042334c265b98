import { datePartsOf } from '../../meaning/day.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import type { Level } from '../../model/plan.ts';
import { writeDay } from '../../russian/index.ts';

interface SampleItem {
  readonly action: string;
  readonly when: string;
  readonly executors: readonly string[];
  readonly indicators: readonly string[];
}

/** A plan of a level to begin from: bodies, and a few items of the kinds such plans have. */
export interface Sample {
  readonly executors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Who answers for what the level above laid down. */
  readonly chief: string;
  readonly position: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly SampleItem[] }[];
}

/** In a plan for a year, for a school year and for any other time. No deadline falls before the end, so that a new plan is not overdue. */
interface Times {
  readonly through: string;
  readonly end: string;
}

function sampleTimes({ from, to, schoolYear }: PlanPeriod): Times {
  if (schoolYear) return { through: 'в течение учебного года', end: 'август' };
  const [first, last] = [datePartsOf(from), datePartsOf(to)];
  const isOneYear = first.year === last.year && last.month === 12 && last.date === 31;
  return { through: 'в течение года', end: isOneYear ? 'декабрь' : `до ${writeDay(to)}` };
}

const START = 'в течение 10 рабочих дней со дня подписания приказа';

const municipal = ({ through, end }: Times, body: string): Sample => ({
  executors: {
    управление: { name: body },
    координатор: { name: 'Муниципальный координатор' },
    школы: { name: 'Общеобразовательные организации', level: 'school' },
  },
  chief: 'управление',
  position: 'Начальник Управления образования',
  sections: [
    {
      title: 'Организационные мероприятия',
      items: [
        {
          action: 'Назначить муниципального координатора и утвердить состав рабочей группы',
          when: START,
          executors: ['управление'],
          indicators: ['Приказ Управления образования'],
        },
        {
          action: 'Рассматривать ход исполнения плана на совещаниях руководителей школ',
          when: 'ежеквартально',
          executors: ['управление', 'координатор'],
          indicators: ['Не менее одного совещания в квартал'],
        },
      ],
    },
    {
      title: 'Методическая поддержка школ',
      items: [
        {
          action: 'Провести муниципальные семинары для педагогов',
          when: through,
          executors: ['координатор'],
          indicators: ['Не менее четырёх семинаров'],
        },
        {
          action: 'Обеспечить участие педагогов в муниципальных семинарах',
          when: through,
          executors: ['школы'],
          indicators: ['Не менее 80 % педагогов'],
        },
      ],
    },
    {
      title: 'Подведение итогов',
      items: [
        {
          action: 'Подготовить отчёт об исполнении плана',
          when: end,
          executors: ['координатор'],
          indicators: ['Отчёт об исполнении плана'],
        },
      ],
    },
  ],
});

const regional = ({ through, end }: Times, body: string): Sample => ({
  executors: {
    министерство: { name: body },
    оператор: { name: 'Региональный оператор' },
    моуо: { name: 'Муниципальные органы управления образованием', level: 'municipal' },
  },
  chief: 'министерство',
  position: 'Министр образования',
  sections: [
    {
      title: 'Организационные мероприятия',
      items: [
        {
          action: 'Определить регионального оператора и координаторов',
          when: START,
          executors: ['министерство'],
          indicators: ['Приказ министерства'],
        },
        {
          action: 'Разработать и утвердить муниципальные «дорожные карты»',
          when: 'в течение месяца со дня подписания приказа',
          executors: ['моуо'],
          indicators: ['Приказ об утверждении муниципальной «дорожной карты»'],
        },
      ],
    },
    {
      title: 'Методическая поддержка',
      items: [
        {
          action: 'Провести семинары для муниципальных координаторов',
          when: 'ежеквартально',
          executors: ['оператор'],
          indicators: ['Не менее одного семинара в квартал'],
        },
        {
          action: 'Организовать выезды методистов в школы',
          when: through,
          executors: ['моуо'],
          indicators: ['Не менее 80 % школ'],
        },
      ],
    },
    {
      title: 'Подведение итогов',
      items: [
        {
          action: 'Обобщить итоги года и подготовить доклад',
          when: end,
          executors: ['оператор'],
          indicators: ['Доклад об итогах года'],
        },
      ],
    },
  ],
});

const school = ({ through, end }: Times, body: string): Sample => ({
  executors: {
    школа: { name: body },
    'заместитель-директора': { name: 'Заместитель директора по учебно-воспитательной работе' },
    педагоги: { name: 'Педагогические работники' },
  },
  chief: 'школа',
  position: 'Директор',
  sections: [
    {
      title: 'Организационные мероприятия',
      items: [
        {
          action: 'Назначить школьного координатора',
          when: START,
          executors: ['школа'],
          indicators: ['Приказ школы'],
        },
      ],
    },
    {
      title: 'Работа с педагогами и учащимися',
      items: [
        {
          action: 'Проводить консультации для учащихся, у которых есть трудности в учёбе',
          when: 'ежемесячно',
          executors: ['педагоги'],
          indicators: ['Не менее двух консультаций в месяц'],
        },
        {
          action: 'Посетить уроки коллег и обсудить их на методическом совете',
          when: through,
          executors: ['заместитель-директора', 'педагоги'],
          indicators: ['Не менее шести уроков'],
        },
      ],
    },
    {
      title: 'Подведение итогов',
      items: [
        {
          action: 'Рассмотреть итоги на педагогическом совете',
          when: end,
          executors: ['заместитель-директора'],
          indicators: ['Протокол педагогического совета'],
        },
      ],
    },
  ],
});

const federal = ({ through, end }: Times, body: string): Sample => ({
  executors: {
    министерство: { name: body },
    регионы: { name: 'Органы исполнительной власти субъектов Российской Федерации', level: 'regional' },
  },
  chief: 'министерство',
  position: 'Министр',
  sections: [
    {
      title: 'Организационные мероприятия',
      items: [
        {
          action: 'Утвердить региональные «дорожные карты»',
          when: 'в течение двух месяцев со дня подписания приказа',
          executors: ['регионы'],
          indicators: ['Приказ об утверждении региональной «дорожной карты»'],
        },
        {
          action: 'Проводить совещания с региональными координаторами',
          when: 'ежеквартально',
          executors: ['министерство'],
          indicators: ['Не менее одного совещания в квартал'],
        },
      ],
    },
    {
      title: 'Подведение итогов',
      items: [
        {
          action: 'Обобщить лучшие практики регионов',
          when: through,
          executors: ['министерство', 'регионы'],
          indicators: ['Не менее 10 практик'],
        },
        {
          action: 'Подготовить доклад об итогах года',
          when: end,
          executors: ['министерство'],
          indicators: ['Доклад об итогах года'],
        },
      ],
    },
  ],
});

const SAMPLES = { federal, regional, municipal, school } as const;

/** The sample of a level; `body` is the organisation that approves the plan. */
export function sampleOf(level: Level, period: PlanPeriod, body: string): Sample {
  return SAMPLES[level](sampleTimes(period), body);
}
