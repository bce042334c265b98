/** «21 пункта»: after «из» the noun stands in the genitive, so one and many share a rule. */
export function counted(n, data) {
  return `${n}\u00a0${data.words.items[new Intl.PluralRules(data.language).select(n) === 'one' ? 0 : 1]}`;
}
