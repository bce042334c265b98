import { expect, test } from 'vitest';
import { amendmentOf } from '../../src/history/amendment/of-difference.ts';
import { readAmendment } from '../../src/history/amendment/read.ts';
import { diffPlans } from '../../src/history/diff.ts';
import { signedTextOf } from '../../src/history/signed-text.ts';
import { readOrder } from '../../src/import/amendment/order.ts';
import { renderOnLetterhead } from '../../src/render/letterhead.ts';
import { amendmentView } from '../../src/view/amendment-view.ts';
import { planIn } from '../history/amended.ts';
import { docx, p } from '../import/word-file.ts';

const PLAN = `kind: plan
id: ozero-2022
title: План мероприятий
period: 2022
order: {type: приказ, issuer: Отдел образования, number: "12", date: 2022-01-20, signatory: {position: Начальник, name: А.Б. Ветрова}}
executors: {отдел: {name: Отдел образования}}
items:
  - {number: "1", action: Провести семинар, when: май, executors: [отдел]}
  - {number: "2", action: Подвести итоги, when: декабрь, executors: [отдел]}
`;

test('an amending order on a blank keeps the rows it quotes between its clauses', async () => {
  const [old, now] = [
    planIn(PLAN),
    planIn(PLAN.replace('семинар, when: май', 'вебинар, when: июнь').replace('Подвести', 'Обсудить')),
  ];
  const clauses = amendmentOf(diffPlans(signedTextOf(old), signedTextOf(now)));
  const original = { type: 'приказ', number: '12', date: '2022-01-20', day: undefined };
  const view = amendmentView(now.plan, now.workspace, { clauses, original, approved: old.plan });
  const { bytes } = await renderOnLetterhead(
    view!,
    docx(p('БЛАНК') + p('{{дата}} № {{номер}}') + p('{{текст}}')),
  );
  const order = await readOrder(bytes!, 'приказ.docx', old.plan);
  if (!order.ok) throw new Error(order.problem.message.ru);
  const read = readAmendment(order.value.blocks);
  expect(read.unread).toEqual([]);
  expect(read.clauses.map(({ clause }) => clause)).toEqual(clauses);
});
