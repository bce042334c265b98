import { describe, expect, it } from 'vitest';
import { exampleText, inRow, inWord, rendered, rowOf, typed, updated, withPart } from './edited.ts';

const id = 'zarechny-2022';
const text = exampleText(id);
const docx = await rendered(id, 'docx');
const bookmark = /<w:bookmark(Start|End)[^>]*>/g;

/** The text with these replacements: each of them must be there once. */
const replaced = (from: string, ...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((all, [was, is]) => {
    if (all.split(was).length !== 2) throw new Error(`not once: ${was}`);
    return all.replace(was, () => is);
  }, from);

describe('a document nobody edited', () => {
  it('changes nothing', async () => {
    const { outcome } = await updated(id, docx);
    expect(outcome).toEqual({ edits: [], taken: [], conflicts: [], notes: [] });
  });
});

describe('edits in Word', () => {
  it('of a period go to the place of the period, every other byte stays', async () => {
    const edited = inWord(docx, (xml) => inRow(xml, '3', 'до 25 марта 2022 г.', 'до 1 апреля 2022 г.'));
    const result = await updated(id, edited);
    expect(result.text).toBe(replaced(text, ['when: до 25 марта 2022 г.', 'when: до 1 апреля 2022 г.']));
    expect(result.outcome.taken).toEqual([
      {
        what: 'changed',
        at: { ru: 'пункт 3, «Дата реализации»', en: 'item 3, “Дата реализации”' },
        was: 'до 25 марта 2022 г.',
        is: 'до 1 апреля 2022 г.',
      },
    ]);
  });

  it('of one indicator among several leave the others', async () => {
    const edited = inWord(docx, (xml) =>
      inRow(xml, '9', 'Не менее 60 % родителей', 'Не менее 70 % родителей'),
    );
    const result = await updated(id, edited);
    expect(result.text).toBe(replaced(text, ['- Не менее 60 % родителей', '- Не менее 70 % родителей']));
  });

  it('that put several indicators above the only one keep their order', async () => {
    const edited = await rendered(
      id,
      'docx',
      replaced(text, [
        '- Соглашение о взаимодействии',
        '- Письмо\n      - Протокол\n      - Соглашение о взаимодействии',
      ]),
    );
    const result = await updated(id, edited, { base: text });
    expect(result.text).toContain('- Письмо\n      - Протокол\n      - Соглашение о взаимодействии\n');
  });

  it('of an executor find the entry of the plan, or make one', async () => {
    const edited = inWord(docx, (xml) =>
      inRow(
        inRow(
          xml,
          '19',
          'МБУ «Заречный методический центр»',
          'Управление образования администрации Заречного района',
        ),
        '28',
        'МБУ «Заречный методический центр»',
        'Совет директоров',
      ),
    );
    const result = await updated(id, edited);
    const lines = (part: string): string[] => part.split('\n').map((line) => line.trim());
    expect(lines(result.text).filter((line) => !lines(text).includes(line))).toEqual([
      'совет-директоров:',
      'name: Совет директоров',
      'executors: [совет-директоров]',
    ]);
    expect(result.text.split('executors: [управление]').length).toBe(
      text.split('executors: [управление]').length + 1,
    );
  });

  it('that rename a body everywhere rename its entry', async () => {
    const was = 'МБУ «Заречный методический центр»';
    const is = 'МБУ «Методический центр Заречного района»';
    const edited = inWord(docx, (xml) =>
      xml.replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => row.replace(typed(was), is)),
    );
    const result = await updated(id, edited);
    expect(result.text).toBe(replaced(text, [`    name: ${was}`, `    name: ${is}`]));
  });

  it('take a row out and put one in', async () => {
    const edited = inWord(docx, (xml) => {
      const row = rowOf(xml, '17');
      const fresh = rowOf(xml, '16')
        .replace(bookmark, '')
        .replace('>16<', '>16а<')
        .replace(
          typed('Организовать выезды муниципальной рабочей группы в школы – участники проекта'),
          'Обсудить итоги выездов',
        )
        .replace(typed('Апрель – ноябрь 2022 г.'), 'Декабрь 2022 г.');
      return xml.replace(row, () => fresh);
    });
    const result = await updated(id, edited);
    const start = text.indexOf('  - number: "17"');
    const end = text.indexOf('  - number: "18"');
    const added = [
      '  - number: 16а',
      '    action: Обсудить итоги выездов',
      '    when: Декабрь 2022 г.',
      '    executors: [управление, методцентр, рабочая-группа]',
      '    indicators:',
      '      - График выездов',
      '      - Не менее четырёх выездов',
      '',
    ].join('\n');
    expect(result.text).toBe(text.slice(0, start) + added + text.slice(end));
    expect(result.outcome.taken.map(({ what, at }) => [what, at.ru])).toEqual([
      ['removed', 'пункт 17'],
      ['added', 'пункт 16а'],
    ]);
  });

  it('move a row', async () => {
    const edited = inWord(docx, (xml) => {
      const row = rowOf(xml, '26');
      const target = rowOf(xml, '21');
      return xml.replace(row, '').replace(target, () => row + target);
    });
    const { text: result, outcome } = await updated(id, edited);
    const at = text.indexOf('  - number: "26"');
    const end = text.indexOf('  - number: "27"');
    const block = text.slice(at, end);
    const without = text.slice(0, at) + text.slice(end);
    expect(result).toBe(without.replace('  - number: "21"', () => `${block}  - number: "21"`));
    expect(outcome.taken.map(({ what, at: place }) => [what, place.ru])).toEqual([['moved', 'пункт 26']]);
  });

  it('of the order go to the order', async () => {
    const edited = inWord(docx, (xml) =>
      xml
        .replace(
          typed('Контроль за исполнением приказа оставляю за собой.'),
          'Контроль возложить на заместителя начальника.',
        )
        .replace(typed('О.Н. Затонский'), 'О.Н. Затонская'),
    );
    const result = await updated(id, edited);
    expect(result.text).toBe(
      replaced(
        text,
        [
          '- Контроль за исполнением приказа оставляю за собой.',
          '- Контроль возложить на заместителя начальника.',
        ],
        ['name: О.Н. Затонский', 'name: О.Н. Затонская'],
      ),
    );
  });

  it('are known by numbers and words where the bookmarks are gone', async () => {
    const edited = inWord(docx, (xml) =>
      inRow(xml, '3', 'до 25 марта 2022 г.', 'до 1 апреля 2022 г.').replace(bookmark, ''),
    );
    const result = await updated(id, edited);
    expect(result.text).toBe(replaced(text, ['when: до 25 марта 2022 г.', 'when: до 1 апреля 2022 г.']));
  });
});

describe('edits on both sides', () => {
  const ours = replaced(text, ['when: до 25 марта 2022 г.', 'when: до 30 марта 2022 г.']);

  it('of different places both stay', async () => {
    const edited = inWord(docx, (xml) => inRow(xml, '4', 'до 4 марта 2022 г.', 'до 5 марта 2022 г.'));
    const result = await updated(id, edited, { ours, base: text });
    expect(result.text).toBe(replaced(ours, ['when: до 4 марта 2022 г.', 'when: до 5 марта 2022 г.']));
    expect(result.outcome.conflicts).toEqual([]);
  });

  it('of one place are a conflict, told with the three texts', async () => {
    const edited = inWord(docx, (xml) => inRow(xml, '3', 'до 25 марта 2022 г.', 'до 1 апреля 2022 г.'));
    const result = await updated(id, edited, { ours, base: text });
    expect(result.text).toBe(ours);
    expect(result.outcome.conflicts).toEqual([
      {
        at: { ru: 'пункт 3, «Дата реализации»', en: 'item 3, “Дата реализации”' },
        base: 'до 25 марта 2022 г.',
        ours: 'до 30 марта 2022 г.',
        theirs: 'до 1 апреля 2022 г.',
      },
    ]);
  });

  it('that came to the same are no conflict', async () => {
    const edited = inWord(docx, (xml) => inRow(xml, '3', 'до 25 марта 2022 г.', 'до 30 марта 2022 г.'));
    const result = await updated(id, edited, { ours, base: text });
    expect(result.text).toBe(ours);
    expect(result.outcome).toEqual({ edits: [], taken: [], conflicts: [], notes: [] });
  });

  it('a row taken out there and changed here stays, as a conflict', async () => {
    const edited = inWord(docx, (xml) => xml.replace(rowOf(xml, '3'), ''));
    const result = await updated(id, edited, { ours, base: text });
    expect(result.text).toBe(ours);
    expect(result.outcome.conflicts.map(({ at, theirs }) => [at.ru, theirs])).toEqual([
      ['пункт 3', undefined],
    ]);
  });
});

describe('edits in Excel', () => {
  it('go to the same places', async () => {
    const xlsx = await rendered(id, 'xlsx');
    const edited = withPart(xlsx, 'xl/sharedStrings.xml', (xml) =>
      xml
        .replace(typed('до 25 марта 2022 г.'), 'до 1 апреля 2022 г.')
        .replace(typed('Не менее 60 % родителей'), 'Не менее 70 % родителей'),
    );
    const result = await updated(id, edited, { name: 'план.xlsx' });
    expect(result.text).toBe(
      replaced(
        text,
        ['when: до 25 марта 2022 г.', 'when: до 1 апреля 2022 г.'],
        ['- Не менее 60 % родителей', '- Не менее 70 % родителей'],
      ),
    );
  });
});
