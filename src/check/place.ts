import type { Finding, FramedPlace, Spot } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { compareFindings } from '../finding/order.ts';
import { decode } from '../source/decode.ts';
import type { Files } from '../source/files.ts';
import { framedPlace, type LineIndex, lineIndex } from '../source/lines.ts';
import { locate, placeOf, type SourceTree } from '../source/locate.ts';
import type { Settled } from './settle.ts';

interface OpenFile {
  readonly lines: LineIndex;
  readonly text: string;
  tree: SourceTree | undefined;
}

/**
 * Looks routes up in the text: the only module that does. Files are read again, one at a time as findings need
 * them, since nothing about places is kept while checking.
 */
export function placeFindings(found: readonly Settled[], files: Files): Finding[] {
  const open = new Map<string, OpenFile>();
  const fileOf = (path: string): OpenFile => {
    let file = open.get(path);
    if (!file) {
      const bytes = files.read(path);
      const text = typeof bytes === 'string' ? '' : decode(bytes).text;
      file = { text, lines: lineIndex(text), tree: undefined };
      open.set(path, file);
    }
    return file;
  };
  const framed = (at: Spot): FramedPlace => {
    const file = fileOf(at.file);
    const { start, end } = 'offsets' in at ? { start: at.offsets[0], end: at.offsets[1] } : lookUp(file, at);
    return framedPlace(at.file, file.lines, [start, end]);
  };
  const seen = new Map<string, number>();
  const placed = found.map(({ rule, severity, remark }) => ({
    rule,
    severity,
    message: remark.message,
    ...(remark.help ? { help: remark.help } : {}),
    ...(remark.plan === undefined ? {} : { plan: remark.plan }),
    ...(remark.item === undefined ? {} : { item: remark.item }),
    ...framed(remark.at),
    related: (remark.related ?? []).map(({ at, message }) => ({ ...framed(at), message })),
    fingerprint: '',
  }));
  return placed.sort(compareFindings).map((finding) => {
    const key = [finding.rule, finding.file, finding.plan, finding.item, finding.message.ru].join('\0');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      ...finding,
      fingerprint: fingerprintOf({
        rule: finding.rule,
        file: finding.file,
        plan: finding.plan,
        item: finding.item,
        message: finding.message.ru,
        nth,
      }),
    };
  });
}

function lookUp(file: OpenFile, at: Extract<Spot, { route: unknown }>): { start: number; end: number } {
  file.tree ??= locate(file.text);
  return placeOf(file.tree, at);
}
