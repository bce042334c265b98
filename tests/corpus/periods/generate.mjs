// Writes the corpus of invented «сроки» beside itself: node tests/corpus/periods/generate.mjs [folder]
// Expectations are worked out here, without the reader: text, plan, meaning in the notation of `corpus.ts`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const N = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const G = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const P = 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' ');
const SHORT = 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' ');
const two = (n) => String(n).padStart(2, '0');
const iso = (y, m, d) => `${y}-${two(m)}-${two(d)}`;
const last = (y, m) => new Date(Date.UTC(y, m, 0)).getUTCDate();
const end = (y, m) => iso(y, m, last(y, m));
const span = (from, to) => `span ${from}..${to}`;
const year = (y) => `${y}-01-01..${y}-12-31`;
const cap = (s) => s[0].toUpperCase() + s.slice(1);
const months = (y, a, b, z = y) => span(iso(y, a, 1), end(z, b));

let seed = 12345;
const roll = (n) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * n);
};
const one = (list) => list[roll(list.length)];
const files = {};
const put = (file, text, plan, meaning) => {
  files[file] ??= new Map();
  const key = `${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}\t${plan}`;
  files[file].set(key, meaning);
};
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const g = () => one([' г.', 'г.', ' года', ' г', '', ' год', ' г. ', ' Г.']);
const dash = () => one(['-', ' - ', '–', ' – ', '—', ' — ', '\u00ad', ' ― ', '‑', '−', ' -', '- ', '--']);

// days
for (let i = 0; i < 90; i++) {
  const y = one(YEARS);
  const m = 1 + roll(12);
  const d = 1 + roll(28);
  const day = `day ${iso(y, m, d)}`;
  const until = `span ..${iso(y, m, d)}`;
  const since = `span ${iso(y, m, d)}..`;
  const dates = [
    `${d} ${G[m - 1]} ${y}${g()}`,
    `${two(d)} ${G[m - 1]} ${y}${g()}`,
    `${two(d)}.${two(m)}.${y}${one(['', ' г.', 'г.', ' года', 'г'])}`,
    `${two(d)}.${two(m)}.${y % 100}${one(['', ' г.', 'г.'])}`,
    `${d}${G[m - 1]} ${y}${g()}`,
    `${d}  ${G[m - 1]}\u00a0${y}${g()}`,
    `«${two(d)}» ${G[m - 1]} ${y}${g()}`,
    `${two(d)}. ${two(m)}. ${y} г.`,
    `${d}-го ${G[m - 1]} ${y} г.`,
    `${two(d)}/${two(m)}/${y}`,
    iso(y, m, d),
  ];
  put('days', one(dates), 2022, day);
  put('days', `${d} ${G[m - 1]}`, y, day);
  put('days', `${two(d)}.${two(m)}`, y, day);
  put('days', `от ${two(d)}.${two(m)}.${y}`, 2022, day);
  const pre = [
    'до',
    'не позднее',
    'в срок до',
    'к',
    'по',
    'Срок — до',
    'в срок не позднее',
    'не позже',
    'До',
  ];
  put('bounds', `${one(pre)} ${one(dates)}`, 2022, until);
  put('bounds', `${one(pre)} ${d} ${G[m - 1]}`, y, until);
  put('bounds', `до ${two(d)}.${two(m)}${one(['', '.'])}`, y, until);
  const later = ['с', 'начиная с', 'со дня'];
  put('bounds', `${one(later.slice(0, 2))} ${one(dates)}${one(['', ' и далее', ''])}`, 2022, since);
  put('bounds', `${one(['до', 'не позднее'])} ${one(dates)} включительно`, 2022, until);
}

// months and their ranges
for (let i = 0; i < 60; i++) {
  const y = one(YEARS);
  const m = 1 + roll(12);
  put(
    'months',
    one([
      N[m - 1],
      cap(N[m - 1]),
      N[m - 1].toUpperCase(),
      `в ${P[m - 1]}`,
      `${N[m - 1]}.`,
      `в течение ${G[m - 1]}`,
    ]),
    y,
    months(y, m, m),
  );
  put(
    'months',
    one([
      `${N[m - 1]} ${y}${g()}`,
      `${cap(N[m - 1])} ${y}${g()}`,
      `в ${P[m - 1]} ${y}${g()}`,
      `В течение ${G[m - 1]} ${y} года`,
      `${N[m - 1]}${y}${g()}`,
      `${two(m)}.${y}`,
      `${SHORT[m - 1]}. ${y}${g()}`,
      `(${N[m - 1]} ${y} г.)`,
      `${N[m - 1]}\n${y} г.`,
    ]),
    2022,
    months(y, m, m),
  );
  const a = 1 + roll(11);
  const b = a + 1 + roll(12 - a);
  const bare = [
    `${N[a - 1]}${dash()}${N[b - 1]}`,
    `${cap(N[a - 1])}${dash()}${N[b - 1]}`,
    `с ${G[a - 1]} по ${N[b - 1]}`,
    `в период с ${G[a - 1]} по ${N[b - 1]}`,
    `в ${P[a - 1]}${dash()}${P[b - 1]}`,
  ];
  const two2 = one(bare);
  put('ranges', two2, y, months(y, a, b));
  put('ranges', `${one(bare)} ${y}${g()}`, 2022, months(y, a, b));
  put(
    'ranges',
    `${cap(N[a - 1])} ${y}${one([' г.', ''])}${one([' – ', ' - ', '-'])}${N[b - 1]} ${y + 1} г.`,
    2022,
    months(y, a, b, y + 1),
  );
  put('ranges', `с ${G[a - 1]} ${y} г. по ${N[b - 1]} ${y + 1} г.`, 2022, months(y, a, b, y + 1));
  put(
    'bounds',
    `с ${G[a - 1]} ${y} г.${one([' и далее', '', ' и далее постоянно'].slice(0, 2))}`,
    2022,
    `span ${iso(y, a, 1)}..`,
  );
  put('bounds', `до конца ${G[a - 1]}${one([` ${y} г.`, ` ${y} года`])}`, 2022, `span ..${end(y, a)}`);
  put('bounds', `по ${N[a - 1]} ${y} г.`, 2022, `span ..${end(y, a)}`);
}
put('ranges', 'ноябрь – январь', 2022, months(2022, 11, 1, 2023));
put('ranges', 'декабрь-февраль', 2021, months(2021, 12, 2, 2022));
put('ranges', 'сентябрь – май', 2022, months(2022, 9, 5, 2023));

// ranges of days
for (let i = 0; i < 60; i++) {
  const y = one(YEARS);
  const m = 1 + roll(12);
  const d = 1 + roll(14);
  const e = d + 1 + roll(13);
  const s = span(iso(y, m, d), iso(y, m, e));
  put(
    'ranges',
    one([
      `${d}${dash()}${e} ${G[m - 1]} ${y}${g()}`,
      `с ${d} по ${e} ${G[m - 1]} ${y}${g()}`,
      `с ${two(d)} по ${two(e)}.${two(m)}.${y}`,
      `в период с ${d} по ${e} ${G[m - 1]} ${y} года`,
      `с ${d} до ${e} ${G[m - 1]} ${y} г.`,
    ]),
    2022,
    s,
  );
  put(
    'ranges',
    one([`${d}${dash()}${e} ${G[m - 1]}`, `с ${d} по ${e} ${G[m - 1]}`, `с ${d}-го по ${e}-е ${G[m - 1]}`]),
    y,
    s,
  );
  if (m < 12) {
    const n = m + 1 + roll(12 - m);
    const t = span(iso(y, m, d), iso(y, n, e));
    put(
      'ranges',
      one([
        `с ${d} ${G[m - 1]} по ${e} ${G[n - 1]} ${y}${g()}`,
        `${two(d)}.${two(m)}${one(['-', ' - ', '–'])}${two(e)}.${two(n)}.${y}`,
        `с ${two(d)}.${two(m)}.${y} по ${two(e)}.${two(n)}.${y}${one(['', 'г.', ' г.'])}`,
        `${two(d)}.${two(m)}.${y}${dash().replace('--', '-')}${two(e)}.${two(n)}.${y}`,
        `${d} ${G[m - 1]} – ${e} ${G[n - 1]} ${y} г.`,
        `с ${two(d)}.${two(m)}. по ${two(e)}.${two(n)}.${y} г.`,
      ]),
      2022,
      t,
    );
    put(
      'ranges',
      one([
        `с ${d} ${G[m - 1]} по ${e} ${G[n - 1]}`,
        `${d} ${G[m - 1]}${dash()}${e} ${G[n - 1]}`,
        `${two(d)}.${two(m)} – ${two(e)}.${two(n)}`,
      ]),
      y,
      t,
    );
  }
}

// years
for (const y of YEARS) {
  for (const f of [
    `${y} год`,
    `в ${y} году`,
    `на ${y} год`,
    `${y}`,
    `${y}г.`,
    `в течение ${y} года`,
    `${y} г.`,
    `весь ${y} год`,
    `за ${y} год`,
  ])
    put('years', f, 2022, span(`${y}-01-01`, `${y}-12-31`));
  const z = y + 2 + roll(4);
  for (const f of [
    `${y}${dash()}${z} гг.`,
    `${y}${dash()}${z} годы`,
    `в ${y}–${z} годах`,
    `на период ${y}-${z} годов`,
    `${y}-${z} г.г.`,
    `с ${y} по ${z} год`,
    `${y}-${z}`,
    `в течение ${y}-${z} гг.`,
  ])
    put('years', f, 2022, span(`${y}-01-01`, `${z}-12-31`));
  put('years', `до ${z} года`, 2021, `span ..${z}-12-31`);
  put('years', `до конца ${y} года`, 2021, `span ..${y}-12-31`);
  put('years', `с ${y} года`, 2021, `span ${y}-01-01..`);
  put(
    'years',
    `${y}, ${y + 1} гг.`,
    2022,
    `composite ${y}-01-01..${y + 1}-12-31 [span ${year(y)}; span ${year(y + 1)}]`,
  );
  put(
    'years',
    `${y} год, ${z} год`,
    2022,
    `composite ${y}-01-01..${z}-12-31 [span ${year(y)}; span ${year(z)}]`,
  );
}
const NEXT = 'до 1 февраля года, следующего за отчётным';
put('years', NEXT, 2024, 'span ..2025-02-01');
put('years', NEXT, '2024..2026', 'recurring 2024-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1');
put('years', 'до 1 февраля следующего года', '2024..2026', '?');
put('years', 'до конца года', 2021, 'span ..2021-12-31');
put('years', 'к концу года', 2023, 'span ..2023-12-31');

// quarters and halves
const ROMAN = ['I', 'II', 'III', 'IV'];
const UKR = ['І', 'ІІ', 'ІІІ', 'ІV'];
const ORD = ['первый', 'второй', 'третий', 'четвёртый'];
const ORDP = ['первом', 'втором', 'третьем', 'четвертом'];
for (let i = 0; i < 70; i++) {
  const y = one(YEARS);
  const q = 1 + roll(4);
  const r = one([ROMAN, UKR, ROMAN])[q - 1];
  const names = [
    `${r} квартал`,
    `${q} квартал`,
    `${q}-й квартал`,
    `${ORD[q - 1]} квартал`,
    `в ${r} квартале`,
    `в ${ORDP[q - 1]} квартале`,
    `${q} кв.`,
    `${r} кв.`,
    `${q}-ый квартал`,
    `${r}  кварталы`.replace('ы', ''),
  ];
  put('quarters', one(names), y, months(y, q * 3 - 2, q * 3));
  put('quarters', `${one(names)} ${y}${g()}`, 2022, months(y, q * 3 - 2, q * 3));
  const h = 1 + roll(2);
  const half = [
    `${h} полугодие`,
    `${ROMAN[h - 1]} полугодие`,
    `в ${h} полугодии`,
    `${one([['первое', 'второе']])[h - 1]} полугодие`,
    `в ${ORDP[h - 1]} полугодии`,
    `${h}-е полугодие`,
    `${h}-ое полугодие`,
  ];
  put('quarters', one(half), y, months(y, h * 6 - 5, h * 6));
  put('quarters', `${one(half)} ${y}${g()}`, 2021, months(y, h * 6 - 5, h * 6));
  if (q < 4) {
    const b = q + 1 + roll(4 - q);
    put(
      'quarters',
      `${ROMAN[q - 1]}${one(['-', '–', ' – '])}${ROMAN[b - 1]} ${one(['квартал', 'кварталы', 'кв.'])} ${y} г${one(['.', 'ода'])}`,
      2022,
      months(y, q * 3 - 2, b * 3),
    );
    put('quarters', `${q}-${b} квартал`, y, months(y, q * 3 - 2, b * 3));
    put(
      'quarters',
      `${ROMAN[q - 1]}, ${ROMAN[b - 1]} квартал ${y} г.`,
      2022,
      `composite ${iso(y, q * 3 - 2, 1)}..${end(y, b * 3)} [${months(y, q * 3 - 2, q * 3)}; ${months(y, b * 3 - 2, b * 3)}]`,
    );
    put('quarters', `до конца ${ROMAN[q - 1]} квартала ${y} г.`, 2022, `span ..${end(y, q * 3)}`);
    put(
      'quarters',
      `${ROMAN[q - 1]} квартал ${y} г. – ${ROMAN[b - 1]} квартал ${y + 1} г.`,
      2022,
      months(y, q * 3 - 2, b * 3, y + 1),
    );
  }
}

// school years
for (const y of YEARS) {
  const s = `${y}-09-01..${y + 1}-08-31`;
  const plan = `${y}/${two((y + 1) % 100)}`;
  for (const f of [
    `${y}-${y + 1} учебный год`,
    `в ${y}/${y + 1} учебном году`,
    `${y}–${y + 1} уч. год`,
    `в течение ${y}-${y + 1} учебного года`,
    `${y}/${two((y + 1) % 100)} уч. г.`,
    `на ${y}-${y + 1} уч.год`,
    `${y} - ${y + 1} уч.г.`,
    `${y}/${y + 1}`,
  ])
    put('school', f, 2022, `span ${s}`);
  for (const f of ['I полугодие', 'в первом полугодии', '1 полугодие']) {
    put('school', `${f} ${y}-${y + 1} учебного года`, 2022, span(iso(y, 9, 1), iso(y, 12, 31)));
    put('school', f, plan, span(iso(y, 9, 1), iso(y, 12, 31)));
  }
  for (const f of ['II полугодие', 'во втором полугодии', '2 полугодие']) {
    put('school', `${f} ${y}/${y + 1} уч. года`, 2022, span(iso(y + 1, 1, 1), iso(y + 1, 8, 31)));
    put('school', f, plan, span(iso(y + 1, 1, 1), iso(y + 1, 8, 31)));
  }
  for (const f of [
    'в течение учебного года',
    'в течение всего учебного года',
    'весь учебный год',
    'В течение года',
    'учебный год',
    'в течение уч. года',
  ])
    put('school', f, plan, `open ${s}`);
  const m = 1 + roll(12);
  put('school', N[m - 1], plan, months(m < 9 ? y + 1 : y, m, m));
  put('school', 'октябрь', plan, months(y, 10, 10));
  put('school', 'сентябрь-май', plan, months(y, 9, 5, y + 1));
  put('school', 'ноябрь – март', plan, months(y, 11, 3, y + 1));
  put('school', 'до 15 января', plan, `span ..${y + 1}-01-15`);
  put('school', 'до 15 ноября', plan, `span ..${y}-11-15`);
  put('school', 'с 1 октября по 30 апреля', plan, span(iso(y, 10, 1), iso(y + 1, 4, 30)));
  put(
    'school',
    'сентябрь, январь, май',
    plan,
    `composite ${y}-09-01..${y + 1}-05-31 [${months(y, 9, 9)}; ${months(y + 1, 1, 1)}; ${months(y + 1, 5, 5)}]`,
  );
  put('school', 'к началу учебного года', plan, `span ..${y}-09-01`);
  put('school', 'с начала учебного года', plan, `span ${y}-09-01..`);
  for (const f of ['I семестр', '1-й семестр', 'в первом семестре']) {
    put('school', f, plan, span(iso(y, 9, 1), iso(y, 12, 31)));
    put('school', f, y, span(iso(y, 9, 1), iso(y, 12, 31)));
    put('school', f, '2021..2023', '?');
  }
  for (const f of ['II семестр', 'во 2-м семестре', `2 семестр ${y}-${y + 1} учебного года`])
    put('school', f, plan, span(iso(y + 1, 1, 1), iso(y + 1, 8, 31)));
  put('school', `II семестр ${y} г.`, plan, span(iso(y, 1, 1), iso(y, 8, 31)));
  put('school', 'до начала II семестра', plan, `span ..${y + 1}-01-01`);
  put('school', 'до конца I семестра', plan, `span ..${y}-12-31`);
  for (const f of ['раз в семестр', 'каждый семестр', 'по семестрам', 'в конце каждого семестра'])
    put('school', f, plan, `recurring ${iso(y, 9, 1)}..${iso(y + 1, 8, 31)} FREQ=MONTHLY;INTERVAL=6`);
  for (const f of ['2 раза в семестр', 'не реже двух раз в семестр'])
    put('school', f, plan, `recurring ${iso(y, 9, 1)}..${iso(y + 1, 8, 31)} 2/half-year`);
  // Nobody said when trimesters are, nor how long the end of a half is.
  for (const f of ['II триместр', '2 раза в триместр', 'в конце семестра', 'в начале года'])
    put('school', f, plan, '?');
  put('school', 'раз в семестр', y, '?');
  put('school', 'II четверть', plan, '?');
  put('school', `к 1 сентября ${y} года`, plan, `span ..${y}-09-01`);
}
for (const f of ['в течение учебного года', 'до конца учебного года', 'весь учебный год'])
  put('school', f, 2022, '?');
for (const f of ['октябрь', 'до 1 мая', 'I квартал']) put('school', f, '2021..2023', '?');

// parts of a month
for (let i = 0; i < 60; i++) {
  const y = one(YEARS);
  const m = 1 + roll(12);
  const l = last(y, m);
  const dec = roll(3);
  const from = [1, 11, 21][dec];
  const to = [10, 20, l][dec];
  const names = [
    `${['начало', 'середина', 'конец'][dec]} ${G[m - 1]}`,
    `в ${['начале', 'середине', 'конце'][dec]} ${G[m - 1]}`,
    `${ROMAN[dec]} декада ${G[m - 1]}`,
    `${dec + 1}-я декада ${G[m - 1]}`,
    `${['первая', 'вторая', 'третья'][dec]} декада ${G[m - 1]}`,
    `${dec + 1} декада ${G[m - 1]}`,
    `в ${['первой', 'второй', 'третьей'][dec]} декаде ${G[m - 1]}`,
  ];
  put('parts', one(names), y, span(iso(y, m, from), iso(y, m, to)));
  put('parts', `${one(names)} ${y}${g()}`, 2022, span(iso(y, m, from), iso(y, m, to)));
  const w = 1 + roll(4);
  put(
    'parts',
    `${one([`${w} неделя`, `${w}-я неделя`, `${['первая', 'вторая', 'третья', 'четвертая'][w - 1]} неделя`])} ${G[m - 1]}`,
    y,
    span(iso(y, m, w * 7 - 6), iso(y, m, w * 7)),
  );
  const half = roll(2);
  put(
    'parts',
    `${['первая', 'вторая'][half]} половина ${G[m - 1]} ${y} г.`,
    2022,
    half ? span(iso(y, m, 16), iso(y, m, l)) : span(iso(y, m, 1), iso(y, m, 15)),
  );
}
for (const y of YEARS) {
  put('parts', `лето ${y} г.`, 2022, months(y, 6, 8));
  put('parts', `осень ${y} года`, 2022, months(y, 9, 11));
  put('parts', `весной ${y} г.`, 2022, months(y, 3, 5));
  put('parts', 'осень', y, months(y, 9, 11));
  put('parts', `весна`, y, months(y, 3, 5));
  put('parts', `зима ${y}-${y + 1} гг.`, 2022, months(y, 12, 2, y + 1));
  put('parts', 'конец мая – начало июня', y, span(iso(y, 5, 21), iso(y, 6, 10)));
  put('parts', 'III декада августа – I декада сентября', y, span(iso(y, 8, 21), iso(y, 9, 10)));
}

// rhythm
const WD = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'];
const WDA = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу'];
const WDP = ['понедельникам', 'вторникам', 'средам', 'четвергам', 'пятницам', 'субботам'];
const CODE = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FEM = [0, 0, 1, 0, 1, 1];
for (const y of [2021, 2022, 2023]) {
  const r = (rule) => `recurring ${year(y)} ${rule}`;
  const rows = {
    'FREQ=DAILY': ['ежедневно', 'Ежедневно', 'каждый день', '1 раз в день'],
    'FREQ=WEEKLY': [
      'еженедельно',
      'раз в неделю',
      '1 раз в неделю',
      'один раз в неделю',
      'каждую неделю',
      'не реже 1 раза в неделю',
      'Еженедельно.',
      'не менее одного раза в неделю',
    ],
    'FREQ=MONTHLY': [
      'ежемесячно',
      '1 раз в месяц',
      'раз в месяц',
      'не реже одного раза в месяц',
      'каждый месяц',
      'ЕЖЕМЕСЯЧНО',
      'ежемесячно в течение года',
      'в течение года, ежемесячно',
      'в течение года (ежемесячно)',
      'помесячно',
    ],
    'FREQ=MONTHLY;INTERVAL=3': [
      'ежеквартально',
      '1 раз в квартал',
      'раз в квартал',
      'каждый квартал',
      'один раз в квартал',
      'Ежеквартально в течение года',
      '1 раз в 3 месяца',
      'поквартально',
    ],
    'FREQ=MONTHLY;INTERVAL=6': [
      'раз в полугодие',
      '1 раз в полугодие',
      'один раз в полгода',
      'каждое полугодие',
      'раз в шесть месяцев',
      'по полугодиям',
    ],
    'FREQ=YEARLY': ['ежегодно', '1 раз в год', 'каждый год', 'один раз в год', 'не реже 1 раза в год'],
    'FREQ=MONTHLY;INTERVAL=2': [
      'раз в два месяца',
      '1 раз в 2 месяца',
      'каждые два месяца',
      'не реже одного раза в два месяца',
    ],
    'FREQ=WEEKLY;INTERVAL=2': ['раз в две недели', '1 раз в 2 недели', 'каждые две недели'],
    'FREQ=YEARLY;INTERVAL=2': ['раз в два года', '1 раз в 2 года'],
    'FREQ=DAILY;INTERVAL=10': ['раз в 10 дней', '1 раз в десять дней'],
    '2/month': [
      '2 раза в месяц',
      'два раза в месяц',
      'не реже 2 раз в месяц',
      'не менее двух раз в месяц',
      'дважды в месяц',
      'ежемесячно, не менее 2 раз',
      'не реже 2-х раз в месяц',
    ],
    '2/week': ['2 раза в неделю', 'два раза в неделю', 'не реже двух раз в неделю'],
    '3/year': ['3 раза в год', 'три раза в год', 'не менее 3 раз в год', 'трижды в год'],
    '4/year': ['4 раза в год', 'не реже четырёх раз в год', 'не менее 4-х раз в год'],
    '2/quarter': ['2 раза в квартал', 'не реже 2 раз в квартал'],
    '2/half-year': ['2 раза в полугодие', 'не менее двух раз в полугодие'],
    '1/school-quarter': [
      '1 раз в четверть',
      'раз в четверть',
      'каждую четверть',
      'не реже одного раза в четверть',
      'в конце каждой четверти',
      'по итогам каждой четверти',
    ],
    '2/school-quarter': [
      'не реже 2 раз в четверть',
      '2 раза в четверть',
      'не менее двух раз в учебную четверть',
    ],
    '1/school-year': ['1 раз в учебный год', 'один раз в учебном году'],
    '2/school-year': ['2 раза в учебный год', 'не реже двух раз в учебном году'],
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR': [
      'в рабочие дни',
      'ежедневно в рабочие дни',
      'ежедневно (в рабочие дни)',
      'по рабочим дням',
      'каждый рабочий день',
    ],
    'FREQ=MONTHLY;BYMONTHDAY=-1': [
      'последний день каждого месяца',
      'в последний день месяца',
      'до конца каждого месяца',
    ],
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10': [
      'ежеквартально до 10 числа месяца, следующего за отчётным',
      'ежеквартально, до 10 числа месяца, следующего за отчетным кварталом',
      'ежеквартально, не позднее 10-го числа месяца, следующего за отчетным периодом',
    ],
  };
  for (const [rule, texts] of Object.entries(rows)) for (const t of texts) put('rhythm', t, y, r(rule));
  for (let i = 0; i < 14; i++) {
    const d = 1 + roll(31);
    put(
      'rhythm',
      one([
        `ежемесячно до ${d} числа`,
        `ежемесячно, до ${d}-го числа`,
        `до ${d} числа каждого месяца`,
        `${d} числа каждого месяца`,
        `ежемесячно, не позднее ${d} числа`,
        `каждое ${d}-е число месяца`,
        `ежемесячно ${d} числа`,
        `ежемесячно до ${d} числа месяца, следующего за отчётным`,
        `ежемесячно (до ${d} числа)`,
        `к ${d} числу каждого месяца`,
      ]),
      y,
      r(`FREQ=MONTHLY;BYMONTHDAY=${d === 31 ? -1 : d}`),
    );
    const w = roll(6);
    const n = 1 + roll(4);
    const k = FEM[w]
      ? ['первая', 'вторая', 'третья', 'четвертая'][n - 1]
      : ['первый', 'второй', 'третий', 'четвёртый'][n - 1];
    const ka = FEM[w] ? ['первую', 'вторую', 'третью', 'четвертую'][n - 1] : k;
    put(
      'weekdays',
      one([
        `${FEM[w] ? 'каждую' : 'каждый'} ${WDA[w]}`,
        `по ${WDP[w]}`,
        `еженедельно по ${WDP[w]}`,
        `еженедельно, ${WD[w]}`,
        `еженедельно (${WD[w]})`,
        `еженедельно в ${WDA[w]}`,
        `Еженедельно, каждый ${WD[w]}`,
        `1 раз в неделю (${WD[w]})`,
      ]),
      y,
      r(`FREQ=WEEKLY;BYDAY=${CODE[w]}`),
    );
    put(
      'weekdays',
      one([
        `${k} ${WD[w]} месяца`,
        `${k} ${WD[w]} каждого месяца`,
        `каждый ${k} ${WD[w]} месяца`,
        `ежемесячно, ${k} ${WD[w]}`,
        `${n}-${FEM[w] ? 'я' : 'й'} ${WD[w]} месяца`,
        `ежемесячно (${k} ${WD[w]})`,
        `в ${ka} ${WDA[w]} каждого месяца`,
        `1 раз в месяц (${k} ${WD[w]})`,
      ]),
      y,
      r(`FREQ=MONTHLY;BYDAY=${n}${CODE[w]}`),
    );
    put(
      'weekdays',
      one([
        `последн${FEM[w] ? 'яя' : 'ий'} ${WD[w]} месяца`,
        `последн${FEM[w] ? 'яя' : 'ий'} ${WD[w]} каждого месяца`,
      ]),
      y,
      r(`FREQ=MONTHLY;BYDAY=-1${CODE[w]}`),
    );
    const v = (w + 1 + roll(4)) % 6;
    const pair = [w, v].sort((a, b) => a - b);
    if (pair[0] !== pair[1])
      put(
        'weekdays',
        one([
          `по ${WDP[pair[0]]} и ${WDP[pair[1]]}`,
          `еженедельно (${WD[pair[0]]}, ${WD[pair[1]]})`,
          `еженедельно: ${WD[pair[0]]}, ${WD[pair[1]]}`,
        ]),
        y,
        r(`FREQ=WEEKLY;BYDAY=${CODE[pair[0]]},${CODE[pair[1]]}`),
      );
    put(
      'weekdays',
      one([
        `2-й и 4-й ${WD[0]}`,
        `второй и четвёртый ${WD[0]} месяца`,
        `2 и 4 ${WD[0]} месяца`,
        `каждый 2-й и 4-й ${WD[0]}`,
        `ежемесячно, 2-й и 4-й ${WD[0]}`,
      ]),
      y,
      r('FREQ=MONTHLY;BYDAY=2MO,4MO'),
    );
    const m = 1 + roll(12);
    const e = 1 + roll(28);
    put(
      'rhythm',
      one([
        `ежегодно до ${e} ${G[m - 1]}`,
        `ежегодно, до ${e} ${G[m - 1]}`,
        `до ${e} ${G[m - 1]} ежегодно`,
        `до ${e} ${G[m - 1]} (ежегодно)`,
        `Ежегодно, не позднее ${e} ${G[m - 1]}`,
        `ежегодно ${e} ${G[m - 1]}`,
        `ежегодно к ${e} ${G[m - 1]}`,
        `до ${two(e)}.${two(m)} ежегодно`,
        `до ${e} ${G[m - 1]} каждого года`,
      ]),
      y,
      r(`FREQ=YEARLY;BYMONTH=${m};BYMONTHDAY=${e}`),
    );
    put(
      'rhythm',
      one([
        `ежегодно, ${N[m - 1]}`,
        `${N[m - 1]}, ежегодно`,
        `ежегодно в ${P[m - 1]}`,
        `${cap(N[m - 1])} ежегодно`,
        `ежегодно (${N[m - 1]})`,
        `${N[m - 1]} (ежегодно)`,
        `${N[m - 1]} каждого года`,
      ]),
      y,
      r(`FREQ=YEARLY;BYMONTH=${m}`),
    );
    const a = 1 + roll(8);
    const b = a + 2 + roll(3);
    put(
      'rhythm',
      one([
        `ежемесячно с ${G[a - 1]} по ${N[b - 1]}`,
        `ежемесячно, ${N[a - 1]}–${N[b - 1]}`,
        `${N[a - 1]}-${N[b - 1]} (ежемесячно)`,
        `с ${G[a - 1]} по ${N[b - 1]} ежемесячно`,
        `${cap(N[a - 1])} - ${N[b - 1]}, ежемесячно`,
      ]),
      y,
      `recurring ${iso(y, a, 1)}..${end(y, b)} FREQ=MONTHLY`,
    );
    put(
      'rhythm',
      one([
        `с ${G[a - 1]} ${y} г. еженедельно`,
        `еженедельно с ${G[a - 1]} ${y} г.`,
        `еженедельно, начиная с ${G[a - 1]} ${y} года`,
      ]),
      y,
      `recurring ${iso(y, a, 1)}..${y}-12-31 FREQ=WEEKLY`,
    );
    const c = b + 1 + roll(12 - b);
    if (c <= 12 && c > a + 1)
      put(
        'rhythm',
        one([
          `2 раза в год (${N[a - 1]}, ${N[c - 1]})`,
          `2 раза в год: ${N[a - 1]}, ${N[c - 1]}`,
          `два раза в год (${N[a - 1]} и ${N[c - 1]})`,
        ]),
        y,
        `recurring ${iso(y, a, 1)}..${end(y, c)} FREQ=YEARLY;BYMONTH=${a},${c}`,
      );
  }
  put(
    'rhythm',
    'в течение года (еженедельно, ежемесячно)',
    y,
    `composite ${year(y)} [recurring ${year(y)} FREQ=WEEKLY; recurring ${year(y)} FREQ=MONTHLY]`,
  );
  put('rhythm', 'ежедневно до 10:00', y, `recurring ${year(y)} FREQ=DAILY at 10:00`);
  put('rhythm', 'ежедневно до 9.00', y, `recurring ${year(y)} FREQ=DAILY at 09:00`);
  put(
    'rhythm',
    'еженедельно, по пятницам, до 15.00',
    y,
    `recurring ${year(y)} FREQ=WEEKLY;BYDAY=FR at 15:00`,
  );
  put('rhythm', 'август-сентябрь ежегодно', y, r('FREQ=YEARLY;BYMONTH=8,9'));
  put(
    'rhythm',
    `до 01 сентября ${y} г. (далее – ежегодно)`,
    y,
    `recurring ${y}-09-01..${y}-12-31 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1`,
  );
  put(
    'rhythm',
    'раз в полугодие (декабрь, май)',
    y,
    `recurring ${y}-05-01..${y}-12-31 FREQ=YEARLY;BYMONTH=5,12`,
  );
  put(
    'rhythm',
    'ежеквартально (март, июнь, сентябрь, декабрь)',
    y,
    `recurring ${y}-03-01..${y}-12-31 FREQ=YEARLY;BYMONTH=3,6,9,12`,
  );
}
const MAY = { 2021: '2021-05-17', 2022: '2022-05-16', 2023: '2023-05-15' };
put('weekdays', 'первый рабочий понедельник мая', 2023, 'day 2023-05-15');
put('weekdays', 'первый рабочий понедельник мая 2022 г.', 2021, 'day 2022-05-16');
put('weekdays', 'первый понедельник сентября', 2022, 'day 2022-09-05');
put('weekdays', 'последняя пятница мая 2022 г.', 2022, 'day 2022-05-27');
put('weekdays', 'вторая среда февраля 2023 года', 2022, 'day 2023-02-08');
put('weekdays', 'первый рабочий день сентября 2024 г.', 2022, 'day 2024-09-02');
put('weekdays', 'каждый понедельник сентября', 2022, 'recurring 2022-09-01..2022-09-30 FREQ=WEEKLY;BYDAY=MO');
void MAY;

// open, on demand
for (const y of [2020, 2021, 2022, 2024]) {
  for (const t of [
    'в течение года',
    'В течении года',
    'в течение всего года',
    'весь год',
    'на протяжении года',
    'в теч. года',
    'круглогодично',
    'втечение года',
    'В ТЕЧЕНИЕ ГОДА',
    'в течение\nгода',
    'в\u00a0течение  года',
    'в течение календарного года',
    'на протяжении всего года',
  ])
    put('open', t, y, `open ${year(y)}`);
  for (const t of [
    'постоянно',
    'Постоянно',
    'весь период',
    'в течение всего периода',
    'в течение всего периода реализации проекта',
    'на протяжении всего периода',
    'бессрочно',
    'без срока',
    'на постоянной основе',
    'регулярно',
    'в период реализации программы',
    'систематически',
    'весь период реализации',
    'в течение срока реализации проекта',
    'в течении всего срока',
    'постоянно, в течение всего периода',
  ])
    put('open', t, y, 'open ..');
  put('open', 'постоянно в течение года', y, `open ${year(y)}`);
  put('open', 'в течение года постоянно', y, `open ${year(y)}`);
  put('open', `постоянно с сентября ${y} г.`, y, `open ${y}-09-01..`);
  put('open', `с 01.09.${y} постоянно`, y, `open ${y}-09-01..`);
  for (const t of [
    'по отдельному графику',
    'по графику',
    'согласно графику',
    'согласно графика',
    'по плану',
    'по отдельному плану',
    'в соответствии с планом работы школы',
    'по плану-графику',
    'согласно плану ВШК',
    'по расписанию',
    'в соответствии с графиком',
    'по графику проведения мероприятий',
    'по утверждённому графику',
    'в сроки, установленные графиком',
  ])
    put('demand', t, y, 'on-demand basis:schedule');
  for (const t of [
    'по мере необходимости',
    'при необходимости',
    'по необходимости',
    'по запросу',
    'по мере поступления',
    'по мере поступления заявок',
    'по требованию',
    'по согласованию',
    'По мере необходимости.',
  ])
    put('demand', t, y, 'on-demand basis:need');
  for (const t of [
    'в каникулярное время',
    'каникулы',
    'в каникулярный период',
    'осенние каникулы',
    'в период летних каникул',
    'в дни весенних каникул',
    'во время каникул',
    'зимние каникулы',
  ])
    put('demand', t, y, 'on-demand basis:holidays');
  put('demand', 'в течение года по мере необходимости', y, `open ${year(y)} basis:need`);
  put('demand', 'в течение года (по отдельному графику)', y, `open ${year(y)} basis:schedule`);
  put('demand', 'май (по графику)', y, `${months(y, 5, 5)} basis:schedule`);
  put('demand', 'постоянно, по мере необходимости', y, 'on-demand basis:need');
  put('demand', 'ежемесячно, по графику', y, `recurring ${year(y)} FREQ=MONTHLY basis:schedule`);
}

// relative
const EV = [
  'издания приказа',
  'подписания соглашения',
  'получения запроса',
  'проведения мониторинга',
  'окончания семинара',
  'начала олимпиады',
  'поступления обращения',
  'утверждения программы',
];
const DN = [
  [1, 'день', 'рабочего дня'],
  [3, 'дней', 'рабочих дней'],
  [5, 'дней', 'рабочих дней'],
  [10, 'дней', 'рабочих дней'],
  [14, 'дней', 'рабочих дней'],
  [30, 'дней', 'рабочих дней'],
];
for (const e of EV) {
  for (const [n, , rab] of DN) {
    const days = n === 1 ? 'дня' : 'дней';
    put(
      'relative',
      one([
        `в течение ${n} ${days} со дня ${e}`,
        `в течение ${n} ${n === 1 ? 'календарного дня' : 'календарных дней'} со дня ${e}`,
        `не позднее ${n} ${days} после ${e}`,
        `в течение ${n} ${days} с момента ${e}`,
        `через ${n} ${n === 1 ? 'день' : n === 3 ? 'дня' : 'дней'} после ${e}`,
      ]),
      2022,
      `relative ${n} day «${e}»`,
    );
    put(
      'relative',
      one([
        `в течение ${n} ${rab} со дня ${e}`,
        `не позднее ${n} ${rab} с даты ${e}`,
        `В течение ${n} ${rab} после ${e}`,
      ]),
      2022,
      `relative ${n} working-day «${e}»`,
    );
    if (n > 1)
      put(
        'relative',
        one([
          `не позднее чем за ${n} дн${n === 3 ? 'я' : 'ей'} до ${e}`,
          `за ${n} дн${n === 3 ? 'я' : 'ей'} до ${e}`,
          `не менее чем за ${n} дн${n === 3 ? 'я' : 'ей'} до ${e}`,
          `не позднее, чем за ${n} дн${n === 3 ? 'я' : 'ей'} до ${e}`,
        ]),
        2022,
        `relative -${n} day «${e}»`,
      );
  }
  put('relative', `за 2 недели до ${e}`, 2022, `relative -2 week «${e}»`);
  put('relative', `за месяц до ${e}`, 2022, `relative -1 month «${e}»`);
  put('relative', `в течение недели после ${e}`, 2022, `relative 1 week «${e}»`);
  put('relative', `в течение двух недель со дня ${e}`, 2022, `relative 2 week «${e}»`);
  put('relative', `в трёхдневный срок со дня ${e}`, 2022, `relative 3 day «${e}»`);
  put('relative', `в 10-дневный срок после ${e}`, 2022, `relative 10 day «${e}»`);
  put('relative', `в месячный срок со дня ${e}`, 2022, `relative 1 month «${e}»`);
  put('relative', `после ${e}`, 2022, `relative «после ${e}»`);
}
put('ranges', 'на неделе с 3 по 7 октября', 2022, span('2022-10-03', '2022-10-07'));
put('rhythm', 'через каждые две недели', 2022, `recurring ${year(2022)} FREQ=WEEKLY;INTERVAL=2`);
for (const t of ['в один из дней октября', 'в любой день октября'])
  put('months', t, 2022, months(2022, 10, 10));
for (const t of ['до каникул', 'до осенних каникул', 'к летним каникулам', 'до конца триместра'])
  put('relative', t, 2022, `relative «${t}»`);
put('relative', 'по окончании четверти', 2022, 'relative «по окончании четверти»');
put('relative', 'по итогам мониторинга', 2022, 'relative «по итогам мониторинга»');
put('relative', 'по завершении курсов', 2022, 'relative «по завершении курсов»');
for (const t of [
  'в течение 10 дней',
  'за 2 недели',
  'в течение 24 часов',
  'в течение 10 дней со дня',
  'в течение 5 дней, но не позднее 1 мая',
  'в течение 10 дней со дня издания приказа, но не позднее 1 октября',
])
  put('relative', t, 2022, '?');

// lists, owners, notes
for (let i = 0; i < 60; i++) {
  const y = one(YEARS);
  const a = 1 + roll(6);
  const b = a + 1 + roll(3);
  const c = b + 1 + roll(12 - b);
  const A = months(y, a, a);
  const B = months(y, b, b);
  const hull = `${iso(y, a, 1)}..${end(y, b)}`;
  put(
    'lists',
    one([
      `${N[a - 1]}, ${N[b - 1]}`,
      `${N[a - 1]} и ${N[b - 1]}`,
      `${cap(N[a - 1])}; ${N[b - 1]}`,
      `${N[a - 1]}\n${N[b - 1]}`,
      `${N[a - 1]},${N[b - 1]}`,
    ]),
    y,
    `composite ${hull} [${A}; ${B}]`,
  );
  put(
    'lists',
    one([
      `${N[a - 1]}, ${N[b - 1]} ${y}${g()}`,
      `${cap(N[a - 1])} и ${N[b - 1]} ${y} года`,
      `${N[a - 1]} ${y} г., ${N[b - 1]} ${y} г.`,
      `${N[a - 1]} ${y}\n${N[b - 1]} ${y}`,
      `в ${P[a - 1]} и ${P[b - 1]} ${y} г.`,
    ]),
    2022,
    `composite ${hull} [${A}; ${B}]`,
  );
  put(
    'lists',
    `${N[b - 1]} ${y}, ${N[a - 1]} ${y + 1}`,
    2022,
    `composite ${iso(y, b, 1)}..${end(y + 1, a)} [${B}; ${months(y + 1, a, a)}]`,
  );
  if (c <= 12)
    put(
      'lists',
      `${N[a - 1]}, ${N[b - 1]}, ${N[c - 1]}`,
      y,
      `composite ${iso(y, a, 1)}..${end(y, c)} [${A}; ${B}; ${months(y, c, c)}]`,
    );
  if (c <= 12 && c > b)
    put(
      'lists',
      `${N[a - 1]}-${N[b - 1]}, ${N[c - 1]} ${y} г.`,
      2022,
      `composite ${iso(y, a, 1)}..${end(y, c)} [${months(y, a, b)}; ${months(y, c, c)}]`,
    );
  const d = 1 + roll(10);
  const e = d + 1 + roll(15);
  put(
    'lists',
    one([`${d}, ${e} ${G[a - 1]} ${y} г.`, `${d} и ${e} ${G[a - 1]} ${y} г.`]),
    2022,
    `composite ${iso(y, a, d)}..${iso(y, a, e)} [day ${iso(y, a, d)}; day ${iso(y, a, e)}]`,
  );
  put(
    'lists',
    one([
      `${d} ${G[a - 1]}, ${e} ${G[b - 1]} ${y} г.`,
      `${two(d)}.${two(a)}.${y}, ${two(e)}.${two(b)}.${y}`,
      `${two(d)}.${two(a)}.${y}\n${two(e)}.${two(b)}.${y}`,
    ]),
    2022,
    `composite ${iso(y, a, d)}..${iso(y, b, e)} [day ${iso(y, a, d)}; day ${iso(y, b, e)}]`,
  );
  put(
    'lists',
    one([
      `до ${d} ${G[a - 1]}, до ${e} ${G[b - 1]}`,
      `до ${d} ${G[a - 1]} и до ${e} ${G[b - 1]}`,
      `до ${d} ${G[a - 1]}\nдо ${e} ${G[b - 1]}`,
    ]),
    y,
    `composite ..${iso(y, b, e)} [span ..${iso(y, a, d)}; span ..${iso(y, b, e)}]`,
  );
  const X = one(['школа А', 'школа № 3', 'МБОУ СОШ № 5', 'лицей', '9 классы', 'муниципальный этап']);
  const Y = one(['школа Б', 'гимназия', 'ООШ № 12', '11 классы', 'региональный этап']);
  put(
    'owners',
    one([`${y} год (${X}), ${y + 1} год (${Y})`, `${y} г. (${X})\n${y + 1} г. (${Y})`]),
    2022,
    `composite ${y}-01-01..${y + 1}-12-31 [span ${year(y)} for:${X}; span ${year(y + 1)} for:${Y}]`,
  );
  put(
    'owners',
    one([
      `${N[a - 1]} (${X}), ${N[b - 1]} (${Y})`,
      `${N[a - 1]} – ${X}, ${N[b - 1]} – ${Y}`,
      `${X} – ${N[a - 1]}; ${Y} – ${N[b - 1]}`,
      `${X}: ${N[a - 1]}; ${Y}: ${N[b - 1]}`,
    ]),
    y,
    `composite ${hull} [${A} for:${X}; ${B} for:${Y}]`,
  );
  put(
    'notes',
    one([
      `(${N[a - 1]} – ${N[b - 1]})`,
      `Срок: ${N[a - 1]}-${N[b - 1]}`,
      `Сроки проведения: ${N[a - 1]} - ${N[b - 1]}`,
      `${N[a - 1]} - ${N[b - 1]};`,
      `${N[a - 1]}-${N[b - 1]}.`,
    ]),
    y,
    months(y, a, b),
  );
  put(
    'notes',
    one([
      `Срок исполнения - до ${d} ${G[a - 1]}`,
      `Срок исполнения: до ${d} ${G[a - 1]}`,
      `(в срок до ${d} ${G[a - 1]})`,
      `(до ${d} ${G[a - 1]})`,
      `срок – до ${d} ${G[a - 1]} включительно`,
      `до «${d}» ${G[a - 1]}`,
    ]),
    y,
    `span ..${iso(y, a, d)}`,
  );
  put(
    'notes',
    `с ${d} ${G[a - 1]} по ${e} ${G[b - 1]} (${one(['заключительный', 'отборочный этап', 'основной'])})`,
    y,
    (text) => `${span(iso(y, a, d), iso(y, b, e))} for:${text}`,
  );
  put(
    'times',
    one([
      `${d} ${G[a - 1]} ${y} г., 10:00`,
      `${d} ${G[a - 1]} ${y} г. в 10.00`,
      `${d} ${G[a - 1]} ${y} года, 10 часов`,
      `${two(d)}.${two(a)}.${y} в 10:00`,
      `${d} ${G[a - 1]} ${y} г. в 10 ч. 00 мин.`,
      `${d} ${G[a - 1]} ${y} г. в 10-00`,
    ]),
    2022,
    `day ${iso(y, a, d)} at 10:00`,
  );
  put(
    'times',
    one([
      `до 18:00 ${d} ${G[a - 1]} ${y} г.`,
      `до ${d} ${G[a - 1]} ${y} г., 18.00`,
      `до 18 часов ${d} ${G[a - 1]} ${y} г.`,
      `до ${two(d)}.${two(a)}.${y} 18:00`,
      `не позднее 18.00 ${d} ${G[a - 1]} ${y} г.`,
    ]),
    2022,
    `span ..${iso(y, a, d)} at 18:00`,
  );
}

// slips of keys and scanners
for (let i = 0; i < 45; i++) {
  const y = 2021 + roll(3);
  const m = 1 + roll(12);
  const o = String(y)
    .replace('1', one(['l', 'I', '1']))
    .replace('0', one(['O', 'О', 'o', '0']));
  put('slips', `${N[m - 1]} ${o} г.`, 2022, months(y, m, m));
  const d = 1 + roll(9);
  put('slips', `${one(['O', 'О', 'о'])}${d}.${two(m)}.${y}`, 2022, `day ${iso(y, m, d)}`);
  if (m !== 2) put('slips', `З0.${two(m)}.${y}`, 2022, `day ${iso(y, m, 30)}`);
  const lat = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', А: 'A', М: 'M', О: 'O', С: 'C' };
  put('slips', [...cap(N[m - 1])].map((c) => (roll(2) ? (lat[c] ?? c) : c)).join(''), y, months(y, m, m));
  const word = N[m - 1];
  if (word.length > 5) {
    const at = 1 + roll(word.length - 2);
    const slip = one([
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + word[at] + word.slice(at),
      word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    ]);
    put('slips', `${slip} ${y} г.`, 2022, months(y, m, m));
  }
  put('slips', `${d}${G[m - 1]}${y}г.`, 2022, `day ${iso(y, m, d)}`);
  put('slips', `до ${d}${G[m - 1]}`, y, `span ..${iso(y, m, d)}`);
  put('slips', `${N[m - 1]}${y}`, 2022, months(y, m, m));
  put('slips', ` ${cap(N[m - 1])}\u00a0\u00a0${y}  г . `, 2022, months(y, m, m));
}
for (const [t, meaning] of [
  ['Ш квартал 2022 г.', months(2022, 7, 9)],
  ['П квартал 2022 г.', months(2022, 4, 6)],
  ['IУ квартал 2022 г.', months(2022, 10, 12)],
  ['ІV кв. 2022', months(2022, 10, 12)],
  ['Ⅲ квартал 2022 г.', months(2022, 7, 9)],
  ['lll квартал 2022', months(2022, 7, 9)],
  ['П полугодие 2022 г.', months(2022, 7, 12)],
  ['IIIквартал 2022', months(2022, 7, 9)],
  ['3кв.2022г.', months(2022, 7, 9)],
  ['в течениe года', 'open 2022-01-01..2022-12-31'],
  ['постояно', 'open ..'],
  ['ежемесячьно', 'recurring 2022-01-01..2022-12-31 FREQ=MONTHLY'],
  ['ежеквартальн', 'recurring 2022-01-01..2022-12-31 FREQ=MONTHLY;INTERVAL=3'],
  ['еженедельна', 'recurring 2022-01-01..2022-12-31 FREQ=WEEKLY'],
  ['сен\u00adтябрь', months(2022, 9, 9)],
  ['сен-\nтябрь 2022', months(2022, 9, 9)],
  ['0ктябрь 2022', months(2022, 10, 10)],
  ['до 01.O9.2022', 'span ..2022-09-01'],
  ['2О22-2О24 гг.', span('2022-01-01', '2024-12-31')],
])
  put('slips', t, 2022, meaning);

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
for (const [name, rows] of Object.entries(files)) {
  const lines = [...rows].map(([key, meaning]) => {
    const text = key.split('\t')[0];
    const note = /\(([^)]*)\)$/.exec(text)?.[1];
    return `${key}\t${typeof meaning === 'function' ? meaning(note) : meaning}`;
  });
  writeFileSync(join(folder, `${name}.tsv`), `text\tplan\tmeaning\n${lines.join('\n')}\n`);
}
