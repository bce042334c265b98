import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { globMatcher, isGlob } from '../../src/source/glob.ts';

const matches = (pattern: string, path: string): boolean | undefined => globMatcher(pattern)?.(path);

describe('patterns for paths', () => {
  it.each([
    ['архив/**', 'архив/2021/p.yaml', true],
    ['архив/**', 'планы/архив/p.yaml', false],
    ['**/архив/**', 'архив/p.yaml', true],
    ['**/*.plan.yaml', 'p.plan.yaml', true],
    ['*.plan.yaml', 'a/p.plan.yaml', false],
    ['план (испр. [12]).yaml', 'план (испр. 2).yaml', true],
    ['a+(b).yaml', 'a+(b).yaml', true],
    ['{район,город}-202?/**/*.yaml', 'город-2022/а/б/p.yaml', true],
    ['{a,b', '{a,b', true],
    ['[!а-я]*', 'план', false],
    ['*', '.скрытый', true],
    ['👍?.yaml', '👍🏽.yaml', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it('agree with picomatch where both know the signs', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'ab',
      '*',
      '?',
      '[ab]',
      '[^a]',
      '/',
      '/**/',
      '{a,b}',
      '{a*,b}',
      '.',
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''));
    const path = fc.array(fc.constantFrom('a', 'b', 'ba', '.b', '/'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pattern, path, (glob, pieces) => {
        const text = pieces.join('');
        // Empty names, and two stars glued to a name, mean nothing in particular to anybody.
        if (/\/\/|^\/|\/$|\*\*\*|[^/]\*\*|\*\*[^/]|\.\/|^\.|\/\./.test(glob) || /\/\/|^\/|\/$/.test(text))
          return;
        // For picomatch `a/**` is `a` too, and `*/**` is not: for us both are.
        if (/\*\/\*\*$/.test(glob)) return;
        expect(matches(glob, text)).toBe(picomatch(glob, { dot: true, noextglob: true })(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('take no time worth mention, whoever wrote them', () => {
    const name = 'a'.repeat(20_000);
    expect(matches('((a+)+)+b', name)).toBe(false);
    expect(matches(`${'*a'.repeat(200)}*b`, name)).toBe(false);
    expect(matches(`${'**/'.repeat(200)}b`, `${'a/'.repeat(5_000)}a`)).toBe(false);
    expect(globMatcher('{a,b}'.repeat(9))).toBeUndefined();
  });

  it('are known by their signs', () => {
    expect(['планы', 'план (1).yaml', 'a+b'].map(isGlob)).toEqual([false, false, false]);
    expect(['*.yaml', 'a?', '[1]', '{a,b}'].map(isGlob)).toEqual([true, true, true, true]);
  });
});
