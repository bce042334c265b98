const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

const length = 32;

/** A short readable key in Latin letters for a Russian name, cut at a word: «МБУ «Центр развития»» → `mbu-centr-razvitiya`. */
export function keyOf(name: string): string {
  return joined(
    name
      .toLowerCase()
      .replace(/[а-яё]/g, (letter) => latin[letter] ?? '')
      .replace(/№/g, ' ')
      .normalize('NFKD')
      .match(/[a-z0-9]+/g),
  );
}

/** The same in the letters of the name, as a person would key it: «МБУ «Центр развития»» → `мбу-центр-развития`. */
export function nameKeyOf(name: string): string {
  return joined(
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[a-zа-яё0-9]+/g),
  );
}

function joined(words: readonly string[] | null): string {
  let key = '';
  for (const word of words ?? []) {
    const longer = key === '' ? word : `${key}-${word}`;
    if (longer.length > length && key !== '') break;
    key = longer.slice(0, length);
  }
  // A lone preposition at the end was cut from its noun.
  return key.replace(/-(?:и|в|во|на|по|с|со|о|об|для|из|к|от|при)$/u, '');
}
