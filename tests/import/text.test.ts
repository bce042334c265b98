import { describe, expect, it } from 'vitest';
import { importBody, planOf } from './imported.ts';
import { list, p, run, tbl, tc, tr, usual } from './word-file.ts';

const del = (text: string): string =>
  `<w:del w:id="1" w:author="А"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const ins = (text: string): string => `<w:ins w:id="2" w:author="А">${run(text)}</w:ins>`;

/** The action of the only item whose action cell holds this markup. */
async function action(
  inner: string,
  parts = {},
  changes: 'accept' | 'reject' = 'accept',
): Promise<string | undefined> {
  const plan = await planOf(tbl([[...usual], ['1', tc(inner), 'Март', 'Комитет', 'Справка']]), parts, {
    changes,
  });
  return plan.items?.[0]?.action;
}

describe('text of a paragraph', () => {
  it('keeps soft breaks as lines, special hyphens and symbols as signs', async () => {
    expect(
      await action(
        p(
          '',
          {},
          `${run('первая\nвторая')}<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>я</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`,
        ),
      ),
    ).toBe('первая\nвторая-я≥');
  });

  it('takes the result of a field and leaves its code', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF а </w:instrText></w:r>' +
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>план</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(await action(p('', {}, run('Утвердить ') + field))).toBe('Утвердить план');
    expect(await action(p('', {}, `<w:fldSimple w:instr="DATE">${run('Провести сбор')}</w:fldSimple>`))).toBe(
      'Провести сбор',
    );
  });

  it('reads the contents of controls, smart tags and hyperlinks, and alternate content once', async () => {
    const inner =
      `<w:smartTag><w:smartTagPr/>${run('Посетить ')}</w:smartTag>` +
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('школы ')}</w:sdtContent></w:sdt>` +
      `<mc:AlternateContent><mc:Choice Requires="wps">${run('района')}</mc:Choice><mc:Fallback>${run('района')}</mc:Fallback></mc:AlternateContent>`;
    expect(await action(p('', {}, inner))).toBe('Посетить школы района');
    const placeholder = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Место для ввода')}</w:sdtContent></w:sdt>`;
    expect(await action(p('', {}, run('Сбор') + placeholder))).toBe('Сбор');
  });

  it('numbers the lists inside a cell', async () => {
    const numbering = list(3, [['decimal', '%1)']]);
    expect(
      await action(p('Провести:') + p('сбор', { list: [3, 0] }) + p('отбор', { list: [3, 0] }), {
        numbering,
      }),
    ).toBe('Провести:\n1) сбор\n2) отбор');
  });

  it('leaves hidden text out and says so', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайное</w:t></w:r>';
    const { draft, problems } = await importBody(
      tbl([[...usual], ['1', tc(p('', {}, run('Сбор') + hidden)), 'Март', 'Комитет', '']]),
    );
    expect(draft?.plan.items?.[0]?.action).toBe('Сбор');
    expect(problems.map((problem) => problem.code)).toEqual(['hidden-text']);
  });
});

describe('tracked changes', () => {
  const inner = p('', {}, run('Не менее ') + del('одной') + ins('двух') + run(' встреч'));

  it('are taken, or undone', async () => {
    expect(await action(inner)).toBe('Не менее двух встреч');
    expect(await action(inner, {}, 'reject')).toBe('Не менее одной встреч');
  });

  it('move text', async () => {
    const moved =
      p('', {}, `<w:moveFrom w:id="5">${run('Сбор.')}</w:moveFrom>${run(' Отбор.')}`) +
      p('', {}, `${run('Итог. ')}<w:moveTo w:id="6">${run('Сбор.')}</w:moveTo>`);
    expect(await action(moved)).toBe('Отбор.\nИтог. Сбор.');
    expect(await action(moved, {}, 'reject')).toBe('Сбор. Отбор.\nИтог.');
  });

  it('join paragraphs whose boundary was deleted', async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="7"/></w:rPr></w:pPr>${run('Провести ')}</w:p>`;
    expect(await action(first + p('сбор'))).toBe('Провести сбор');
    expect(await action(first + p('сбор'), {}, 'reject')).toBe('Провести\nсбор');
  });

  it('take and remove whole rows and cells', async () => {
    const body = tbl([
      [...usual],
      tr(['1', 'Старое', 'Март', 'Комитет', 'Справка'], '<w:del w:id="8"/>'),
      tr(['2', 'Новое', 'Март', 'Комитет', 'Справка'], '<w:ins w:id="9"/>'),
      ['3', 'Прежнее', 'Март', 'Комитет', 'Справка'],
    ]);
    expect((await planOf(body)).items?.map((item) => item.action)).toEqual(['Новое', 'Прежнее']);
    expect((await planOf(body, {}, { changes: 'reject' })).items?.map((item) => item.action)).toEqual([
      'Старое',
      'Прежнее',
    ]);
  });
});

describe('comments and footnotes', () => {
  const comments = `<w:comment w:id="0" w:author="И.О. Фамилия" w:date="2022-03-01T10:00:00Z">${p('Какой срок?')}</w:comment>`;
  const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('')}</w:footnote><w:footnote w:id="2">${p('По согласованию.')}</w:footnote>`;

  it('stand above the value they are about', async () => {
    const cell = tc(
      p(
        '',
        {},
        `<w:commentRangeStart w:id="0"/>${run('Март')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
    );
    const note = tc(p('', {}, `${run('Комитет')}<w:r><w:footnoteReference w:id="2"/></w:r>`));
    const { draft } = await importBody(tbl([[...usual], ['1', 'Сбор', cell, note, '']]), {
      comments,
      footnotes,
    });
    expect(draft?.comments).toEqual([
      {
        document: 'plan',
        route: ['items', 0, 'when'],
        text: 'Комментарий (И.О. Фамилия, 01.03.2022): Какой срок?',
      },
      { document: 'plan', route: ['items', 0, 'executors'], text: 'Сноска: По согласованию.' },
    ]);
  });
});

describe('the page around the text', () => {
  it('has headers and footers left out, text boxes read', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('УТВЕРЖДЕНА')}${p('приказом Управления образования')}${p('от 14.03.2022 № 15')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('УТВЕРЖДЕНА')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const plan = await planOf(
      p('', {}, `<w:r>${box}</w:r>`) +
        p('План мероприятий на 2022 год', { align: 'center' }) +
        tbl([[...usual], ['1', 'Сбор', 'Март', 'Комитет', '']]),
      { more: { 'word/header1.xml': '<w:hdr/>' } },
    );
    expect(plan.stamp).toEqual({
      form: 'утверждена',
      type: 'приказ',
      issuer: 'Управления образования',
      number: '15',
      date: '2022-03-14',
    });
    expect(plan.title).toBe('План мероприятий на 2022 год');
  });
});
