import { type Explanation, fix } from './explanation.ts';

export function tabInIndent(lines: number): Explanation {
  return {
    message: {
      ru: 'Отступ сделан табуляцией: в YAML отступают только пробелами',
      en: 'The line is indented with a tab: YAML is indented with blanks only',
    },
    help: {
      ru: `Замените табуляцию пробелами${lines > 1 ? ` (подряд таких строк: ${lines})` : ''}; в VS Code: «Преобразовать отступ в пробелы»`,
      en: `Replace the tab by blanks${lines > 1 ? ` (${lines} such lines in a row)` : ''}; in VS Code: “Convert Indentation to Spaces”`,
    },
  };
}

export function oddBlankInIndent(): Explanation {
  return {
    message: {
      ru: 'Отступ сделан неразрывными пробелами: для YAML это буквы, а не отступ',
      en: 'The line is indented with no-break blanks: to YAML these are letters, not an indent',
    },
    help: {
      ru: 'Сотрите отступ и наберите его обычными пробелами',
      en: 'Delete the indent and type it with plain blanks',
    },
  };
}

export function wrongIndent(has: number, wants: number): Explanation {
  return {
    message: {
      ru: `Неверный отступ: строка сдвинута на ${has}, а соседние — на ${wants}`,
      en: `Wrong indent: the line is indented by ${has}, its neighbours by ${wants}`,
    },
    help: {
      ru: `Поставьте перед строкой столько пробелов: ${wants}`,
      en: `Put ${wants} blanks before the line`,
    },
  };
}

export function noBlankAfterColon(key: string, rest: string): Explanation {
  return {
    message: {
      ru: `После «${key}:» нет пробела: YAML не видит здесь ключа`,
      en: `There is no blank after “${key}:”: YAML sees no key here`,
    },
    help: fix(`${key}: ${rest}`),
  };
}

export function noBlankAfterDash(text: string): Explanation {
  return {
    message: {
      ru: 'После тире нет пробела: YAML не видит здесь списка',
      en: 'There is no blank after the dash: YAML sees no list here',
    },
    help: fix(`- ${text.replace(/^-/, '')}`),
  };
}

export function keyAmongEntries(): Explanation {
  return {
    message: {
      ru: 'Среди строк списка стоит ключ: перед ним пропущено тире или отступ неверен',
      en: 'A key stands among the entries of a list: its dash is missing or its indent is wrong',
    },
    help: {
      ru: 'Начните строку с «- » или сдвиньте её к тому, к чему она относится',
      en: 'Begin the line with “- ” or move it to where it belongs',
    },
  };
}

export function entryAmongKeys(): Explanation {
  return {
    message: {
      ru: 'Строка списка стоит там, где нужен ключ: над ней нет ключа с пустым значением',
      en: 'An entry of a list stands where a key is needed: there is no key without a value above it',
    },
    help: {
      ru: 'Допишите над ней ключ («ключ:») или уберите тире',
      en: 'Write its key above it (“key:”) or remove the dash',
    },
  };
}

export function otherDash(dash: string): Explanation {
  return {
    message: {
      ru: `Строки списка начаты знаком «${dash}»: YAML считает их одним текстом`,
      en: `The entries begin with “${dash}”: to YAML they are one text`,
    },
    help: {
      ru: 'Начните каждую строку с дефиса и пробела: «- »',
      en: 'Begin each line with a hyphen and a blank: “- ”',
    },
  };
}

export function strayText(): Explanation {
  return {
    message: {
      ru: 'Строка не похожа ни на «ключ: значение», ни на строку списка',
      en: 'The line is neither “key: value” nor a line of a list',
    },
    help: {
      ru: 'Если это продолжение текста, сдвиньте строку правее его ключа; если примечание, начните её с «# »',
      en: 'If the text above goes on here, indent the line deeper than its key; if it is a comment, begin it with “# ”',
    },
  };
}

export function secondDocument(): Explanation {
  return {
    message: {
      ru: 'В файле второй документ: после «---» начинается новый, и он не читается',
      en: 'There is a second document in the file: what follows “---” is not read',
    },
    help: {
      ru: 'Держите каждый документ в своём файле; лишнюю строку «---» удалите',
      en: 'Keep each document in a file of its own; remove a “---” that is not meant',
    },
  };
}
