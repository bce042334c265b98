import type { Finding, FramedPlace, Range, Remark, Route, Spot } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { compareFindings } from '../finding/order.ts';
import { findItem } from '../model/find-item.ts';
import type { Workspace } from '../model/workspace.ts';
import { decode, decodeUnits } from '../source/decode.ts';
import type { Files } from '../source/files.ts';
import { framedPlace, type LineIndex, lineIndex, lineIndexOfUnits, placeIn } from '../source/lines.ts';
import { locate, locateSome, placeOf, type SourceTree } from '../source/locate.ts';
import type { Settled } from './settle.ts';

/**
 * Looks routes up in the text: the only module that does. Files are read again, one after the other and only those that
 * findings point into, since nothing about places is kept while checking.
 */
export function placeFindings(found: readonly Settled[], workspace: Workspace, withFrames = true): Finding[] {
  const places = new Map<Spot, FramedPlace>();
  const plain = new Set(workspace.documents.filter((document) => document.plain).map(({ file }) => file));
  for (const [file, spots] of byFile(found)) {
    const how = { plain: plain.has(file), withFrames };
    for (const [spot, place] of placesIn(file, spots, workspace.files, how)) places.set(spot, place);
  }
  const placeOfSpot = (at: Spot): FramedPlace => places.get(at) as FramedPlace;
  const seen = new Map<string, number>();
  const placed = found.map(({ rule, severity, remark }): Finding & { fingerprint: string } => ({
    rule,
    severity,
    message: remark.message,
    ...(remark.help ? { help: remark.help } : {}),
    ...(remark.plan === undefined ? {} : { plan: remark.plan }),
    ...(remark.item === undefined ? {} : { item: remark.item }),
    ...sectionOf(remark, workspace),
    ...placeOfSpot(remark.at),
    related: (remark.related ?? []).map(({ at, message }) => ({ ...placeOfSpot(at), message })),
    fingerprint: '',
  }));
  placed.sort(compareFindings);
  for (const finding of placed) {
    const key = [finding.rule, finding.file, finding.plan, finding.item, finding.message.ru].join('\0');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    finding.fingerprint = fingerprintOf({
      rule: finding.rule,
      file: finding.file,
      plan: finding.plan,
      item: finding.item,
      message: finding.message.ru,
      nth,
    });
  }
  return placed;
}

function sectionOf({ plan, item }: Remark, workspace: Workspace): { section?: string } {
  const whose = plan === undefined || item === undefined ? undefined : workspace.planOf(plan);
  if (!whose || item === undefined || whose.sections.length === 0) return {};
  const found = findItem(whose, item);
  const section = found.state === 'found' ? found.item.section?.reference : undefined;
  return section === undefined ? {} : { section };
}

/** All that findings point to, by file. */
function byFile(found: readonly Settled[]): ReadonlyMap<string, readonly Spot[]> {
  const spots = new Map<string, Spot[]>();
  const add = (at: Spot): void => {
    const known = spots.get(at.file);
    if (known) known.push(at);
    else spots.set(at.file, [at]);
  };
  for (const { remark } of found) {
    add(remark.at);
    for (const { at } of remark.related ?? []) add(at);
  }
  return spots;
}

/** The places in one file. Of a `plain` document only the nodes pointed to are looked for. */
function placesIn(
  file: string,
  spots: readonly Spot[],
  files: Files,
  how: { readonly plain: boolean; readonly withFrames: boolean },
): readonly (readonly [Spot, FramedPlace])[] {
  const bytes = files.read(file);
  const routes = spots.flatMap((at) => ('route' in at ? [at.route] : []));
  const { lines, tree } = how.plain ? openPlain(bytes, routes) : openWhole(bytes, routes.length > 0);
  return spots.map((at) => {
    const range = 'offsets' in at ? at.offsets : rangeOf(placeOf(tree as SourceTree, at));
    return [at, how.withFrames ? framedPlace(file, lines, range) : placeIn(file, lines, range)] as const;
  });
}

interface OpenFile {
  readonly lines: LineIndex;
  readonly tree: SourceTree | undefined;
}

function openPlain(bytes: Uint8Array | string, routes: readonly Route[]): OpenFile {
  const units = typeof bytes === 'string' ? undefined : decodeUnits(bytes);
  if (!units) return openWhole(bytes, routes.length > 0);
  return { lines: lineIndexOfUnits(units), tree: locateSome(units, routes) };
}

function openWhole(bytes: Uint8Array | string, located: boolean): OpenFile {
  const text = typeof bytes === 'string' ? '' : decode(bytes).text;
  return { lines: lineIndex(text), tree: located ? locate(text) : undefined };
}

const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): Range => [start, end];
