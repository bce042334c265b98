import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/finding/shell-word.ts';

describe('an argument of a command to be pasted', () => {
  it.each([
    'план.plan.yaml',
    'Мои планы 2022/план (испр. 2).plan.yaml',
    'a&b.yaml',
    "it's.yaml",
    'цена $5.yaml',
    'a;b|c>d.yaml',
    'скажи "да".yaml',
    '-o',
    '#1',
    '',
    'a`b`c',
    'и \'так\', и "так" $x',
    'wow!.yaml',
  ])('is one word for sh: %s', (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  });

  it('has the quotes that cmd and PowerShell know, wherever those do', () => {
    expect(shellWord('мой план.yaml')).toBe('"мой план.yaml"');
    expect(shellWord('zarechny-2022')).toBe('zarechny-2022');
    expect(shellWord('II/3')).toBe('II/3');
  });
});
