'use strict';
// Run by the build: `node code-cache.cjs CLI CACHE ARGUMENTS…` runs the command line once, as scripts/start.cjs does, and
// keeps what V8 has made of the functions it needed.
const { readFileSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');

const [node, , filename, cache, ...words] = process.argv;
process.argv = [node, filename, ...words];
const body = readFileSync(filename, 'latin1');
const script = new Script(`(function (module, exports, require, __filename) {${body}\n})`, { filename });
script.runInThisContext()(module, exports, require, filename);
process.on('exit', () => writeFileSync(cache, script.createCachedData()));
