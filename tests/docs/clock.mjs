// Preloaded into every command of a page: there it is always noon in Moscow on the day of ROADMAP_DOCS_TODAY.
const NOW = Date.parse(`${process.env.ROADMAP_DOCS_TODAY}T12:00:00+03:00`);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(NOW);
    else super(...parts);
  }

  static now() {
    return NOW;
  }
};
