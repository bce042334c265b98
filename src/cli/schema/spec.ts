import type { CommandSpec } from '../command.ts';

export const schema: CommandSpec = {
  name: 'schema',
  summary: { ru: 'схема документа (JSON Schema)', en: 'the schema of a document (JSON Schema)' },
  description: {
    ru: 'Печатает JSON-схему вида документов или ответа команды: её понимают редакторы и чужие программы. Без аргумента перечисляет виды.',
    en: 'Prints the JSON Schema of a kind of documents or of a command’s output, for editors and other programs. Lists the kinds without an argument.',
  },
  arguments: [
    {
      name: { ru: 'вид', en: 'kind' },
      about: {
        ru: 'plan, facts, registry, config…; output/check — ответ команды',
        en: 'plan, facts, registry, config…; output/check: what a command prints',
      },
      optional: true,
      complete: 'schema',
    },
  ],
  options: [],
  examples: [
    {
      line: 'roadmap schema plan > plan.schema.json',
      about: { ru: 'сохранить схему плана', en: 'save the schema of a plan' },
    },
  ],
  load: () => import('./run.ts'),
};
