import { build } from 'esbuild';

const FOLDER = 'src/render/dashboard/assets';

/** The script and the style sheet of the page for the meeting, each as one text to be put into it. */
export async function dashboardAssets(root) {
  const [script, styles] = await Promise.all([bundled(root, 'page.js'), bundled(root, 'page.css')]);
  return (
    `// Generated from ${FOLDER} by scripts/generate.mjs.\n` +
    `export const SCRIPT = ${JSON.stringify(script)};\n` +
    `export const STYLES = ${JSON.stringify(styles)};\n`
  );
}

async function bundled(root, file) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${FOLDER}/${file}`],
    outdir: 'out',
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
