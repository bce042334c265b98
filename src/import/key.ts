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
  const words = name
    .toLowerCase()
    .replace(/[а-яё]/g, (letter) => latin[letter] ?? '')
    .replace(/№/g, ' ')
    .normalize('NFKD')
    .match(/[a-z0-9]+/g);
  let key = '';
  for (const word of words ?? []) {
    const longer = key === '' ? word : `${key}-${word}`;
    if (longer.length > length && key !== '') break;
    key = longer.slice(0, length);
  }
  return key;
}
