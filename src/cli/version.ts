import manifest from '../../package.json' with { type: 'json' };

/** The version of the package this runs from. */
export const VERSION: string = manifest.version;
