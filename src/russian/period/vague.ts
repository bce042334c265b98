import {
  attempt,
  type Cursor,
  peek,
  roleAt,
  since,
  take,
  takeRole,
  takeRoles,
  takeWord,
} from '../grammar/cursor.ts';
import type { Role } from '../words/lexicon.ts';
import type { Term } from './syntax.ts';
import { skipPlain, skipPlanYears } from './words-of.ts';
import { takeYearMark } from './year.ts';

const REQUESTS: ReadonlySet<Role> = new Set<Role>(['request', 'need']);

type Rule = (c: Cursor) => DistributedOmit | undefined;
type DistributedOmit =
  | { type: 'open' }
  | { type: 'plan'; year: 'any' | 'school' | 'civil' }
  | { type: 'demand'; basis: 'schedule' | 'need' | 'holidays' };

/** Terms without dates of their own: the plan's whole period, «постоянно», «по графику», «по мере необходимости». */
export function takeVague(c: Cursor): Term | undefined {
  const start = c.pos;
  for (const rule of [always, wholeYear, wholePeriod, schedule, need, holidays]) {
    const found = attempt(c, rule);
    if (found) return { ...found, at: since(c, start) };
  }
  return undefined;
}

const always: Rule = (c) => {
  if (takeRole(c, 'on')) {
    return takeRole(c, 'always') && takeRole(c, 'basis') ? { type: 'open' } : undefined;
  }
  if (takeRole(c, 'without')) {
    skipPlain(c, { most: 2 });
    return c.tokens[c.pos - 1]?.text.startsWith('срок') || takeRole(c, 'deadline')
      ? { type: 'open' }
      : undefined;
  }
  if (takeWord(c, 'в')) {
    return takeWord(c, 'постоянном') && takeWord(c, 'режиме') ? { type: 'open' } : undefined;
  }
  return takeRole(c, 'always') ? { type: 'open' } : undefined;
};

/** «в течение всего учебного года», «весь год», «на протяжении года», «круглогодично». */
const wholeYear: Rule = (c) => {
  if (takeRole(c, 'yearRound')) {
    takeRole(c, 'year');
    return { type: 'plan', year: 'any' };
  }
  const course = takeCourse(c);
  if (!course) takeRole(c, 'in', 'on', 'for');
  const whole = takeRole(c, 'whole');
  const current = takeRole(c, 'current');
  const school = takeRole(c, 'school');
  const civil = !school && takeRole(c, 'civil');
  const bare = !course && !whole && !current;
  // A lone «год» is no срок; «учебный год» is the plan's own.
  if (bare && !school) return undefined;
  if (!takeRole(c, 'year') || peek(c)?.length === 4) return undefined;
  return { type: 'plan', year: school ? 'school' : civil ? 'civil' : 'any' };
};

function takeCourse(c: Cursor): true | undefined {
  return attempt(c, () => {
    if (takeRole(c, 'inCourse')) return true;
    takeRole(c, 'in', 'on', 'for');
    takeRole(c, 'whole');
    return takeRole(c, 'course', 'along') && true;
  });
}

/** What a plan may be called in «весь период реализации …». */
const PLAN_NAME = /^(?:проект|програм|подпрограм|план|дорожн|мероприят|комплекс|концепц|стратег)/;

/** «весь период», «в течение всего срока реализации проекта», «в период реализации программы». */
const wholePeriod: Rule = (c) => {
  const course = takeCourse(c);
  if (!course) takeRole(c, 'in', 'on', 'for');
  const whole = takeRole(c, 'whole');
  const span = takeRole(c, 'span', 'deadline', 'during');
  const doing = takeRole(c, 'doing');
  if (!doing) return whole && span && span.text !== 'время' ? { type: 'open' } : undefined;
  if (!span && !course) return undefined;
  const start = c.pos;
  takeRole(c, 'current');
  const name = peek(c)?.text.replace(/^[«"]/, '') ?? '';
  // «в ходе проведения мероприятий»: of these events, not of the plan.
  if (doing.text.startsWith('провед') && name.startsWith('мероприят')) return undefined;
  const named = PLAN_NAME.test(name);
  skipPlain(c, { most: 8 });
  return c.pos === start || named ? { type: 'open' } : undefined;
};

const SET = /^(?:установл|утвержд|определ|предусм|согласован)/;

/** «по отдельному графику», «согласно плану работы школы», «в соответствии с графиком», «в сроки, установленные …». */
const schedule: Rule = (c) => {
  if (takeRoles(c, 'in', 'deadline')) {
    take(c, 'comma');
    if (!SET.test(peek(c)?.text ?? '')) return undefined;
    skipPlain(c);
    return { type: 'demand', basis: 'schedule' };
  }
  if (takeWord(c, 'в')) {
    if (!/^(?:установленн|утвержденн)/.test(peek(c)?.text ?? '')) {
      if (!takeRole(c, 'accordance') || !takeRole(c, 'since')) return undefined;
    } else {
      c.pos++;
      skipPlain(c, { most: 3 });
      return takeRole(c, 'deadline') ? { type: 'demand', basis: 'schedule' } : undefined;
    }
  } else if (!takeRole(c, 'by', 'according')) return undefined;
  for (let ahead = 0; ahead < 4 && roleAt(c) !== 'schedule' && !isTerms(c); ahead++)
    if (skipPlain(c, { most: 1 }) === 0) break;
  if (isTerms(c)) c.pos++;
  else if (!takeRole(c, 'schedule')) return undefined;
  attempt(c, () => take(c, 'dash') && takeRole(c, 'schedule'));
  skipPlain(c);
  attempt(c, () =>
    take(c, 'comma') && SET.test(peek(c)?.text ?? '') && skipPlain(c) > 0 ? true : undefined,
  );
  skipPlanYears(c);
  return { type: 'demand', basis: 'schedule' };
};

/** «согласно срокам проведения», «в соответствии с установленными сроками» */
const isTerms = (c: Cursor) => roleAt(c) === 'deadline' && /(?:ами|ам)$/.test(peek(c)!.text);

/** «по мере необходимости», «при необходимости», «по запросу», «по мере поступления заявок». */
const need: Rule = (c) => {
  if (takeRole(c, 'at')) {
    if (/^(?:поступлени|обращени|возникновени)/.test(peek(c)?.text ?? '')) {
      return skipPlain(c, { most: 6, also: REQUESTS }) > 0 ? { type: 'demand', basis: 'need' } : undefined;
    }
    if (!takeWord(c, 'наличии')) return takeRole(c, 'need') ? { type: 'demand', basis: 'need' } : undefined;
    return takeRole(c, 'need', 'request') ? { type: 'demand', basis: 'need' } : undefined;
  }
  if (takeWord(c, 'в')) {
    return takeWord(c, 'случае') && takeRole(c, 'need') ? { type: 'demand', basis: 'need' } : undefined;
  }
  if (!takeRole(c, 'by')) return undefined;
  if (takeRole(c, 'measure') || takeWord(c, 'факту')) {
    if (takeRole(c, 'need')) return { type: 'demand', basis: 'need' };
    return skipPlain(c, { most: 6 }) > 0 ? { type: 'demand', basis: 'need' } : undefined;
  }
  if (takeRole(c, 'need')) return { type: 'demand', basis: 'need' };
  if (!takeRole(c, 'request')) return undefined;
  skipPlain(c, { most: 6 });
  return { type: 'demand', basis: 'need' };
};

/** «каникулы», «в дни осенних каникул», «в каникулярное время»: whose dates only the school knows. */
const holidays: Rule = (c) => {
  takeRole(c, 'in', 'on');
  takeRole(c, 'span', 'day', 'during', 'course');
  while (/^(?:осенн|зимн|весенн|летн|школьн)/.test(peek(c)?.text ?? '')) {
    c.pos++;
    attempt(c, () =>
      (take(c, 'comma') ?? takeRole(c, 'and')) && /^(?:осенн|зимн|весенн|летн)/.test(peek(c)?.text ?? '')
        ? true
        : undefined,
    );
  }
  if (!takeRole(c, 'holidays')) return undefined;
  takeRole(c, 'span', 'day', 'during');
  takeYearMark(c);
  return { type: 'demand', basis: 'holidays' };
};
