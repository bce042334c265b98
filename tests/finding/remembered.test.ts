import { expect, it } from 'vitest';
import { remembered } from '../../src/finding/remembered.ts';

/** A function that counts how often it is asked. */
function counting(room?: number) {
  let asked = 0;
  const of = remembered((text) => {
    asked++;
    return text === '' ? undefined : text.length;
  }, room);
  return { of, asked: () => asked };
}

it('works a text out once, also when there is nothing to say of it', () => {
  const { of, asked } = counting();
  expect(['март', '', 'март', ''].map(of)).toEqual([4, undefined, 4, undefined]);
  expect(asked()).toBe(2);
});

it('starts anew when there is no room left, and answers the same', () => {
  const { of, asked } = counting(2);
  expect(['а', 'бб', 'ввв', 'а', 'ввв'].map(of)).toEqual([1, 2, 3, 1, 3]);
  expect(asked()).toBe(4);
});
