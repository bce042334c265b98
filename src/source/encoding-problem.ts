import type { Bilingual } from '../finding/text.ts';
import type { Problem } from './document.ts';
import type { Charset, Fault } from './encoding.ts';

interface Names {
  readonly name: string;
  /** For `iconv` and for .NET. */
  readonly iconv: string;
  readonly dotNet: string;
}

const CHARSETS: Readonly<Record<Charset, Names>> = {
  'windows-1251': { name: 'Windows-1251', iconv: 'WINDOWS-1251', dotNet: '1251' },
  'koi8-r': { name: 'KOI8-R', iconv: 'KOI8-R', dotNet: "'koi8-r'" },
  cp866: { name: 'DOS (CP866)', iconv: 'CP866', dotNet: '866' },
  'utf-16le': { name: 'UTF-16 LE', iconv: 'UTF-16LE', dotNet: "'utf-16'" },
  'utf-16be': { name: 'UTF-16 BE', iconv: 'UTF-16BE', dotNet: "'utf-16BE'" },
};

/** The finding about a file that is not UTF-8 text. */
export function encodingProblem(file: string, fault: Fault): Problem {
  const at = { file, offsets: fault.at };
  switch (fault.kind) {
    case 'charset': {
      const { name } = CHARSETS[fault.charset];
      return {
        rule: 'encoding',
        message: {
          ru: `Файл сохранён в кодировке ${name}, а нужна UTF-8`,
          en: `The file is saved as ${name}; UTF-8 is needed`,
        },
        help: convert(file, fault.charset),
        at,
      };
    }
    case 'binary':
      return { rule: 'encoding', ...BINARY[fault.format], at };
    case 'broken': {
      const byte = fault.byte.toString(16).toUpperCase().padStart(2, '0');
      return {
        rule: 'encoding',
        message: {
          ru: `В этом месте текст в UTF-8 повреждён: байт 0x${byte} здесь невозможен`,
          en: `The UTF-8 text is damaged here: byte 0x${byte} can't stand here`,
        },
        help: {
          ru: 'Наберите повреждённый символ заново и сохраните файл в кодировке UTF-8',
          en: 'Type the damaged character again and save the file as UTF-8',
        },
        at,
      };
    }
    case 'nul':
      return {
        rule: 'encoding',
        message: {
          ru: 'В тексте стоит нулевой байт: такого символа в документе быть не может',
          en: 'There is a zero byte in the text: a document cannot hold such a character',
        },
        help: {
          ru: 'Удалите символ в этом месте или восстановите файл из предыдущей версии',
          en: 'Delete the character here, or restore the file from an earlier version',
        },
        at,
      };
  }
}

const BINARY: Readonly<
  Record<'office' | 'pdf' | 'old-office' | 'unknown', { message: Bilingual; help: Bilingual }>
> = {
  office: {
    message: {
      ru: 'Это не текст, а документ Word, Excel или архив с чужим расширением',
      en: 'This is no text but a Word or Excel document or an archive under another name',
    },
    help: {
      ru: 'Верните файлу расширение .docx или .xlsx и прочитайте его командой «roadmap import»',
      en: 'Give the file its .docx or .xlsx extension back and read it with `roadmap import`',
    },
  },
  pdf: {
    message: {
      ru: 'Это не текст, а файл PDF с чужим расширением',
      en: 'This is no text but a PDF file under another name',
    },
    help: {
      ru: 'Нужен исходный документ Word или Excel: его прочитает команда «roadmap import»',
      en: 'Take the Word or Excel document it was made of: `roadmap import` reads it',
    },
  },
  'old-office': {
    message: {
      ru: 'Это не текст, а документ старого формата Word или Excel (.doc, .xls) с чужим расширением',
      en: 'This is no text but an old Word or Excel document (.doc, .xls) under another name',
    },
    help: {
      ru: 'Сохраните документ из Word или Excel как .docx или .xlsx и прочитайте командой «roadmap import»',
      en: 'Save it as .docx or .xlsx and read that with `roadmap import`',
    },
  },
  unknown: {
    message: { ru: 'Это не текстовый файл', en: 'This is not a text file' },
    help: {
      ru: 'Документ должен быть текстом YAML в кодировке UTF-8',
      en: 'A document must be YAML text in UTF-8',
    },
  },
};

function convert(file: string, charset: Charset): Bilingual {
  const { iconv, dotNet } = CHARSETS[charset];
  const path = file.replaceAll("'", "''");
  const shell = `iconv -f ${iconv} -t UTF-8 '${file.replaceAll("'", "'\\''")}' > new.yaml`;
  const powershell = `$f = (Resolve-Path '${path}').Path; [IO.File]::WriteAllText($f, [IO.File]::ReadAllText($f, [Text.Encoding]::GetEncoding(${dotNet})))`;
  return {
    ru: `VS Code: щёлкните по названию кодировки внизу справа, «Открыть в кодировке», затем «Сохранить в кодировке» — UTF-8. PowerShell: ${powershell}. Linux, macOS: ${shell}`,
    en: `VS Code: click the encoding at the bottom right, “Reopen with Encoding”, then “Save with Encoding” — UTF-8. PowerShell: ${powershell}. Linux, macOS: ${shell}`,
  };
}
