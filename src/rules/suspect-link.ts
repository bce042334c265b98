import type { Bilingual } from '../finding/text.ts';
import type { DigestField } from '../history/digest.ts';
import { periodOf } from '../model/meanings.ts';
import type { Item } from '../model/plan.ts';
import { referenceTo } from '../model/section-identity.ts';
import type { Workspace } from '../model/workspace.ts';
import { writePeriod } from '../russian/index.ts';
import { type SuspectLink, suspectLinks } from '../trace/suspect.ts';
import type { Rule } from './rule.ts';

const FIELDS: Readonly<Record<DigestField, Bilingual>> = {
  action: { ru: 'мероприятие', en: 'action' },
  when: { ru: 'срок', en: 'period' },
  executors: { ru: 'исполнители', en: 'executors' },
  indicators: { ru: 'показатели', en: 'indicators' },
  parts: { ru: 'подпункты', en: 'sub-events' },
  for: { ru: 'кого касается', en: 'whom it binds' },
};

/** The upper item changed after a person compared the two: the link holds until somebody looks again. */
export const rule: Rule = {
  id: 'suspect-link',
  severity: 'warning',
  summary: { ru: 'Поручение изменилось после сверки', en: 'The obligation changed after it was compared' },
  on: 'workspace',
  check(report, { workspace }) {
    for (const suspect of suspectLinks(workspace)) {
      const { plan, item, reference, parent, target, changed } = suspect;
      const changes = changed.map((field) => changeOf(field, suspect, workspace));
      report({
        plan: plan.id,
        item: item.id,
        parentItem: `${parent.id}#${target.id}`,
        message: {
          ru: `Пункт ${referenceTo(item)}: поручение ${referenceTo(target)} изменилось после сверки — ${changes.map(({ ru }) => ru).join('; ')}`,
          en: `Item ${referenceTo(item)}: obligation ${referenceTo(target)} changed after it was compared — ${changes.map(({ en }) => en).join('; ')}`,
        },
        help: {
          ru: 'Сверьте пункт с новым текстом и подтвердите: roadmap trace --accept',
          en: 'Compare the item with the new text and confirm: roadmap trace --accept',
        },
        at: { file: plan.file, route: reference.route },
        related: changed.map((field) => ({
          at: { file: parent.file, route: routeOf(target, field) },
          message: { ru: `теперь: ${FIELDS[field].ru}`, en: `now: ${FIELDS[field].en}` },
        })),
      });
    }
  },
};

/** «срок: ноябрь → октябрь» where the text of then is at hand; else only which cell changed. */
function changeOf(field: DigestField, { before, target, parent }: SuspectLink, now: Workspace): Bilingual {
  const name = FIELDS[field];
  if (!before) return name;
  if (field === 'when') {
    const was = periodOf(before.item.when, before.plan, before.workspace);
    const is = periodOf(target.when, parent, now);
    const texts =
      was && is
        ? [writePeriod(was), writePeriod(is)]
        : [before.item.when?.text ?? '', target.when?.text ?? ''];
    return arrow(name, texts[0] as string, texts[1] as string);
  }
  return arrow(name, cellOf(before.item, field), cellOf(target, field));
}

const arrow = (name: Bilingual, was: string, is: string): Bilingual => ({
  ru: `${name.ru}: «${was}» → «${is}»`,
  en: `${name.en}: “${was}” → “${is}”`,
});

function cellOf(item: Item, field: DigestField): string {
  const cells: Record<DigestField, () => string> = {
    action: () => item.action,
    when: () => item.when?.text ?? '',
    executors: () => item.executors.map(({ key }) => key).join(', '),
    indicators: () => item.indicators.map(({ text }) => text).join('; '),
    parts: () => item.parts.map((part) => part.action).join('; '),
    for: () => item.for.map(({ key }) => key).join(', '),
  };
  return cells[field]().replace(/\s+/g, ' ');
}

/** A cell that was taken out altogether is shown by the item's number. */
function routeOf(item: Item, field: DigestField): (string | number)[] {
  const there = field === 'when' ? item.when !== undefined : field === 'action' || item[field].length > 0;
  return [...item.route, there ? field : 'number'];
}
