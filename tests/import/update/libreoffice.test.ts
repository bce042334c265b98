import { describe, expect, it } from 'vitest';
import { convertByOffice } from '../../../src/io/office.ts';
import { has } from '../../needs.ts';
import { exampleText, inRow, inWord, rendered, typed, updated, withPart } from './edited.ts';

const id = 'lesnogorsk-2022';
const text = exampleText(id);

async function resaved(bytes: Uint8Array, ...formats: readonly string[]): Promise<Uint8Array> {
  let current = bytes;
  for (const [at, to] of formats.slice(1).entries()) {
    const out = await convertByOffice(current, formats[at]!, to);
    if (typeof out === 'string') throw new Error(`LibreOffice: ${out}`);
    current = out;
  }
  return current;
}

describe.skipIf(!has('libreoffice'))('documents edited and saved by LibreOffice', () => {
  it('bring back the edits made in Word and nothing else', async () => {
    const edited = inWord(await rendered(id, 'docx'), (xml) =>
      inRow(
        xml.replace(
          typed('Постановление вступает в силу со дня подписания.'),
          'Постановление вступает в силу 1 марта.',
        ),
        '3',
        'Отдел образования администрации Лесногорского муниципального округа',
        'МБУ «Методический кабинет Лесногорского округа»',
      ),
    );
    const { text: result, outcome } = await updated(id, await resaved(edited, 'docx', 'odt', 'docx'));
    const before = text.split('\n');
    const changed = result
      .split('\n')
      .flatMap((line, at) => (line === before[at] ? [] : [[before[at], line]]));
    expect(changed).toEqual([
      [
        '    - Постановление вступает в силу со дня подписания.',
        '    - Постановление вступает в силу 1 марта.',
      ],
      ['        executors: [отдел]', '        executors: [кабинет]'],
    ]);
    expect(outcome.conflicts).toEqual([]);
  });

  it('and those made in Excel', async () => {
    const when = /number: "2"\n {8}action: .*\n {8}when: (.*)\n/.exec(text)![1]!;
    const edited = withPart(await rendered(id, 'xlsx'), 'xl/sharedStrings.xml', (xml) =>
      xml.replace(typed(when), 'Май 2022 г.'),
    );
    const { text: result } = await updated(id, await resaved(edited, 'xlsx', 'xlsx'), { name: 'план.xlsx' });
    expect(result).toBe(text.replaceAll(`when: ${when}\n`, 'when: Май 2022 г.\n'));
  });
});
