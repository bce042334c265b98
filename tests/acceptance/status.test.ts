import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import { parseDay } from '../../src/meaning/day.ts';
import { loadWorkspace } from '../../src/model/load.ts';
import { planStatus } from '../../src/status/status.ts';
import { hasShared, sharedPath } from './shared.ts';

/**
 * What a person who read the report of the second stage says of its fourteen rows on three days. A dated fact is
 * known from its day on; most of the report is undated and became known with it, on 31 December.
 *
 * On 1 July:    7 was due in April and reported in December, 8 was due by June: both overdue. 21 (August), 24
 *               (September) and the rows of autumn have not begun; nothing was reported yet of those that run to December.
 * On 1 October: 10 was done on 23 August and 21 on 26 August. 24 was due in September and its marathon took place
 *               in late October: overdue by a day. 30 is due on 20 October, 19 days on: not yet soon.
 * On 31 December: the report is known. 7 and 24 were done after their months. 13 has no row in the report: it is due
 *               today. Nobody wrote when 8 and 30 were done, so nobody can call them late.
 */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2021-07-01': {
    '7': 'overdue',
    '8': 'overdue',
    '9': 'not-started',
    '10': 'not-started',
    '11': 'not-started',
    '12': 'not-started',
    '13': 'not-started',
    '15': 'not-started',
    '19': 'not-started',
    '21': 'not-started',
    '24': 'not-started',
    '26': 'not-started',
    '27': 'not-started',
    '30': 'not-started',
  },
  '2021-10-01': {
    '7': 'overdue',
    '8': 'overdue',
    '9': 'not-started',
    '10': 'done',
    '11': 'not-started',
    '12': 'not-started',
    '13': 'not-started',
    '15': 'not-started',
    '19': 'not-started',
    '21': 'done',
    '24': 'overdue',
    '26': 'not-started',
    '27': 'not-started',
    '30': 'not-started',
  },
  '2021-12-31': {
    '7': 'done-late',
    '8': 'done',
    '9': 'done',
    '10': 'done',
    '11': 'done',
    '12': 'done',
    '13': 'due-soon',
    '15': 'done',
    '19': 'done',
    '21': 'done',
    '24': 'done-late',
    '26': 'done',
    '27': 'done',
    '30': 'done',
  },
};

describe.skipIf(!hasShared)('the report of Shakhty', () => {
  const workspace = hasShared ? loadWorkspace(diskFiles(sharedPath('real'))).workspace : undefined;
  const on = (date: string) =>
    planStatus(workspace!.planOf('shakhty-2021')!, workspace!, { asOf: parseDay(date)! });

  it.each(Object.keys(SAID))('on %s stands as a person says', (date) => {
    expect(Object.fromEntries(on(date).items.map(({ item, state }) => [item.number, state]))).toEqual(
      SAID[date],
    );
  });

  it('says how many days are lost', () => {
    const days = on('2021-10-01').items.flatMap(({ item, daysOverdue }) =>
      daysOverdue === undefined ? [] : [[item.number, daysOverdue]],
    );
    expect(days).toEqual([
      ['7', 154],
      ['8', 93],
      ['24', 1],
    ]);
  });

  it('calls nothing met that the report only tells in words', () => {
    const { items } = on('2021-12-31');
    const measured = items
      .filter(({ facts }) => facts.length > 0)
      .flatMap(({ indicators }) => indicators)
      .filter(({ meaning }) => meaning !== undefined && meaning.kind !== 'qualitative');
    expect(new Set(measured.map(({ state }) => state))).toEqual(new Set(['unverifiable']));
  });
});
