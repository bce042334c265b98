import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE = /^(licen[cs]e|copying|notice)([-.]|$)/i;

/** Folders of the packages whose code is in a bundle. */
function bundled(built) {
  const folders = new Set();
  for (const { metafile } of built) {
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = PACKAGE.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

function authorOf({ author }) {
  return typeof author === 'string' ? author : (author?.name ?? '');
}

/** What a package says of its licence: its name, its text, or the author where there is no text. */
function noticeOf(root, folder) {
  const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (typeof about.license !== 'string')
    throw new Error(`${about.name} does not say its licence: do not bundle it`);
  const texts = readdirSync(join(root, folder))
    .filter((name) => LICENCE.test(name))
    .sort()
    .map((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    );
  const text = texts.length > 0 ? texts.join('\n\n') : `Author: ${authorOf(about)}`;
  return { heading: `${about.name} ${about.version} (${about.license})`, text };
}

/**
 * The notice that goes with the build: every package whose code is in it, with its licence, equal texts once. The packages
 * that only help to develop are not named. Throws when a bundled package has no licence.
 */
export function thirdParty(root, built) {
  const byText = new Map();
  for (const folder of bundled(built)) {
    const { heading, text } = noticeOf(root, folder);
    byText.set(text, [...new Set([...(byText.get(text) ?? []), heading])]);
  }
  const rule = '-'.repeat(80);
  return [
    'This package contains code and data of others, under these licences.\n',
    ...[...byText].map(([text, headings]) => `${rule}\n${headings.join('\n')}\n\n${text}\n`),
  ].join('\n');
}
