import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../src/schema/generated/types.ts';
import { importBody } from './imported.ts';
import { p, tbl, tc, tr } from './word-file.ts';

const right = { align: 'right' } as const;
const centre = { align: 'center' } as const;
const lines = (look: object, ...texts: readonly string[]): string =>
  texts.map((text) => p(text, look)).join('');
const sides = (...cells: readonly (readonly string[])[]): string =>
  `<w:tbl>${tr(cells.map((cell) => tc(cell.map((text) => p(text)).join(''))))}</w:tbl>`;

const rows = (...whens: readonly string[]): string =>
  tbl([
    ['№ п/п', 'Мероприятие', 'Срок', 'Ответственный'],
    ...whens.map((when, at) => [String(at + 1), `Дело ${at + 1}`, when, 'Завхоз']),
  ]);
const year = rows('сентябрь', 'ноябрь', 'январь', 'март', 'май');

type Head = Pick<
  PlanDocument,
  'level' | 'territory' | 'period' | 'approved-by' | 'agreed' | 'accepted' | 'stamp' | 'responsible'
>;

interface Style {
  readonly name: string;
  readonly body: string;
  readonly head: Head;
}

/** Whose plan it is, told by one line each. */
const owners: readonly (readonly [title: string, territory: string, level: string])[] = [
  ['План мероприятий в Республике Тайга на 2024 год', 'Республика Тайга', 'regional'],
  ['Дорожная карта Верхнеямской Республики на 2024 год', 'Верхнеямская Республика', 'regional'],
  [
    'План мероприятий Снежно-Ямского автономного округа на 2024 год',
    'Снежно-Ямский автономный округ',
    'regional',
  ],
  ['План мероприятий в Санкт-Петербурге на 2024 год', 'Санкт-Петербург', 'regional'],
  ['План мероприятий в ягоднинском городском округе на 2024 год', 'Ягоднинский городской округ', 'municipal'],
  [
    'План досуга на территории МО Сосновское на 2024 год',
    'Муниципальное образование Сосновское',
    'municipal',
  ],
  ['План мероприятий города Кедровска на 2024 год', 'Город Кедровск', 'municipal'],
  ['План мероприятий в городе Озёрной на 2024 год', 'Город Озёрной', 'municipal'],
  ['План работы МКДОУ д/с № 8 «Ручеёк» на 2024 год', 'МКДОУ д/с № 8 «Ручеёк»', 'school'],
  ['ПЛАН РАБОТЫ МКОУ «ОЛЬХОВСКАЯ ООШ» НА 2024 ГОД', 'МКОУ «ОЛЬХОВСКАЯ ООШ»', 'school'],
  ['План работы МАОУ-СОШ № 141 на 2024 год', 'МАОУ-СОШ № 141', 'school'],
  ['План работы МБДОУ ЦРР – д/с № 3 «Ручеёк» на 2024 год', 'МБДОУ ЦРР – д/с № 3 «Ручеёк»', 'school'],
  ['План работы МАДОУ «ЦРР - д/с № 3» на 2024 год', 'МАДОУ «ЦРР - д/с № 3»', 'school'],
  ['План работы ЦРР – д/с № 3 г. Кедровска на 2024 год', 'ЦРР – д/с № 3 г. Кедровска', 'school'],
  [
    'План МОУ СОШ № 3 г. Кедровска Кедровского муниципального района на 2024 год',
    'МОУ СОШ № 3 г. Кедровска Кедровского муниципального района',
    'school',
  ],
];

/** Heads of styles met in plans of institutions and districts; places, people and numbers are invented. */
const looked: readonly Style[] = [
  {
    name: 'a mark with the surname before the initials and the date in figures',
    body:
      lines(
        right,
        'Утверждаю',
        'Директор МБОУ «Гимназия № 7» г. Кедровска',
        '____________ Лаптева О.О.',
        '30.08.2024',
      ) +
      lines(centre, 'План внеурочной деятельности', 'на 2024-2025 учебный год') +
      year,
    head: {
      level: 'school',
      territory: 'МБОУ «Гимназия № 7» г. Кедровска',
      period: '2024/25',
      'approved-by': {
        position: 'Директор МБОУ «Гимназия № 7» г. Кедровска',
        name: 'Лаптева О.О.',
        date: '2024-08-30',
      },
    },
  },
  {
    name: 'three marks in cells, the protocol in brackets',
    body:
      sides(
        ['РАССМОТРЕНО', 'на заседании педагогического совета', '(протокол № 1 от 29.08.2023)'],
        ['СОГЛАСОВАНО', 'Председатель профкома', '________ Е.Е. Мохова', '«29» августа 2023 г.'],
        [
          'УТВЕРЖДАЮ',
          'Заведующий МДОУ детский сад № 3 «Рябинка»',
          '________ И.И. Вьюнова',
          '«30» августа 2023 г.',
        ],
      ) +
      lines(centre, 'ПЛАН РАБОТЫ ПО ОХРАНЕ ТРУДА', 'на 2023/2024 учебный год') +
      year,
    head: {
      level: 'school',
      territory: 'МДОУ детский сад № 3 «Рябинка»',
      period: '2023/24',
      accepted: [
        { form: 'рассмотрено', body: 'педагогический совет', document: 'протокол № 1', date: '2023-08-29' },
      ],
      agreed: [{ position: 'Председатель профкома', name: 'Е.Е. Мохова', date: '2023-08-29' }],
      'approved-by': {
        position: 'Заведующий МДОУ детский сад № 3 «Рябинка»',
        name: 'И.И. Вьюнова',
        date: '2023-08-30',
      },
    },
  },
  {
    name: 'a decree of an administration over the title',
    body:
      lines(
        right,
        'УТВЕРЖДЕН',
        'постановлением администрации',
        'Боровского муниципального округа',
        'от 14.02.2023 № 128-п',
      ) +
      lines(
        centre,
        'План мероприятий («дорожная карта»)',
        'по развитию дополнительного образования',
        'на 2023 – 2025 годы',
      ) +
      rows('2023 год', '2024 год', '2025 год'),
    head: {
      level: 'municipal',
      territory: 'Боровский муниципальный округ',
      period: { from: '2023-01-01', to: '2025-12-31' },
      stamp: {
        form: 'утвержден',
        type: 'постановление',
        issuer: 'администрации Боровского муниципального округа',
        number: '128-п',
        date: '2023-02-14',
      },
    },
  },
  {
    name: 'an institution’s full name over the mark, half a school year',
    body:
      lines(
        centre,
        'Муниципальное бюджетное учреждение дополнительного образования',
        '«Дом детского творчества»',
      ) +
      lines(right, 'УТВЕРЖДАЮ', 'Директор', '_______ /П.П. Ольхин/', '«09» января 2024 г.') +
      lines(centre, 'План методической работы', 'на II полугодие 2023/2024 учебного года') +
      rows('январь', 'март', 'май'),
    head: {
      level: 'school',
      territory: 'Муниципальное бюджетное учреждение дополнительного образования «Дом детского творчества»',
      period: { from: '2024-01-01', to: '2024-05-31' },
      'approved-by': { position: 'Директор', name: 'П.П. Ольхин', date: '2024-01-09' },
    },
  },
  {
    name: 'a ministry’s order over a region’s plan',
    body:
      lines(
        right,
        'Приложение',
        'к приказу министерства образования',
        'Заволжской области',
        'от 25.12.2023 г. № 1045',
      ) +
      lines(centre, 'Комплекс мер по повышению качества образования', 'в Заволжской области на 2024 год') +
      rows('I квартал', 'II квартал'),
    head: {
      level: 'regional',
      territory: 'Заволжская область',
      period: 2024,
      stamp: {
        form: 'приложение',
        type: 'приказ',
        issuer: 'министерства образования Заволжской области',
        number: '1045',
        date: '2023-12-25',
      },
    },
  },
  {
    name: 'no year in the title, approved in August',
    body:
      lines(
        right,
        'УТВЕРЖДАЮ',
        'Директор МКОУ «Ольховская СОШ»',
        '_________ Т.Т. Гордеев',
        '31 августа 2022 года',
      ) +
      lines(centre, 'План работы совета профилактики') +
      year,
    head: {
      level: 'school',
      territory: 'МКОУ «Ольховская СОШ»',
      period: '2022/23',
      'approved-by': { position: 'Директор МКОУ «Ольховская СОШ»', name: 'Т.Т. Гордеев', date: '2022-08-31' },
    },
  },
  {
    name: 'no year and no date',
    body:
      lines(right, 'УТВЕРЖДАЮ', 'Директор школы', '_________ Т.Т. Гордеев', '«___» ________ 20__ г.') +
      lines(centre, 'План работы библиотеки') +
      year,
    head: { 'approved-by': { position: 'Директор школы', name: 'Т.Т. Гордеев' } },
  },
  {
    name: 'who answers for the plan, below the title',
    body:
      lines(centre, 'План мероприятий по пропаганде чтения в МБОУ «Лесная СОШ»', 'на 2023 год') +
      p('Ответственный за выполнение: Зимина А.А., библиотекарь') +
      rows('март', 'апрель'),
    head: {
      level: 'school',
      territory: 'МБОУ «Лесная СОШ»',
      period: 2023,
      responsible: 'Зимина А.А., библиотекарь',
    },
  },
  {
    name: 'an institution called after a person, its name over two lines, the order without its number',
    body:
      lines(
        right,
        '«Утверждаю»',
        'Директор МБОУ «Ручьёвская',
        'СОШ имени В. Тайгина»',
        'Приказ от 30.08.2023 года № __',
        '_________ Р.М.Ольхов',
      ) +
      lines(centre, 'Дорожная карта мероприятий по переходу на новые программы', 'на 2023-2027 годы') +
      year,
    head: {
      level: 'school',
      territory: 'МБОУ «Ручьёвская СОШ имени В. Тайгина»',
      period: { from: '2023-01-01', to: '2027-12-31' },
      'approved-by': {
        position: 'Директор МБОУ «Ручьёвская СОШ имени В. Тайгина»',
        name: 'Р.М.Ольхов',
        date: '2023-08-30',
      },
    },
  },
  {
    name: 'a person approves under «УТВЕРЖДЕНО», a council recommends, place and year below the title',
    body:
      sides(
        [
          'РЕКОМЕНДОВАНА',
          'к  утверждению',
          'методическим советом школы.',
          'Протокол №  1',
          'От________2021 г.',
        ],
        ['«СОГЛАСОВАНО»', 'Заместитель директора   по УР', '________  Т.М. Рябова', '_________2021 г.'],
        [
          '«УТВЕРЖДЕНО»',
          'Директор  КОУ «Ольховская школа»',
          '____  В.П. Гордеев',
          'Приказ  № __ от ______2021  г.',
        ],
      ) +
      lines(
        centre,
        'ПЛАН РАБОТЫ',
        'методического объединения',
        'на 2021 - 2022 учебный год',
        'г. Ольхов, 2021г',
      ) +
      year,
    head: {
      level: 'school',
      territory: 'КОУ «Ольховская школа»',
      period: '2021/22',
      accepted: [{ form: 'рекомендовано', body: 'методический совет школы', document: 'протокол № 1' }],
      agreed: [{ position: 'Заместитель директора по УР', name: 'Т.М. Рябова' }],
      'approved-by': { position: 'Директор КОУ «Ольховская школа»', name: 'В.П. Гордеев' },
    },
  },
  {
    name: 'a meeting approves, with its protocol',
    body:
      lines(right, 'УТВЕРЖДЕНО', 'общим собранием', 'родителей', 'Протокол от 27.09.2022 №1') +
      lines(
        centre,
        'План',
        'работы совета государственного учреждения образования',
        '«Детский сад № 4 г. Кедровска»',
        'на 2022/2023 учебный год',
      ) +
      year,
    head: {
      level: 'school',
      territory: 'Государственное учреждение образования «Детский сад № 4 г. Кедровска»',
      period: '2022/23',
      'approved-by': {
        position: 'Общее собрание родителей',
        date: '2022-09-27',
        document: 'протокол № 1',
      },
    },
  },
  {
    name: 'one day, a surname in capitals, a name in quotes behind no form that is known',
    body:
      lines(right, 'УТВЕРЖДАЮ', 'Директор', '__________ Е.В.ТАЙГИНА', '«28» октября 2021 г') +
      lines(
        centre,
        'План проведения дня здоровья',
        'в учрежде нии «Средняя школа № 2 г. Кедровска имени А.А. Ольхова»',
        'на 30 октября 2021 года',
      ) +
      rows('10.00', '11.00'),
    head: {
      level: 'school',
      territory: 'Средняя школа № 2 г. Кедровска имени А.А. Ольхова',
      period: { from: '2021-10-30', to: '2021-10-30' },
      'approved-by': { position: 'Директор', name: 'Е.В.ТАЙГИНА', date: '2021-10-28' },
    },
  },
  {
    name: 'a month of days, the place before the name, capitals',
    body:
      lines(
        centre,
        'ПЛАН МЕСЯЧНИКА ЧТЕНИЯ',
        'МУНИЦИПАЛЬНОГО БЮДЖЕТНОГО ДОШКОЛЬНОГО УЧРЕЖДЕНИЯ',
        'г. Кедровска «Детский сад № 8»',
        'с 10 февраля по 28 февраля 2025 года',
      ) + rows('12 февраля', '26 февраля'),
    head: {
      level: 'school',
      territory: 'Муниципальное бюджетное дошкольное учреждение г. Кедровска «Детский сад № 8»',
      period: { from: '2025-02-10', to: '2025-02-28' },
    },
  },
  {
    name: 'a feast, its days without a year and approved a week before',
    body:
      lines(right, 'Приложение N 2', 'к распоряжению мэрии г. Кедровска', 'от 18 июня 2014 г. N 820') +
      lines(centre, 'План', 'мероприятий ко Дню города') +
      rows('22 июня 10.00 ч.', '23 июня'),
    head: {
      level: 'municipal',
      territory: 'Город Кедровск',
      period: 2014,
      stamp: {
        form: 'приложение',
        type: 'распоряжение',
        issuer: 'мэрии г. Кедровска',
        number: '820',
        date: '2014-06-18',
      },
    },
  },
  {
    name: 'a long title in capitals that names a ministry',
    body:
      lines(
        centre,
        `ПЛАН-ГРАФИК ВНЕДРЕНИЯ РЕГЛАМЕНТА ПО ПРЕДОСТАВЛЕНИЮ МИНИСТЕРСТВОМ ОБРАЗОВАНИЯ ЛЕСНОГО КРАЯ УСЛУГИ "СВЕДЕНИЯ ОБ ОТДЫХЕ ДЕТЕЙ${' И ПОДРОСТКОВ'.repeat(26)}" НА 2024 ГОД`,
      ) + rows('март'),
    head: { level: 'regional', territory: 'Лесной край', period: 2024 },
  },
  {
    name: 'a college over several lines',
    body:
      lines(
        right,
        'УТВЕРЖДАЮ',
        'Директор государственного',
        'профессионального образовательного',
        'учреждения «Кедровский',
        'колледж искусств»',
        '________ Я.Я. ВЯЗОВА-ЛУГОВАЯ',
        '«01» сентября 2023 г.',
      ) +
      lines(centre, 'План работы', 'на 2023-2024 учебный год') +
      year,
    head: {
      level: 'school',
      territory: 'Государственное профессиональное образовательное учреждение «Кедровский колледж искусств»',
      period: '2023/24',
      'approved-by': {
        position:
          'Директор государственного профессионального образовательного учреждения «Кедровский колледж искусств»',
        name: 'Я.Я. ВЯЗОВА-ЛУГОВАЯ',
        date: '2023-09-01',
      },
    },
  },
  {
    name: 'an abbreviated form in the mark that lost its last quotes, the form in full in the title',
    body:
      lines(right, 'УТВЕРЖДАЮ', 'Заведующий МБДОУ «Детский сад «Ручеёк» с. Ольхово', '______ А.А. Рябов') +
      lines(
        centre,
        'План муниципального бюджетного дошкольного образовательного учреждения',
        '«Детский сад «Ручеёк» с. Ольхово»',
        'на 2024 год',
      ) +
      rows('март'),
    head: {
      level: 'school',
      territory: 'МБДОУ «Детский сад «Ручеёк» с. Ольхово»',
      period: 2024,
      'approved-by': {
        position: 'Заведующий МБДОУ «Детский сад «Ручеёк» с. Ольхово',
        name: 'А.А. Рябов',
      },
    },
  },
  {
    name: 'an order of a head whose kindergarten has a number, a form in capitals',
    body:
      lines(
        right,
        'УТВЕРЖДЕНО',
        'Приказом Заведующей',
        'МБДОУ №22«Ручеёк»',
        '№31 от «01» сентября 2025 г.',
        '________________А.А.Рябова',
      ) +
      lines(
        centre,
        'ГОДОВОЙ ПЛАН',
        'МУНИЦИПАЛЬНОГО БЮДЖЕТНОГО ДОШКОЛЬНОГО',
        'ОБРАЗОВАТЕЛЬНОГО УЧРЕЖДЕНИЯ',
        'ДЕТСКОГО САДА №22 «РУЧЕЁК»',
        'на 2025-2026 учебный год',
        'п. Ольхово Кедровского (с) р-на Лесной области',
      ) +
      year,
    head: {
      level: 'school',
      territory: 'Муниципальное бюджетное дошкольное образовательное учреждение детского сада №22 «РУЧЕЁК»',
      period: '2025/26',
      'approved-by': {
        position: 'заведующая МБДОУ №22«Ручеёк»',
        name: 'А.А.Рябова',
        date: '2025-09-01',
        document: 'приказ № 31',
      },
    },
  },
  {
    name: 'a number behind the quotes, a list of those who answer with a dash in it, years of two figures',
    body:
      lines(centre, 'План', 'МОУ «Средняя общеобразовательная школа» №19', 'ко Дню города') +
      p('Ответственные за проведение культурно – массовых дел: заведующий, старший воспитатель') +
      rows('25.04.13.', '26.04.13.', 'С 25.04. – 8.05.13.'),
    head: {
      level: 'school',
      territory: 'МОУ «Средняя общеобразовательная школа» №19',
      period: 2013,
      responsible: 'заведующий, старший воспитатель',
    },
  },
  {
    name: 'a school called after two persons, a full stop behind who approves',
    body:
      lines(
        right,
        '«Утверждаю»',
        'Директор МБОУ СОШ №2',
        'им. А.Тайгина и Ю.Ольховой',
        '______ /Рябова О.Н./.',
        'Приказ №121/1',
        'от 01.06.2021',
      ) +
      lines(centre, 'План работы', 'на 2021-2022 учебный год') +
      year,
    head: {
      level: 'school',
      territory: 'МБОУ СОШ №2 им. А.Тайгина и Ю.Ольховой',
      period: '2021/22',
      'approved-by': {
        position: 'Директор МБОУ СОШ №2 им. А.Тайгина и Ю.Ольховой',
        name: 'Рябова О.Н.',
        date: '2021-06-01',
        document: 'приказ № 121/1',
      },
    },
  },
];

/** The other half: never looked at while the reader was made. */
const unseen: readonly Style[] = [
  {
    name: 'an order’s number below the name',
    body:
      lines(
        right,
        'УТВЕРЖДАЮ',
        'Директор ГБПОУ «Кедровский политехнический колледж»',
        '________ В.В. Ясенев',
        'приказ от 01.09.2023 № 214-о/д',
      ) +
      lines(centre, 'План работы цикловой комиссии', 'на 2023-2024 учебный год') +
      year,
    head: {
      level: 'school',
      territory: 'ГБПОУ «Кедровский политехнический колледж»',
      period: '2023/24',
      'approved-by': {
        position: 'Директор ГБПОУ «Кедровский политехнический колледж»',
        name: 'В.В. Ясенев',
        date: '2023-09-01',
        document: 'приказ № 214-о/д',
      },
    },
  },
  {
    name: 'two marks set by tabs, one of a parents’ council with its protocol',
    body:
      lines(
        {},
        'СОГЛАСОВАНО\tУТВЕРЖДАЮ',
        'Советом родителей\tДиректор МАОУ «СОШ № 12»',
        'Протокол № 2 от 28.08.2024\t________ Н.Н. Рощин',
        '\t«29» августа 2024 г.',
      ) +
      p('') +
      lines(centre, 'План мероприятий по безопасности дорожного движения', 'на 2024/25 уч. г.') +
      year,
    head: {
      level: 'school',
      territory: 'МАОУ «СОШ № 12»',
      period: '2024/25',
      agreed: [{ position: 'совет родителей', document: 'протокол № 2', date: '2024-08-28' }],
      'approved-by': { position: 'Директор МАОУ «СОШ № 12»', name: 'Н.Н. Рощин', date: '2024-08-29' },
    },
  },
  {
    name: 'a head of a department approves the plan of a district',
    body:
      lines(
        right,
        '«УТВЕРЖДАЮ»',
        'Начальник Управления образования',
        'администрации Каменского района',
        '__________С.С. Тополев',
        '« 20 » декабря 2022 г.',
      ) +
      lines(centre, 'ПЛАН', 'мероприятий по профилактике правонарушений', 'на 2023 год') +
      rows('январь', 'июнь', 'декабрь'),
    head: {
      level: 'municipal',
      territory: 'Каменский район',
      period: 2023,
      'approved-by': {
        position: 'Начальник Управления образования администрации Каменского района',
        name: 'С.С. Тополев',
        date: '2022-12-20',
      },
    },
  },
  {
    name: 'accepted by a general meeting, approved by an order',
    body:
      sides(
        ['ПРИНЯТО', 'общим собранием работников', 'протокол от 12.01.2024 № 1'],
        [
          'УТВЕРЖДЕНО',
          'приказом директора',
          'МБУ ДО «ДЮСШ «Старт»',
          'от 15.01.2024 № 9',
          '_______ К.К. Вязов',
        ],
      ) +
      lines(centre, 'Календарный план спортивно-массовых мероприятий на 2024 год') +
      rows('февраль', 'май'),
    head: {
      level: 'school',
      territory: 'МБУ ДО «ДЮСШ «Старт»',
      period: 2024,
      accepted: [{ body: 'общее собрание работников', document: 'протокол № 1', date: '2024-01-12' }],
      'approved-by': {
        position: 'директор МБУ ДО «ДЮСШ «Старт»',
        name: 'К.К. Вязов',
        date: '2024-01-15',
        document: 'приказ № 9',
      },
    },
  },
  {
    name: 'a plan for a quarter',
    body:
      lines(
        right,
        'Утверждаю:',
        'Директор МКУ «Информационно-методический центр»',
        'Сосновского района',
        '________ Л.Л. Дубов',
        '10.04.2023',
      ) +
      lines(centre, 'План работы на II квартал 2023 года') +
      rows('апрель', 'май', 'июнь'),
    head: {
      level: 'municipal',
      territory: 'Сосновский район',
      period: { from: '2023-04-01', to: '2023-06-30' },
      'approved-by': {
        position: 'Директор МКУ «Информационно-методический центр» Сосновского района',
        name: 'Л.Л. Дубов',
        date: '2023-04-10',
      },
    },
  },
  {
    name: 'prepares a school year and names its days',
    body:
      lines(
        centre,
        'План подготовки образовательных организаций',
        'Речного муниципального района',
        'к 2023/2024 учебному году',
      ) + rows('до 15.05.2023', 'до 01.07.2023', 'до 20.08.2023'),
    head: { level: 'municipal', territory: 'Речной муниципальный район', period: 2023 },
  },
  {
    name: 'approved in September without a year, months in the deadlines',
    body:
      lines(
        right,
        'УТВЕРЖДАЮ',
        'Заведующая МАДОУ «Детский сад «Лучик» с. Поляны',
        '_______ Ж.Ж. Ивина',
        '«01» сентября 2021г.',
      ) +
      lines(centre, 'План взаимодействия с социумом') +
      rows('Октябрь', 'Декабрь', 'Февраль', 'Апрель'),
    head: {
      level: 'school',
      territory: 'МАДОУ «Детский сад «Лучик» с. Поляны',
      period: '2021/22',
      'approved-by': {
        position: 'Заведующая МАДОУ «Детский сад «Лучик» с. Поляны',
        name: 'Ж.Ж. Ивина',
        date: '2021-09-01',
      },
    },
  },
  {
    name: 'an annex of an order of a department',
    body:
      lines(
        right,
        'Приложение № 2',
        'к приказу отдела образования',
        'администрации Озёрного района',
        'от «11» октября 2022 г. № 318',
      ) +
      lines(centre, 'План-график проведения школьного этапа олимпиады', 'в 2022-2023 учебном году') +
      rows('октябрь'),
    head: {
      level: 'municipal',
      territory: 'Озёрный район',
      period: '2022/23',
      stamp: {
        form: 'приложение',
        type: 'приказ',
        issuer: 'отдела образования администрации Озёрного района',
        number: '318',
        date: '2022-10-11',
      },
    },
  },
];

const fields = [
  'level',
  'territory',
  'period',
  'approved-by',
  'agreed',
  'accepted',
  'stamp',
  'responsible',
] as const;

describe.each([
  ['that were looked at', looked],
  ['that were not', unseen],
])('heads %s', (_, styles) => {
  it.each(styles.map((style) => [style.name, style] as const))('%s', async (__, { body, head }) => {
    const { draft } = await importBody(body);
    const read = Object.fromEntries(
      fields.flatMap((field) => (draft?.plan[field] === undefined ? [] : [[field, draft.plan[field]]])),
    );
    expect(read).toEqual(head);
  });
});

describe('whose plan it is', () => {
  it.each(owners)('%s', async (title, territory, level) => {
    const { draft } = await importBody(lines(centre, title) + year);
    expect(draft?.plan).toMatchObject({ territory, level });
  });
});

describe('a mark', () => {
  const body = (mark: string): string =>
    lines(right, mark) + lines(centre, 'План мероприятий на 2024 год') + year;

  it('names the decision of a council', async () => {
    const { draft } = await importBody(
      body('Приложение к Решению Муниципального Совета от 25.11. 2023 №38.'),
    );
    expect(draft?.plan).toMatchObject({
      level: 'municipal',
      stamp: { form: 'приложение', type: 'решение', number: '38', date: '2023-11-25' },
    });
  });

  it('that is still to be filled in says whose act it will be', async () => {
    const { draft } = await importBody(
      lines(right, 'Приложение', 'к приказу МБОУ СОШ № 18', 'от                   №') +
        lines(centre, 'План мероприятий на 2024 год') +
        year,
    );
    expect(draft?.plan.stamp).toEqual({ form: 'приложение', type: 'приказ', issuer: 'МБОУ СОШ № 18' });
  });

  it('is no more than «Приложение 2» where the title follows', async () => {
    const { draft } = await importBody(
      lines(right, 'Приложение 2') +
        lines(
          {},
          'Календарный план воспитательной работы',
          'МБОУ «Гимназия № 3',
          'с углублённым изучением химии»',
          'на 2023-2024 учебный год',
        ) +
        year,
    );
    expect(draft?.plan.title).toBe(
      'Календарный план воспитательной работы МБОУ «Гимназия № 3 с углублённым изучением химии» на 2023-2024 учебный год',
    );
  });
});

describe('an order', () => {
  it('that is not signed yet ends where the title of the plan begins', async () => {
    const { draft } = await importBody(
      lines(
        centre,
        'Муниципальное бюджетное общеобразовательное учреждение',
        'Сосновская основная общеобразовательная школа',
        'ПРИКАЗ',
      ) +
        lines(
          {},
          '31. 03. 24 г. № 14-а',
          'О наставничестве',
          'ПРИКАЗЫВАЮ',
          '1. Утвердить план.',
          'Директор школы: ____________',
        ) +
        lines({ ...centre, bold: true }, 'План внедрения наставничества') +
        year,
    );
    expect(draft?.plan).toMatchObject({
      level: 'school',
      title: 'План внедрения наставничества',
      order: {
        number: '14-а',
        date: '2024-03-31',
        clauses: ['Утвердить план.'],
        signatory: { position: 'Директор школы' },
      },
    });
  });
});

describe('a period of several school years', () => {
  it.each([
    ['План на 2020 – 2024 учебный год', { from: '2020-09-01', to: '2024-08-31' }],
    ['План на 2021 год и на среднесрочный период до 2023 года', { from: '2021-01-01', to: '2023-12-31' }],
  ])('%s', async (title, period) => {
    expect((await importBody(lines(centre, title) + year)).draft?.plan.period).toEqual(period);
  });
});

describe('a period that nothing states', () => {
  it('is told in the file and in the summary where it was inferred', async () => {
    const { body } = looked.find(({ name }) => name.startsWith('no year in'))!;
    const { draft, summary } = await importBody(body);
    expect(draft?.comments.map(({ route }) => route.join())).toContain('period');
    expect(summary.notes.some(({ message }) => message.en.includes('2022/23'))).toBe(true);
  });

  it('is left open, and asked for, where the months leave a doubt', async () => {
    const { draft } = await importBody(
      lines(right, 'УТВЕРЖДАЮ', 'Директор школы', '____ Т.Т. Гордеев', '15.06.2022') +
        lines(centre, 'План работы лагеря') +
        rows('июнь', 'июль'),
    );
    expect(draft?.plan.period).toBeUndefined();
  });
});

interface HeadRow {
  readonly above: readonly string[];
  readonly whens: readonly string[];
  readonly head: Readonly<Record<string, string>>;
}

/**
 * Tops of plans in arrangements met in public ones, and what a person reads in them. A line begins with «>» (right),
 * «^» (centred), «-» (left) or «|» (cells side by side). Bodies, people and places are invented.
 */
const headRows: readonly HeadRow[] = readFileSync(
  fileURLToPath(new URL('../corpus/heads.tsv', import.meta.url)),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [above = '', whens = '', ...values] = row.split('\t');
    const names = ['level', 'territory', 'period', 'position', 'name', 'date', 'document'];
    return {
      above: above.split('⏎'),
      whens: whens.split('; '),
      head: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])),
    };
  });

const lineOf = (line: string): string => {
  const text = line.slice(1);
  if (line.startsWith('|')) return sides(...text.split(' | ').map((cell) => cell.split(' / ')));
  return p(text, line.startsWith('>') ? right : line.startsWith('^') ? centre : {});
};

describe('tops of plans', () => {
  it.each(headRows.map((row) => [row.above.join(' '), row] as const))('%s', async (_, row) => {
    const { draft } = await importBody(row.above.map(lineOf).join('') + rows(...row.whens));
    const { level, territory, period, 'approved-by': approved } = draft!.plan;
    const read: Record<string, string> = {
      level: level ?? '',
      territory: territory ?? '',
      period: typeof period === 'object' ? `${period.from}..${period.to}` : String(period ?? ''),
      position: approved?.position ?? '',
      name: approved?.name ?? '',
      date: String(approved?.date ?? ''),
      document: approved?.document ?? '',
    };
    expect(read).toEqual(row.head);
  });
});

describe('a deadline «октябрь» of a plan for the next year', () => {
  const plan = (...whens: readonly string[]) =>
    importBody(
      lines(right, 'УТВЕРЖДАЮ', 'Директор школы', '____ Т.Т. Гордеев', '20.10.2022') +
        lines(centre, 'План подготовки к экзаменам на 2023 год') +
        rows(...whens),
    );
  const doubts = ({ summary, draft }: Awaited<ReturnType<typeof plan>>): boolean[] => [
    summary.notes.some(({ message }) => message.en.includes('the plan was approved on 2022-10-20')),
    draft!.comments.some(({ route }) => route.join() === 'period'),
  ];

  it('is read in the stated year, and told as doubtful where months of spring follow it', async () => {
    const read = await plan('октябрь', 'декабрь', 'январь', 'май');
    expect(read.draft?.plan.period).toBe(2023);
    expect(doubts(read)).toEqual([true, true]);
  });

  it.each([
    [['январь', 'май', 'октябрь', 'декабрь']],
    [['октябрь 2022', 'декабрь 2022', 'январь', 'май']],
    [['сентябрь', 'май']],
  ])('is no doubt in %j', async (whens) => {
    expect(doubts(await plan(...whens))).toEqual([false, false]);
  });
});
