/** Picks the form that agrees with a whole number: 1 пункт, 2 пункта, 5 пунктов. */
export function plural(n: number, forms: readonly [one: string, few: string, many: string]): string {
  const tail = Math.abs(n) % 100;
  const last = tail % 10;
  if (tail > 10 && tail < 20) return forms[2];
  if (last === 1) return forms[0];
  return last >= 2 && last <= 4 ? forms[1] : forms[2];
}
