import { describe, expect, it } from 'vitest';
import { editText } from '../../src/edit/splice.ts';

const text = `kind: plan
sections:
  - title: Первый
    items:
      - number: "1"   # первый
        action: >-
          Первое
          дело
      # О втором деле
      - {number: "2", action: 'Второе дело'}
      - number: "3"
        action: Третье дело
  - title: Второй
    items:
    - number: "4"
      action: Четвёртое дело
`;

describe('moving an entry', () => {
  it('takes its lines and the comment above it along', () => {
    const route = ['sections', 0, 'items', 1];
    expect(editText(text, [{ op: 'move', route, to: ['sections', 0, 'items'], index: 0 }])).toBe(`kind: plan
sections:
  - title: Первый
    items:
      # О втором деле
      - {number: "2", action: 'Второе дело'}
      - number: "1"   # первый
        action: >-
          Первое
          дело
      - number: "3"
        action: Третье дело
  - title: Второй
    items:
    - number: "4"
      action: Четвёртое дело
`);
  });

  it('takes the indent of the list it comes to', () => {
    const route = ['sections', 0, 'items', 0];
    expect(editText(text, [{ op: 'move', route, to: ['sections', 1, 'items'] }])).toBe(`kind: plan
sections:
  - title: Первый
    items:
      # О втором деле
      - {number: "2", action: 'Второе дело'}
      - number: "3"
        action: Третье дело
  - title: Второй
    items:
    - number: "4"
      action: Четвёртое дело
    - number: "1"   # первый
      action: >-
        Первое
        дело
`);
  });

  it('writes the data anew where the lines cannot go', () => {
    const route = ['sections', 1, 'items', 0];
    const moved = editText(text, [{ op: 'move', route, to: ['sections', 0, 'items'], index: 1 }]);
    expect(moved).toBe(
      text
        .replace('    - number: "4"\n      action: Четвёртое дело\n', '')
        .replace(/items:\n$/, 'items: []\n')
        .replace('          дело\n', '          дело\n      - number: "4"\n        action: Четвёртое дело\n'),
    );
  });
});
