'use strict';
// Starts dist/cli.cjs with the code that Node made of it when the package was built (scripts/code-cache.cjs): compiling is
// a fourth of what a small check takes. What another version of Node made is refused by V8 and compiled as ever.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'cli.cjs');

function codeMadeBefore() {
  try {
    return readFileSync(join(__dirname, 'cli.cache'));
  } catch {
    return undefined;
  }
}

const cachedData = codeMadeBefore();
if (cachedData) {
  // In a script of our own there is no `import()`.
  module.dynamicImport = (path) => import(path);
  const body = readFileSync(filename, 'latin1');
  const script = new Script(`(function (module, exports, require, __filename) {${body}\n})`, {
    filename,
    cachedData,
  });
  script.runInThisContext()(module, exports, require, filename);
} else {
  // An installed package brings no code of its making; Node 22 and later keep theirs.
  require('node:module').enableCompileCache?.();
  require(filename);
}
