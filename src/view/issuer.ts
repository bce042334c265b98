import { asMap, asText } from '../model/raw.ts';

export interface Issuer {
  readonly name: string;
  /** Undefined when it is neither stated nor certain. */
  readonly genitive?: string;
  readonly short?: string;
  readonly parent?: string;
}

/** The issuer of an order as stated, by name alone or with its forms. */
export function issuerOf(stated: unknown): Issuer | undefined {
  const map = asMap(stated);
  const name = asText(map ? map.name : stated)?.trim();
  if (!name) return undefined;
  const genitive = asText(map?.genitive) ?? genitiveOf(name);
  const short = asText(map?.short);
  const parent = asText(map?.parent);
  return {
    name,
    ...(genitive === undefined ? {} : { genitive }),
    ...(short === undefined ? {} : { short }),
    ...(parent === undefined ? {} : { parent }),
  };
}

/** Endings of the nouns bodies are named by: nominative and genitive. */
const HEADS: Readonly<Record<string, string>> = {
  министерство: 'министерства',
  агентство: 'агентства',
  управление: 'управления',
  учреждение: 'учреждения',
  правительство: 'правительства',
  комитет: 'комитета',
  департамент: 'департамента',
  отдел: 'отдела',
  центр: 'центра',
  совет: 'совета',
  институт: 'института',
  администрация: 'администрации',
  инспекция: 'инспекции',
  комиссия: 'комиссии',
  дума: 'думы',
  служба: 'службы',
  школа: 'школы',
  гимназия: 'гимназии',
  лицей: 'лицея',
  мэрия: 'мэрии',
};

/** Adjectives before the head: «Муниципальное казённое учреждение …». */
const ADJECTIVES: readonly (readonly [RegExp, string])[] = [
  [/ое$/, 'ого'],
  [/ее$/, 'его'],
  [/ая$/, 'ой'],
  [/яя$/, 'ей'],
  [/([кгхжшщч])ий$/, '$1ого'],
  [/ый$/, 'ого'],
  [/ой$/, 'ого'],
];

/**
 * The genitive of a body's name when its head is one of the frequent nouns: what depends on the head («образования
 * администрации Озёрского района», «по образованию») stays as it is. Undefined where that is not certain: an unknown
 * head, or a second name in the nominative later on («Комитет … и отдел …»).
 */
export function genitiveOf(name: string): string | undefined {
  const words = name.split(/(\s+)/);
  // An abbreviation in capitals is not declined: «МКУ «Управление образования»».
  if (/^[А-ЯЁ]{2,}$/.test(words[0] ?? '') && !isHead(words[0]!)) return name;
  for (let at = 0; at < words.length; at += 2) {
    const word = words[at] ?? '';
    const head = HEADS[word.toLowerCase()];
    if (head !== undefined) {
      words[at] = sameCase(word, head);
      return words.slice(at + 1).some(isHead) ? undefined : words.join('');
    }
    const adjective = ADJECTIVES.find(([ending]) => ending.test(word));
    if (!adjective) return undefined;
    words[at] = word.replace(adjective[0], adjective[1]);
  }
  return undefined;
}

function isHead(word: string): boolean {
  return Object.hasOwn(HEADS, word.toLowerCase());
}

function sameCase(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model[0] === model[0]?.toUpperCase() ? word[0]?.toUpperCase() + word.slice(1) : word;
}
