'use strict';
// Run by the build: `node code-cache.cjs START CACHE ARGUMENTS…` runs the command line once and keeps what V8 has made of the
// functions it needed.
const { writeFileSync } = require('node:fs');

const [node, , start, cache, ...words] = process.argv;
process.argv = [node, start, ...words];
const script = require(start).run();
process.on('exit', () => writeFileSync(cache, script.createCachedData()));
