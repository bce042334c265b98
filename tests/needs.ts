import { execFileSync } from 'node:child_process';

/** Programs some tests need that npm cannot install. */
const PROBES = {
  chromium: ['chromium', '--version'],
  libreoffice: ['soffice', '--version'],
  poppler: ['pdftoppm', '-v'],
  xmllint: ['xmllint', '--version'],
  unzip: ['unzip', '-v'],
  git: ['git', '--version'],
  wine: ['wine', '--version'],
  // A pseudo-terminal; that of BSD does not know the flag, nor the others that are wanted here.
  script: ['script', '--version'],
} as const;

/**
 * Whether a program is there; a test without it is skipped, visibly. Where everything must run
 * (ROADMAP_REQUIRE_ALL, set by `.ci/run`) its absence is a failure instead.
 */
export function has(program: keyof typeof PROBES): boolean {
  const [command, flag] = PROBES[program];
  try {
    execFileSync(command, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.ROADMAP_REQUIRE_ALL)
      throw new Error(`${command} is not installed, and no test may be skipped here`);
    return false;
  }
}
