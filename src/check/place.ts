import type { Finding, FramedPlace, Range, Remark, Route, Spot } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { compareFindings } from '../finding/order.ts';
import type { DocumentSet } from '../model/document-set.ts';
import { findItem } from '../model/find-item.ts';
import type { Workspace } from '../model/workspace.ts';
import { decode, decodeUnits } from '../source/decode.ts';
import type { Files } from '../source/files.ts';
import { framedPlace, type LineIndex, lineIndex, lineIndexOfUnits, placeIn } from '../source/lines.ts';
import { locate, locateSome, placeOf, type SourceTree } from '../source/locate.ts';
import type { Settled } from './settle.ts';

/** Gives findings their places; `files` are those that are judged together. */
type PlaceFindings = (
  found: readonly Settled[],
  workspace: Workspace,
  files: ReadonlySet<string>,
) => Finding[];

/**
 * Looks routes up in the text: the only module that does. Files are read again, and only those that findings point into,
 * since nothing about places is kept while checking. What findings of many files point to in another one (those of
 * municipalities to the plan of their region) is looked up once.
 */
export function placer(
  { files, isPlain }: Pick<DocumentSet, 'files' | 'isPlain'>,
  withFrames: boolean,
): PlaceFindings {
  const look = (file: string, spots: readonly Spot[]): Places =>
    new Map(placesIn(file, spots, files, { plain: isPlain(file), withFrames }));
  const known = new Map<string, Map<string, FramedPlace>>();
  const lookOnce = (file: string, spots: readonly Spot[]): Places => {
    const before = known.get(file) ?? new Map<string, FramedPlace>();
    known.set(file, before);
    const fresh = spots.filter((spot) => !before.has(nameOf(spot)));
    if (fresh.length > 0) for (const [spot, place] of look(file, fresh)) before.set(nameOf(spot), place);
    return new Map(spots.map((spot) => [spot, before.get(nameOf(spot)) as FramedPlace]));
  };
  return (found, workspace, judged) => {
    const places = new Map<Spot, FramedPlace>();
    for (const [file, spots] of byFile(found)) {
      const some = judged.has(file) ? look(file, spots) : lookOnce(file, spots);
      for (const [spot, place] of some) places.set(spot, place);
    }
    return placed(found, places, workspace);
  };
}

type Places = ReadonlyMap<Spot, FramedPlace>;

const nameOf = (spot: Spot): string =>
  'offsets' in spot
    ? spot.offsets.join('-')
    : `${spot.route.join('\0')}\n${spot.key ?? ''}\n${spot.within?.join('-') ?? ''}`;

function placed(found: readonly Settled[], places: Places, workspace: Workspace): Finding[] {
  const placeOfSpot = (at: Spot): FramedPlace => places.get(at) as FramedPlace;
  const findings = found.map(({ rule, severity, remark }): Finding & { fingerprint: string } => ({
    rule,
    severity,
    message: remark.message,
    ...(remark.help ? { help: remark.help } : {}),
    ...(remark.cure ? { cure: remark.cure } : {}),
    ...(remark.plan === undefined ? {} : { plan: remark.plan }),
    ...(remark.item === undefined ? {} : { item: remark.item }),
    ...(remark.parentItem === undefined ? {} : { parentItem: remark.parentItem }),
    ...sectionOf(remark, workspace),
    ...placeOfSpot(remark.at),
    related: (remark.related ?? []).map(({ at, message }) => ({ ...placeOfSpot(at), message })),
    fingerprint: '',
  }));
  findings.sort(compareFindings);
  const seen = new Map<string, number>();
  for (const finding of findings) {
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
  return findings;
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
