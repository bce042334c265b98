'use strict';
// Starts dist/cli.cjs with the code that Node made of it when the package was built (scripts/code-cache.cjs): compiling is
// a fourth of what a small check takes. What another version of Node made is refused by V8 and compiled as ever.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'cli.cjs');

/** Runs the command line as a script of its own, in which there is no `import()`; gives the script. */
function run(cachedData) {
  const body = readFileSync(filename, 'latin1');
  const script = new Script(`(function (module, exports, require, __filename) {${body}\n})`, {
    filename,
    ...(cachedData && { cachedData }),
  });
  const own = { exports: {}, dynamicImport: (path) => import(path) };
  script.runInThisContext()(own, own.exports, require, filename);
  return script;
}

/**
 * V8 of Node 20 optimises a function soon, on what little it has seen, and takes it back: a check of a region's plans takes
 * 1.6 times the processor time when it does not wait. Later versions have a compiler in between. Once a flag is
 * changed, kept code is refused, that of Node's own modules too: those that `check` needs are loaded before.
 */
function bePatient() {
  if (!process.versions.v8.startsWith('11.')) return;
  for (const name of ['node:child_process', 'node:crypto']) require(name);
  require('node:v8').setFlagsFromString('--interrupt-budget=528000');
}

function codeMadeBefore() {
  try {
    return readFileSync(join(__dirname, 'cli.cache'));
  } catch {
    return undefined;
  }
}

function start() {
  const cachedData = codeMadeBefore();
  const { enableCompileCache } = require('node:module');
  if (cachedData || !enableCompileCache) {
    run(cachedData);
    bePatient();
    return;
  }
  // An installed package brings no code of its making; Node 22 and later keep theirs.
  enableCompileCache();
  require(filename);
}

module.exports = { run, start };
