/**
 * Whether this is the deep lane. A file that both lanes take tries its properties on fewer texts in the quick one
 * (`BOTH` in vitest.config.ts).
 */
export const isDeep = process.env.ROADMAP_LANE === 'deep';
