import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionOf } from '../../src/view/edition.ts';
import { itemBookmark, itemsByBookmark } from '../../src/view/marks.ts';
import { planOf } from '../render/loaded.ts';

test.each([
  ['1', 'rm_item_1'],
  ['1.10', 'rm_item_1_2e_10'],
  ['пункт-3', 'rm_item_пункт_2d_3'],
  ['a_b', 'rm_item_a_5f_b'],
  ['Б', 'rm_item__411_'],
])('the bookmark of %s', (id, name) => {
  expect(itemBookmark(id)).toBe(name);
});

test('a bookmark is a name that Word takes, and another one for another id', () => {
  const id = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9._()а-я-]{1,60}$/));
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(itemBookmark(a)).toMatch(/^rm_item_[0-9a-zа-яё_]{0,32}$/);
      expect(itemBookmark(a) === itemBookmark(b)).toBe(a === b);
    }),
  );
});

test('the items of a plan are found by their bookmarks', () => {
  const { plan } = planOf(
    'id: a\ntitle: План\nitems: [{number: "1.1", action: А}, {number: "1.10", action: Б}]',
  );
  expect([...itemsByBookmark(plan)]).toEqual([
    ['rm_item_1_2e_1', '1.1'],
    ['rm_item_1_2e_10', '1.10'],
  ]);
});

test('an edition changes with any word and with nothing else', () => {
  const edition = (yaml: string) => {
    const { plan, workspace } = planOf(yaml);
    return editionOf(plan, workspace);
  };
  const first = edition('id: a\ntitle: План\nitems: [{number: "1", action: А}]');
  expect(edition('id: a\n# note\ntitle:   План\nitems:\n  - number: "1"\n    action: А')).toBe(first);
  expect(edition('id: a\ntitle: План\nwaivers: []\nitems: [{number: "1", action: А, implements: []}]')).toBe(
    first,
  );
  expect(edition('id: a\ntitle: План\nitems: [{number: "1", action: Б}]')).not.toBe(first);
  expect(edition('id: a\ntitle: План\norder: {}\nitems: [{number: "1", action: А}]')).not.toBe(first);
});
