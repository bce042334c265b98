import { describe, expect, test } from 'vitest';
import { settingsOf, textWidth } from '../../src/view/settings.ts';

/** Millimetres and points of ГОСТ Р 7.0.97, written here a second time: a slip in the profile must not be its own proof. */
const GOST = {
  // «Не менее»: left 20, for papers kept over ten years 30; right 10, top and bottom 20.
  portrait: { left: 30, right: 10, top: 20, bottom: 20 },
  // The same sheet lying: its upper edge is bound.
  landscape: { left: 20, right: 20, top: 30, bottom: 10 },
  fontSize: 14,
  firstLineIndent: 12.5,
  // The number of a page, in the middle of the upper margin.
  pageNumbers: 'top',
  pageNumberDistance: 10,
  approvalMarkWidth: 90,
};

describe('the measures of a document', () => {
  test.each([
    // The longest line of a requisite in the corner: 8 cm since 2025, 7.5 before.
    ['gost-2025', 80],
    ['gost-2016', 75],
  ] as const)('are those of the standard: %s', (profile, requisiteWidth) => {
    expect(settingsOf({ profile })).toMatchObject({ profile, ...GOST, requisiteWidth });
  });

  test('are those of 2025 where nothing is stated', () => {
    expect(settingsOf()).toEqual(settingsOf({ profile: 'gost-2025' }));
  });

  test('change one at a time, and the text with them', () => {
    const settings = settingsOf({ margins: { right: 15 }, 'annex-margins': { top: 25 } });
    expect(settings).toEqual({
      ...settingsOf(),
      portrait: { ...GOST.portrait, right: 15 },
      landscape: { ...GOST.landscape, top: 25 },
    });
    expect([textWidth(settings, 'portrait'), textWidth(settings, 'landscape')]).toEqual([165, 257]);
  });
});
