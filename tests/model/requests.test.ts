import { expect, it } from 'vitest';
import { dayOf } from '../../src/meaning/day.ts';
import { buildRequests } from '../../src/model/requests.ts';

it('a file of requests is read as far as it can be', () => {
  const { requests } = buildRequests('r.yaml', {
    requests: [
      {
        form: '7KQ2MX',
        plan: 'zarechny-2022',
        to: { territory: 'Заречный район' },
        sent: '2022-06-01',
        due: '10.06.2022',
        range: { from: '2022-04-01', to: '2022-06-30' },
        items: ['7', '10.', 12],
        reminded: ['2022-06-13', 'вчера'],
        answers: [{ received: '2022-06-09', items: ['7'], partly: ['10'] }, 'пришёл'],
      },
      { form: '7KQ2MY', plan: 'zarechny-2022', to: {}, items: 'семь', due: '31.04.2022' },
      'нет',
    ],
  });
  expect(requests).toHaveLength(2);
  expect(requests[0]).toMatchObject({
    to: { kind: 'territory', key: 'Заречный район' },
    sent: dayOf(2022, 6, 1),
    due: dayOf(2022, 6, 10),
    range: { from: dayOf(2022, 4, 1), to: dayOf(2022, 6, 30) },
    items: ['7', '10', '12'],
    reminded: [dayOf(2022, 6, 13)],
    answers: [{ received: dayOf(2022, 6, 9), items: ['7'], partly: ['10'] }],
    route: ['requests', 0],
  });
  expect(requests[0]?.answers[0]?.route).toEqual(['requests', 0, 'answers', 0]);
  expect(Object.keys(requests[1] ?? {})).toEqual(['form', 'plan', 'items', 'reminded', 'answers', 'route']);
});
