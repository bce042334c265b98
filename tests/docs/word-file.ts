import { strToU8, zipSync } from 'fflate';
import { p, tbl, tc, usual } from '../import/word-file.ts';

/** The Word file of «Первый час»: kept in docs/files so that a reader can take it, written by this module. */
export const WORD_FILE = 'plan-2022.docx';

const ROWS: readonly (readonly string[])[] = [
  [
    '1',
    'Назначить муниципального координатора проекта',
    'до 18 февраля 2022 г.',
    'Управление образования',
    'Приказ Управления образования',
  ],
  [
    '2',
    'Провести диагностику школ – участников проекта',
    '31 марта – 14 марта 2022 г.',
    'Методический центр',
    '100 % школ',
  ],
  [
    '3',
    'Проводить консультации для управленческих команд школ',
    'С марта 2022 г., 2-й и 4-й понедельник месяца',
    'Методический центр',
    'Не менее двух консультаций в месяц',
  ],
  [
    '4',
    'Организовать курсы повышения квалификации учителей математики',
    'до 31 апреля 2022 г.',
    'Методический центр',
    'Не менее 60 % учителей математики',
  ],
  [
    '4',
    'Провести собеседование с директорами школ',
    'Май 2022 г.',
    'Управление образования',
    'Протокол собеседования',
  ],
  [
    '6',
    'Провести семинар «Чтение на каждом уроке»',
    'Октябрь 2022 г.',
    'Метод. центр',
    'Не менее 40 участников',
  ],
  ['7', 'Подготовить отчёт о реализации плана', '', 'Управление образования', 'Отчёт'],
];

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const right = { align: 'right' } as const;
const centre = { align: 'center', bold: true } as const;

/** An order and its annex, as a district wrote them in Word: the annex with the slips a person makes. */
function body(): string {
  const header = usual.map((title) => tc(title, {}, { bold: true }));
  return [
    p('Управление образования администрации Приозёрного района', centre),
    p('ПРИКАЗ', centre),
    p('от 10 февраля 2022 г. № 17'),
    p('п. Приозёрный'),
    p('Об утверждении плана мероприятий («дорожной карты») по реализации проекта «Опора» в 2022 году'),
    p('В целях оказания адресной поддержки школам района приказываю:'),
    p('1. Утвердить план мероприятий («дорожную карту») по реализации проекта «Опора» в 2022 году.'),
    p('2. Руководителям школ обеспечить исполнение плана в установленные сроки.'),
    p('3. Контроль за исполнением приказа оставляю за собой.'),
    p('Начальник Управления образования\tН.П. Речкин'),
    p('Приложение', right),
    p('к приказу Управления образования администрации Приозёрного района', right),
    p('от 10.02.2022 № 17', right),
    p(
      'План мероприятий («дорожная карта») по реализации проекта «Опора» в Приозёрном районе в 2022 году',
      centre,
    ),
    tbl([`<w:tr>${header.join('')}</w:tr>`, ...ROWS]),
  ].join('');
}

const relations = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const BORDERS = EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join(
  '',
);

export function wordFile(): Uint8Array {
  const table = body()
    .replaceAll(
      '<w:tblPr/>',
      `<w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>`,
    )
    .replaceAll('<w:gridCol w:w="1000"/>', '<w:gridCol w:w="1920"/>')
    .replaceAll('<w:tcPr></w:tcPr>', '<w:tcPr><w:tcW w:w="1920" w:type="dxa"/></w:tcPr>');
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/></Types>`,
    '_rels/.rels': relations(
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
    ),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACE}><w:body>${table}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  };
  const mtime = new Date(2022, 1, 10);
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime }]])),
  );
}
