import type { Comment } from '../../edit/write.ts';
import { writeDocument } from '../../edit/write.ts';
import type { Answers } from './answers.ts';
import { bodyOf, purposeOf, territoryGenitive } from './names.ts';
import type { Duties } from './parent.ts';
import { type Sample, sampleOf } from './samples.ts';

type Value = Readonly<Record<string, unknown>>;

interface Body {
  readonly value: Value;
  readonly comments: readonly Comment[];
}

/** Items made of what the parent lays down: its texts, our executor, and the number each of them answers. */
function itemsOfParent(duties: Duties, sample: Sample): Body {
  const chief = sample.executors[sample.chief] ?? {};
  return {
    value: {
      executors: { [sample.chief]: { ...chief, 'acts-as': [...duties.roles] } },
      ...(duties.glossary === undefined ? {} : { glossary: duties.glossary }),
      items: duties.items.map((item, at) => ({
        number: String(at + 1),
        action: item.action,
        ...item.texts,
        executors: [sample.chief],
        implements: [item.number],
      })),
    },
    comments: [
      {
        route: ['items'],
        text: [
          'Пункты ниже – поручения вышестоящего плана, каждое названо ключом implements. Перескажите их',
          'для своей территории, поставьте своих исполнителей и сроки не позже указанных.',
          'Собственное мероприятие, которое ничего не исполняет, помечают так: implements: []',
        ].join('\n'),
      },
    ],
  };
}

const ITEM_NOTES: readonly { readonly key: string; readonly text: string }[] = [
  {
    key: 'when',
    text: [
      'Срок пишут так, как он будет стоять в документе: «до 20 октября», «март–апрель»,',
      '«ежеквартально», «2-й и 4-й понедельник». Как он понят: roadmap explain period "март–апрель"',
    ].join('\n'),
  },
  {
    key: 'indicators',
    text: 'Показатель тоже пишут словами: документ, число, доля. Как понят: roadmap explain indicator "…"',
  },
];

function sampleItems(sample: Sample, own: boolean): Body {
  return {
    value: {
      executors: sample.executors,
      sections: sample.sections.map(({ title, items }, section) => ({
        number: String(section + 1),
        title,
        items: items.map((item, at) => ({
          number: `${section + 1}.${at + 1}`,
          ...item,
          ...(own ? { implements: [] } : {}),
        })),
      })),
    },
    comments: [
      {
        route: ['sections'],
        text: 'Разделы и пункты. Номер берите в кавычки: без них YAML примет 1.10 за 1.1.',
      },
      ...ITEM_NOTES.map(({ key, text }) => ({ route: ['sections', 0, 'items', 0, key], text })),
    ],
  };
}

/** The parts of the document that go before the table: whose plan it is, and the order that will approve it. */
function head(answers: Answers, id: string, parent: Value, sample: Sample): Value {
  const { level, territory, programme, year } = answers;
  const body = bodyOf(level, territory);
  const genitive = territoryGenitive(territory);
  const approves = level === 'municipal' && genitive ? body.replace('Управление', 'Управления') : undefined;
  return {
    kind: 'plan',
    id,
    level,
    programme,
    title: `План мероприятий («дорожная карта») ${purposeOf(answers)}`,
    territory,
    period: /^\d{4}$/.test(year) ? Number(year) : year,
    ...parent,
    order: {
      type: 'приказ',
      issuer: approves === undefined ? body : { name: body, genitive: approves },
      subject: `Об утверждении плана мероприятий («дорожной карты») ${purposeOf(answers)}`,
      clauses: [
        'Утвердить прилагаемый план мероприятий («дорожную карту»).',
        'Контроль за исполнением приказа оставляю за собой.',
      ],
      signatory: { position: sample.position, name: 'И.О. Фамилия' },
    },
  };
}

const COMMENTS: readonly Comment[] = [
  {
    route: ['id'],
    text: 'Короткое имя плана: по нему план называют в командах и в файле исполнения.',
  },
  {
    route: ['order'],
    text: [
      'Приказ, которым план будет утверждён. Пока нет номера и даты, документ печатается как «ПРОЕКТ».',
      'После подписания допишите его номер и дату: number: "127" и date: ГГГГ-ММ-ДД.',
    ].join('\n'),
  },
  {
    route: ['executors'],
    text: 'Исполнители: слева короткий ключ для пунктов, справа – как печатать.',
  },
];

interface NewPlan {
  readonly id: string;
  /** Where the plan's schema is, as seen from its folder; none when there is none near. */
  readonly schema: string | undefined;
  /** What the parent lays down on us; undefined without a parent that could be read. */
  readonly duties: Duties | undefined;
}

/** The text of the new plan: canonical layout, comments that teach. */
export function planText(answers: Answers, { id, schema, duties }: NewPlan): string {
  const { level, territory, period, parent } = answers;
  const sample = sampleOf(level, period, bodyOf(level, territory));
  const items =
    duties && duties.items.length > 0
      ? itemsOfParent(duties, sample)
      : sampleItems(sample, duties !== undefined);
  const implemented =
    duties === undefined
      ? {}
      : { implements: duties.plan, ...(duties.registry ? { registry: duties.registry } : {}) };
  const later: readonly Comment[] =
    duties === undefined && parent !== undefined
      ? [
          {
            route: ['period'],
            text: `implements: ${parent}\nВышестоящего плана здесь пока нет: уберите знак # перед implements, когда он появится.`,
          },
        ]
      : [];
  return writeDocument(
    { ...head(answers, id, implemented, sample), ...items.value },
    { ...(schema === undefined ? {} : { schema }), comments: [...COMMENTS, ...later, ...items.comments] },
  );
}
