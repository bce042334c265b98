/** Reads a rule's page: its fenced YAML examples are the rule's tests. */

export interface Example {
  readonly heading: string;
  readonly good: boolean;
  /** The day the example is judged at. */
  readonly asOf: string;
  readonly files: Readonly<Record<string, string>>;
  /** Places that no line of carets can show (column one, inside a quote), `file:line:from-to`. */
  readonly stated: readonly string[];
  /** Files that are not UTF-8. */
  readonly encodings: Readonly<Record<string, string>>;
}

const CP1251_TAIL = 'ЁёЄєЇїІі«»№–—';
const CP1251_CODES = [0xa8, 0xb8, 0xaa, 0xba, 0xaf, 0xbf, 0xb2, 0xb3, 0xab, 0xbb, 0xb9, 0x96, 0x97];

/** The bytes of an example's files, in the encodings the page says. */
export function bytesOf(example: Example): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries(example.files).map(([name, text]) => [
      name,
      example.encodings[name] === 'windows-1251' ? inWindows1251(text) : text,
    ]),
  );
}

function inWindows1251(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    return code < 0x80 ? code : (CP1251_CODES[CP1251_TAIL.indexOf(letter)] ?? 0x3f);
  });
}

const HEAD: Readonly<Record<string, string>> = {
  kind: 'kind: plan',
  id: 'id: primer-2022',
  level: 'level: municipal',
  title: 'title: План мероприятий',
  period: 'period: 2022',
};

/** A fragment of a plan gets the head it lacks, so that an example shows only what it is about. */
function completed(name: string, text: string): string {
  if (/^(kind|rules|calendar):/m.test(text) || name.endsWith('config.yaml') || !/\.ya?ml$/.test(name))
    return text;
  const missing = Object.entries(HEAD).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(text));
  return `${missing.map(([, line]) => line).join('\n')}\n${text}`;
}

/**
 * Sections «## Плохо» and «## Хорошо» hold examples; fences that follow one another under one heading
 * (## or ###) are files of one workspace. A fence is ```yaml [имя-файла] [asOf=ГГГГ-ММ-ДД] [at=строка:с-по]
 * [encoding=windows-1251].
 */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  let good: boolean | undefined;
  let current:
    | {
        heading: string;
        good: boolean;
        asOf: string;
        files: Record<string, string>;
        stated: string[];
        encodings: Record<string, string>;
      }
    | undefined;
  const lines = page.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const heading = /^(##+)\s+(.*)$/.exec(line);
    if (heading) {
      if (heading[1] === '##')
        good = /^Плохо/.test(heading[2] ?? '') ? false : /^Хорошо/.test(heading[2] ?? '') ? true : undefined;
      current = undefined;
      if (good !== undefined)
        current = {
          heading: heading[2] ?? '',
          good,
          asOf: '2022-02-01',
          files: {},
          stated: [],
          encodings: {},
        };
      continue;
    }
    const fence = /^```(?:yaml|text)\s*(.*)$/.exec(line);
    if (!fence || !current) continue;
    const words = (fence[1] ?? '').split(/\s+/).filter((word) => word !== '');
    const name = words.find((word) => !word.includes('=')) ?? 'primer.plan.yaml';
    current.asOf = words.find((word) => word.startsWith('asOf='))?.slice(5) ?? current.asOf;
    for (const word of words) {
      if (word.startsWith('at=')) current.stated.push(`${name}:${word.slice(3)}`);
      if (word.startsWith('encoding=')) current.encodings[name] = word.slice(9);
    }
    const end = lines.indexOf('```', at + 1);
    current.files[name] = completed(name, `${lines.slice(at + 1, end).join('\n')}\n`);
    at = end;
    if (!examples.includes(current as Example)) examples.push(current as Example);
  }
  return examples;
}

/** What the page says is underlined: a comment line of carets below the reported line. `file:line:from-to`. */
export function markedPlaces(example: Example): string[] {
  const drawn = Object.entries(example.files).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index, all) => {
      if (!/^#\s*\^[\s^]*$/.test(line)) return [];
      let above = index;
      while (above > 0 && /^#\s*\^/.test(all[above] as string)) above--;
      return [...line.matchAll(/\^+/g)].map(
        (carets) => `${file}:${above + 1}:${carets.index + 1}-${carets.index + carets[0].length + 1}`,
      );
    }),
  );
  return [...drawn, ...example.stated].sort();
}
