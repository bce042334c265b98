import type { Bilingual } from '../../finding/text.ts';
import { type Explanation, fix } from './explanation.ts';
import { quotedText } from './trap.ts';

const inQuotes = (text: string): Bilingual => ({
  ru: `Возьмите весь текст в кавычки: ${quotedText(text)}`,
  en: `Put the whole text in quotes: ${quotedText(text)}`,
});

/** `«` or `“` at the start look like quotes to a person and are letters to YAML. */
const TYPOGRAPHIC = /^[«„“”‘’‚»]/;

export function colonInText(text: string): Explanation {
  const about = TYPOGRAPHIC.test(text)
    ? {
        ru: 'Типографские кавычки для YAML — обычные буквы: двоеточие в тексте они не защищают',
        en: 'Typographic quotes are plain letters to YAML: they do not protect the colon in the text',
      }
    : {
        ru: 'В тексте без кавычек стоит двоеточие с пробелом: YAML принимает слова перед ним за ключ',
        en: 'A text without quotes holds a colon and a blank: YAML takes the words before it for a key',
      };
  return { message: about, help: inQuotes(text) };
}

export function signAtStart(sign: string, text: string): Explanation {
  return {
    message: {
      ru: `Текст без кавычек начинается со знака «${sign}», который в YAML имеет особый смысл`,
      en: `A text without quotes begins with “${sign}”, which has a meaning of its own in YAML`,
    },
    help: inQuotes(text),
  };
}

export function dashInText(text: string): Explanation {
  return {
    message: {
      ru: 'После ключа на той же строке стоит тире списка: список начинают с новой строки',
      en: 'A dash of a list stands on the line of the key: a list begins on a new line',
    },
    help: {
      ru: `Перенесите тире на следующую строку с отступом; если это текст, возьмите его в кавычки: ${quotedText(text)}`,
      en: `Move the dash to the next line, indented; if it is a text, put it in quotes: ${quotedText(text)}`,
    },
  };
}

export function unclosedQuote(quote: string, text: string): Explanation {
  const help: Bilingual = /[»“”]\s*$/.test(text)
    ? {
        ru: `Закройте текст такой же прямой кавычкой ${quote}, какой он открыт, а не типографской`,
        en: `Close the text with the same straight quote ${quote} it was opened with, not a typographic one`,
      }
    : {
        ru: `Поставьте кавычку ${quote} в конце текста`,
        en: `Put a quote ${quote} at the end of the text`,
      };
  return {
    message: {
      ru: `Кавычка ${quote} открыта и не закрыта`,
      en: `The quote ${quote} is opened and not closed`,
    },
    help,
  };
}

export function afterQuote(text: string): Explanation {
  return {
    message: {
      ru: 'После закрывающей кавычки текст продолжается: для YAML он уже кончился',
      en: 'The text goes on after its closing quote: to YAML it has ended',
    },
    help: inQuotes(text),
  };
}

export function afterBracket(text: string): Explanation {
  return {
    message: {
      ru: 'Текст начинается со скобки, и YAML принимает её за начало списка',
      en: 'The text begins with a bracket, which YAML takes for a list',
    },
    help: inQuotes(text),
  };
}

export function extraBracket(bracket: string): Explanation {
  return {
    message: { ru: `Лишняя скобка «${bracket}»`, en: `There is a bracket too many: “${bracket}”` },
    help: { ru: 'Уберите её', en: 'Remove it' },
  };
}

export function unclosedBracket(bracket: string, close: string): Explanation {
  return {
    message: {
      ru: `Скобка «${bracket}» открыта и не закрыта`,
      en: `The bracket “${bracket}” is opened and not closed`,
    },
    help: {
      ru: `Поставьте «${close}» в конце; если это текст, а не список, возьмите его в кавычки`,
      en: `Put “${close}” at the end; if it is a text and no list, put it in quotes`,
    },
  };
}

export function commentInFlow(text: string): Explanation {
  return {
    message: {
      ru: 'Знак «#» после пробела начинает примечание: конец списка для YAML пропал',
      en: 'A “#” after a blank begins a comment: to YAML the end of the list is gone',
    },
    help: inQuotes(text),
  };
}

export function commentInText(text: string, whole: string): Explanation {
  return {
    message: {
      ru: `Текст обрезан на «#»: YAML считает остаток строки примечанием, и прочитано только «${shorten(text)}»`,
      en: `The text is cut at “#”: YAML takes the rest of the line for a comment and reads only “${shorten(text)}”`,
    },
    help: {
      ru: `Возьмите весь текст в кавычки: ${quotedText(whole)}; перед примечанием поставьте два пробела, после «#» — один`,
      en: `Put the whole text in quotes: ${quotedText(whole)}; set a comment apart by two blanks before “#” and one after it`,
    },
  };
}

function shorten(text: string): string {
  return text.length > 40 ? `…${text.slice(-39)}` : text;
}

export function commaInText(text: string): Explanation {
  return {
    message: {
      ru: 'Текст без кавычек разрезан запятой: в квадратных и фигурных скобках запятая отделяет одно от другого',
      en: 'A text without quotes is cut at its comma: between brackets a comma separates entries',
    },
    help: inQuotes(text),
  };
}

export function lossyNumber(source: string, value: string): Explanation {
  return {
    message: {
      ru: `Номер ${source} без кавычек YAML читает как число ${value}`,
      en: `YAML reads the number ${source} without quotes as ${value}`,
    },
    help: { ru: `Возьмите номер в кавычки: "${source}"`, en: `Put it in quotes: "${source}"` },
  };
}

export function numberForText(source: string, value: string): Explanation {
  return {
    message: {
      ru: `Текст ${source} без кавычек YAML читает как число ${value}`,
      en: `YAML reads the text ${source} without quotes as the number ${value}`,
    },
    help: { ru: `Возьмите текст в кавычки: "${source}"`, en: `Put it in quotes: "${source}"` },
  };
}

export function quotesAroundNumber(text: string, inner: string): Explanation {
  return {
    message: {
      ru: `Типографские кавычки стали частью значения: ${text}`,
      en: `Typographic quotes became a part of the value: ${text}`,
    },
    help: fix(`"${inner}"`),
  };
}

export function yesOrNo(word: string, value: boolean): Explanation {
  return {
    message: {
      ru: `«${word}» в YAML — текст, а здесь нужно true или false`,
      en: `“${word}” is a text in YAML; true or false is needed here`,
    },
    help: fix(String(value)),
  };
}
