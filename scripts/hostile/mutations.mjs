// What may become of a file on its way: cut off, mixed up, typed into, saved by another program.

const PIECES = [
  '\0',
  '\t',
  '\r',
  '\n',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\x1b[31m',
  ': ',
  ' #',
  '- ',
  '"',
  "'",
  '«',
  '[',
  ']',
  '{',
  '}',
  '*x',
  '&x ',
  '!!binary ',
  '<<: ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '? ',
  '| ',
  '>- ',
  '|9\n',
  '__proto__: ',
  'kind: plan\n',
  'null',
  '1e3',
  '0x1F',
  '31.04.2022',
  '2021-02-30',
  'до 31 апреля',
  'не менее -3',
  '100 % от 0',
  '1/0',
  '(((((((((',
  'а'.repeat(5000),
  'слово '.repeat(2000),
  '- '.repeat(300),
  '[['.repeat(200),
  '{a: '.repeat(80),
  '😀',
  '\ud800',
  'ё',
  'й',
  '±½³',
  'Ⅷ',
  '₂',
];

const bytesOf = (text) => new TextEncoder().encode(text);
const textOf = (bytes) => new TextDecoder().decode(bytes);

const changes = [
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text.slice(random.below(text.length)),
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
  },
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random.below(40));
  },
  (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    const line = lines[at];
    const change = random.below(5);
    if (change === 0) lines.splice(at, 1);
    else if (change === 1) lines.splice(at, 0, line);
    else if (change === 2) lines[at] = ` ${line}`;
    else if (change === 3) lines[at] = line.replace(/^ +/, (blanks) => '\t'.repeat(blanks.length / 2));
    else lines.splice(random.below(lines.length), 0, ...lines.splice(at, 1 + random.below(6)));
    return lines.join('\n');
  },
  (text, random) => {
    const from = random.below(text.length);
    const piece = text.slice(from, from + random.below(400));
    const at = random.below(text.length);
    return text.slice(0, at) + piece + text.slice(at);
  },
  (text) => text.replaceAll('\n', '\r\n'),
];

/** A text changed one to four times; now and then as bytes that are no text. */
export function mutated(bytes, random) {
  let text = textOf(bytes);
  for (let left = 1 + random.below(4); left > 0 && text !== ''; left--)
    text = random.pick(changes)(text, random);
  if (random.chance(0.02)) return new Uint8Array(Buffer.from(text, 'utf16le'));
  const out = bytesOf(text);
  if (random.chance(0.05) && out.length > 0) out[random.below(out.length)] = random.below(256);
  return out;
}

/** A package of Word or Excel: its bytes damaged, or one of its parts changed and the package whole. */
export function mutatedPackage(bytes, random, { unzipSync, zipSync }) {
  if (random.chance(0.3)) {
    const out = Uint8Array.from(bytes);
    for (let left = 1 + random.below(8); left > 0; left--) out[random.below(out.length)] = random.below(256);
    return random.chance(0.3) ? out.slice(0, random.below(out.length)) : out;
  }
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  const name = random.pick(
    names.filter((one) => /document|sheet|sharedStrings|styles|numbering/.test(one)) ?? names,
  );
  if (name === undefined) return bytes;
  parts[name] = random.chance(0.5) ? mutated(parts[name], random) : shuffledXml(parts[name], random);
  if (random.chance(0.05)) delete parts[name];
  return zipSync(parts, { level: 1 });
}

/** Elements taken out, written twice or put elsewhere: still well-formed more often than not. */
function shuffledXml(bytes, random) {
  const text = textOf(bytes);
  const elements = [
    ...text.matchAll(
      /<(w:tr|w:tc|w:p|w:r|w:t|row|c|si|w:gridSpan|w:vMerge|w:ins|w:del)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g,
    ),
  ];
  if (elements.length === 0) return bytes;
  const one = random.pick(elements);
  const other = random.pick(elements);
  const change = random.below(3);
  const without = text.slice(0, one.index) + text.slice(one.index + one[0].length);
  if (change === 0) return bytesOf(without);
  const at = change === 1 ? one.index : Math.min(other.index, text.length);
  return bytesOf(text.slice(0, at) + one[0] + text.slice(at));
}
