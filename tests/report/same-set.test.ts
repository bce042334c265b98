import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { oneLine } from '../../src/report/safe-text.ts';
import { REPORTERS } from './every-format.ts';
import { findings, look, report } from './sample.ts';

/** What every format must tell of a finding; columns where the format has them. */
const expected = findings.map(({ file, line, rule }) => `${oneLine(file)} ${line} ${rule}`).sort();

const written = (name: string): string => REPORTERS[name]!(report, look);

interface Sarif {
  runs: {
    results: {
      ruleId: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
    }[];
  }[];
}

const decode = (text: string): string =>
  text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%25', '%');

const READERS: Readonly<Record<string, () => readonly string[]>> = {
  pretty() {
    const rows: string[] = [];
    let file = '';
    let block = '';
    for (const line of [...written('pretty').split('\n'), 'end']) {
      if (line !== '' && !line.startsWith(' ')) file = line;
      const head = /^ {2}(\d+):\d+ /.exec(line);
      if (head) block = head[1]!;
      const rule = /\[([a-z-]+)\]$/.exec(line);
      if (rule && block !== '') rows.push(`${file} ${block} ${rule[1]}`);
      if (rule) block = '';
    }
    return rows;
  },
  compact: () =>
    written('compact')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const parts = /^(.*?):(\d+):\d+: (?:error|warning|info): .* \[([a-z-]+)\]$/.exec(line);
        return `${parts?.[1]} ${parts?.[2]} ${parts?.[3]}`;
      }),
  json: () =>
    (
      JSON.parse(written('json')) as { findings: { file: string; line: number; rule: string }[] }
    ).findings.map(({ file, line, rule }) => `${oneLine(file)} ${line} ${rule}`),
  sarif: () =>
    (JSON.parse(written('sarif')) as Sarif).runs.flatMap(({ results }) =>
      results.map(({ ruleId, locations: [at] }) => {
        const { artifactLocation, region } = at!.physicalLocation;
        return `${oneLine(decodeURIComponent(artifactLocation.uri))} ${region.startLine} ${ruleId}`;
      }),
    ),
  github: () =>
    written('github')
      .split('\n')
      .filter((line) => line.startsWith('::'))
      .map((line) => {
        const parts = /^::\w+ file=([^,]*),line=(\d+),.*?title=([^:,]*)::/.exec(line);
        return `${decode(parts?.[1] ?? '')} ${parts?.[2]} ${parts?.[3]}`;
      }),
  gitlab: () =>
    (
      JSON.parse(written('gitlab')) as {
        check_name: string;
        location: { path: string; lines: { begin: number } };
      }[]
    ).map(({ check_name, location }) => `${oneLine(location.path)} ${location.lines.begin} ${check_name}`),
  junit() {
    const rows: string[] = [];
    const parser = new SaxesParser();
    let head = ['', ''];
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testcase') head = [String(attributes.classname), String(attributes.name).split(' ')[0]!];
    });
    parser.on('text', (text) => {
      const place = /^(?:(?:warning|info): .*\n)?.*?:(\d+):\d+(?:\n|$)/.exec(text);
      if (place) rows.push(`${head[0]} ${place[1]} ${head[1]}`);
    });
    parser.write(written('junit')).close();
    return rows;
  },
  markdown() {
    const rows: string[] = [];
    let file = '';
    for (const line of written('markdown').split('\n')) {
      if (line.startsWith('### ')) file = line.slice(4);
      const parts = /^- \*\*\S+\*\* (\d+):\d+ .* \\\[([a-z-]+)\\\]$/.exec(line);
      if (parts) rows.push(`${file} ${parts[1]} ${parts[2]}`);
    }
    const plain = (text: string): string =>
      text.replace(/\\(.)/gu, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return rows.map(plain);
  },
};

test.each(Object.keys(READERS))('%s tells the same findings', (name) => {
  expect([...READERS[name]!()].sort()).toEqual(expected);
});

test('every format has a reader here', () => {
  expect([...Object.keys(READERS), 'github-summary'].sort()).toEqual(Object.keys(REPORTERS).sort());
});
