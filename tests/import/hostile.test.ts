import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.ts';
import { packageLimits } from '../../src/ooxml/limits.ts';
import { openPackage } from '../../src/ooxml/open.ts';
import { runs } from '../lane.ts';
import { xlsx } from './excel-file.ts';
import { itemsOf } from './imported.ts';
import { docx, p, tbl, tc, tr, usual } from './word-file.ts';

const good = docx(tbl([[...usual], ['1', 'Сбор', 'Март', 'Комитет', 'Справка']]));

async function codes(bytes: Uint8Array, name = 'план.docx'): Promise<string[]> {
  const { problems } = await importDocument(bytes, name, { changes: 'accept' });
  return problems.map((problem) => problem.code);
}

const withBody = (document: string): Uint8Array =>
  zipSync({
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(document),
  });

describe('files that are no package', () => {
  it.each([
    ['empty-file', new Uint8Array()],
    ['pdf', strToU8('%PDF-1.7\n%âãÏÓ')],
    ['rtf', strToU8('{\\rtf1\\ansi}')],
    ['html', strToU8('<!DOCTYPE html><html></html>')],
    ['not-a-package', strToU8('просто текст')],
    ['old-office', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['damaged', strToU8('PK\x03\x04 и больше ничего')],
  ])('are named: %s', async (code, bytes) => {
    expect(await codes(bytes)).toEqual([code]);
  });

  it('old Word, old Excel and encrypted files are told apart', async () => {
    const compound = (name: string): Uint8Array =>
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...[...name].flatMap((sign) => [sign.charCodeAt(0), 0]),
      ]);
    expect(await codes(compound('WordDocument'))).toEqual(['old-word']);
    expect(await codes(compound('Workbook'))).toEqual(['old-excel']);
    expect(await codes(compound('EncryptedPackage'))).toEqual(['encrypted']);
  });

  it('other archives are told', async () => {
    expect(await codes(zipSync({ 'a.txt': strToU8('а') }))).toEqual(['not-a-document']);
    expect(
      await codes(zipSync({ 'META-INF/manifest.xml': strToU8('<a/>'), 'content.xml': strToU8('<a/>') })),
    ).toEqual(['open-document']);
  });
});

describe('hostile packages', () => {
  it('a part that unpacks beyond measure stops the reading', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codes(bomb)).toEqual(['zip-bomb']);
  });

  it('a part that lies about its size is stopped all the same', () => {
    const bytes = zipSync({ 'a.xml': new Uint8Array(3_000_000) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const opened = openPackage(bytes, 'план.docx', { ...packageLimits, part: 1_000_000 });
    const read = opened.ok ? opened.value.read('a.xml') : undefined;
    expect(read?.ok === false && read.problem.code).toBe('zip-bomb');
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\windows\\a', 'word/../../a'])(
    'a path that leaves the package is refused: %s',
    async (path) => {
      expect(await codes(zipSync({ [path]: strToU8('а') }))).toEqual(['unsafe-part']);
    },
  );

  it('too many parts and too large a file are refused', () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`a${at}`, strToU8('а')])));
    const opened = openPackage(many, 'план.docx', { ...packageLimits, entries: 20 });
    expect(!opened.ok && opened.problem.code).toBe('too-many-parts');
    const large = openPackage(good, 'план.docx', { ...packageLimits, file: 100 });
    expect(!large.ok && large.problem.code).toBe('too-large');
  });

  it('macros are named and not run', async () => {
    const bytes = docx(tbl([[...usual], ['1', 'Сбор', 'Март', 'Комитет', '']]), {
      more: { 'word/vbaProject.bin': 'Sub AutoOpen()' },
    });
    const { draft, problems } = await importDocument(bytes, 'план.docm', { changes: 'accept' });
    expect(problems.map((problem) => problem.code)).toEqual(['macros']);
    expect(draft?.plan.items).toHaveLength(1);
  });
});

describe('hostile XML', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  it('entities of its own are refused', async () => {
    const laughs = '<!DOCTYPE w:document [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;">]>';
    expect(
      await codes(withBody(`${laughs}<w:document ${w}><w:body>${p('&b;')}</w:body></w:document>`)),
    ).toEqual(['xml-entities']);
    const external = '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">';
    expect(await codes(withBody(`${external}<w:document ${w}/>`))).toEqual(['xml-entities']);
  });

  it('depth is bounded', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(500) + '</w:tc></w:tr></w:tbl>'.repeat(500);
    expect(await codes(withBody(`<w:document ${w}><w:body>${deep}</w:body></w:document>`))).toEqual([
      'xml-depth',
    ]);
  });

  it('broken markup is told', async () => {
    expect(await codes(withBody(`<w:document ${w}><w:body><w:p></w:body>`))).toEqual(['broken-xml']);
    expect(await codes(withBody(''))).toEqual(['broken-xml']);
  });
});

describe('hostile tables', () => {
  it('a long text merged over many rows is refused instead of being read in each', async () => {
    const long = tc('а'.repeat(100_000), { merge: 'start' });
    const rows = Array.from({ length: 400 }, (_, at) =>
      tr([String(at + 2), 'Сбор', 'Март', 'Комитет', tc('', { merge: 'continue' })]),
    );
    const body = tbl([[...usual], tr(['1', 'Сбор', 'Март', 'Комитет', long]), ...rows]);
    expect(await codes(docx(body))).toEqual(['too-much-text']);
  });
});

describe('damaged files', () => {
  it('never throw, however they are cut or changed', async () => {
    const book = xlsx([
      { name: 'План', rows: [{ cells: ['№', 'Мероприятие', 'Срок'] }, { cells: ['1', 'Сбор', 'Март'] }] },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(good, book),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        fc.option(fc.nat()),
        async (bytes, changes, cut) => {
          const copy = bytes.slice(0, cut === null ? bytes.length : cut % bytes.length);
          for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
          const { draft, problems } = await importDocument(copy, 'план.docx', { changes: 'accept' });
          // A draft that has lost its rows in silence would be worse than a refusal.
          if (draft) expect(itemsOf(draft.plan)).not.toEqual([]);
          else expect(problems).not.toEqual([]);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
