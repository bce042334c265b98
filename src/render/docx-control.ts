import { element, type XmlElement } from '../ooxml/xml.ts';
import type { Control } from '../view/document.ts';
import { PLACEHOLDER_STYLE } from './docx-styles.ts';
import { printable } from './printable.ts';

const valued = (name: string, value: string): XmlElement => element(name, { 'w:val': value });

/** An empty content control: a list, a date with its picker, or plain text. It can be filled and not be removed. */
export function controlNode(control: Control, id: number): XmlElement {
  const { name, title, unfilled } = control;
  return element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      valued('w:alias', printable(title)),
      valued('w:tag', `roadmap.${name}`),
      valued('w:id', String(id)),
      valued('w:lock', 'sdtLocked'),
      element('w:showingPlcHdr'),
      typeOf(control),
    ]),
    element('w:sdtContent', {}, [
      element('w:r', {}, [
        element('w:rPr', {}, [valued('w:rStyle', PLACEHOLDER_STYLE)]),
        element('w:t', {}, [unfilled]),
      ]),
    ]),
  ]);
}

function typeOf({ kind, choices = [] }: Control): XmlElement {
  if (kind === 'choice')
    return element(
      'w:dropDownList',
      {},
      choices.map((choice) => element('w:listItem', { 'w:displayText': choice, 'w:value': choice })),
    );
  if (kind === 'date')
    return element('w:date', {}, [
      valued('w:dateFormat', 'dd.MM.yyyy'),
      valued('w:lid', 'ru-RU'),
      valued('w:storeMappedDataAs', 'date'),
      valued('w:calendar', 'gregorian'),
    ]);
  return element('w:text', kind === 'text' ? { 'w:multiLine': '1' } : {});
}
