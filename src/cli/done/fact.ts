import { plural } from '../../finding/plural.ts';
import { type Day, toIso } from '../../meaning/day.ts';
import { findItem, nearestName } from '../../model/find-item.ts';
import type { Item, Plan } from '../../model/plan.ts';
import { referenceTo } from '../../model/section-identity.ts';
import type { Workspace } from '../../model/workspace.ts';
import { writeIndicator } from '../../russian/index.ts';
import { exceedsWhole } from '../../status/evaluate-figures.ts';
import { placedIndicators } from '../../status/evaluate-item.ts';
import { fittingMeasures, measuresOf } from '../../status/measures.ts';
import type { CommandArguments } from '../command.ts';
import { dateOption } from '../date.ts';
import type { NewFact } from '../facts-file.ts';
import { listOption, switchOption, textOption } from '../options.ts';
import { suggestion } from '../parse.ts';
import { UsageError } from '../usage-error.ts';

/** The item a command line names; a number two items share is never the first of them. */
export function itemNamed(plan: Plan, name: string): Item {
  const found = findItem(plan, name);
  if (found.state === 'ambiguous') {
    const ids = found.items.map(({ id, action }) => `${id} («${action.slice(0, 30)}»)`).join(', ');
    throw new UsageError(
      {
        ru: `Номер ${name} в плане «${plan.id}» у нескольких пунктов.`,
        en: `Several items of the plan “${plan.id}” have the number ${name}.`,
      },
      { ru: `Назовите один из них: ${ids}.`, en: `Name one of them: ${ids}.` },
    );
  }
  if (found.state === 'unknown') {
    throw new UsageError(
      {
        ru: `Пункта ${name} в плане «${plan.id}» нет.`,
        en: `The plan “${plan.id}” has no item ${name}.`,
      },
      suggestion(nearestName(name, plan)),
    );
  }
  if (found.item.excluded !== undefined) {
    throw new UsageError({
      ru: `Пункт ${name} исключён: ${found.item.excluded}.`,
      en: `Item ${name} was excluded: ${found.item.excluded}.`,
    });
  }
  return found.item;
}

/** The fact a command line states, checked against its item; evidence is looked up by the caller. */
export function factOfArguments(
  args: CommandArguments,
  item: Item,
  plan: Plan,
  workspace: Workspace,
  today: Day,
): NewFact {
  const result = textOption(args, 'result');
  const by = textOption(args, 'by');
  const evidence = listOption(args, 'evidence');
  refuseEmpty('result', result === undefined ? [] : [result]);
  refuseEmpty('evidence', evidence);
  refuseEmpty('by', by === undefined ? [] : [by]);
  const figures = figuresOf(args);
  const placed = placedIndicators(item, plan, workspace);
  const rows = {
    ...place(args, 'part', item.parts.length, item),
    ...place(args, 'indicator', placed.length, item),
  };
  const measured = { ...rows, ...measureOf(args, rows.indicator, item, placed) };
  const whole = switchOption(args, 'whole');
  const hasContent = Object.keys(figures).length > 0 || result !== undefined || evidence.length > 0;
  const fact: NewFact = {
    item: item.id,
    ...measured,
    date: dateOf(textOption(args, 'date'), today),
    recorded: toIso(today),
    // «Сделано» alone closes the item; a figure or a word closes it only when asked to.
    ...(switchOption(args, 'done') || whole || !hasContent ? { done: true as const } : {}),
    ...(whole ? { whole: true as const } : {}),
    ...figures,
    ...(result === undefined ? {} : { result }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(by === undefined ? {} : { by }),
  };
  refuseAmbiguous(fact, item, placed);
  refuseMoreThanAll(fact, placed);
  return fact;
}

/** An empty word would be an error of form in the file. */
function refuseEmpty(name: string, texts: readonly string[]): void {
  if (texts.every((text) => text.trim() !== '')) return;
  throw new UsageError({ ru: `--${name}: пустой текст.`, en: `--${name}: the text is empty.` });
}

function figuresOf(args: CommandArguments): Pick<NewFact, 'count' | 'value' | 'of'> {
  const count = textOption(args, 'count');
  const value = textOption(args, 'value');
  if (count !== undefined && value !== undefined) {
    throw new UsageError({
      ru: '--count и --value вместе не бывают: один факт — одно число.',
      en: '--count and --value exclude each other: one fact, one figure.',
    });
  }
  if (count !== undefined) {
    if (/^\d{1,9}$/.test(count)) return { count: Number(count) };
    throw new UsageError({
      ru: `--count: «${count}» — не целое число от нуля.`,
      en: `--count: “${count}” is not a whole number.`,
    });
  }
  return value === undefined ? {} : shareOf(value);
}

function shareOf(text: string): Pick<NewFact, 'value' | 'of'> {
  const [, part, whole] = /^\s*(\d+(?:[.,]\d+)?)\s*(?:(?:\/|из|of)\s*(\d+)\s*|%\s*)?$/.exec(text) ?? [];
  if (part === undefined) {
    throw new UsageError(
      {
        ru: `--value: «${text}» — не доля и не число.`,
        en: `--value: “${text}” is neither a share nor a number.`,
      },
      { ru: 'Напишите, например, 24/25 или 56,9.', en: 'Write 24/25 or 56.9, for example.' },
    );
  }
  const value = Number(part.replace(',', '.'));
  if (whole === undefined) return { value };
  const of = Number(whole);
  if (of === 0 || value > of) {
    throw new UsageError({
      ru: `--value: ${text} — ${of === 0 ? 'доля берётся от нуля' : 'часть больше целого'}.`,
      en: `--value: ${text}: ${of === 0 ? 'a share of nothing' : 'the part exceeds the whole'}.`,
    });
  }
  return { value, of };
}

const ROWS = {
  part: { ru: ['событие', 'события', 'событий'], en: 'sub-events' },
  indicator: { ru: ['показатель', 'показателя', 'показателей'], en: 'indicators' },
} as const;

/** A number from 1 to what the item has. */
function place(
  args: CommandArguments,
  name: 'part' | 'indicator',
  most: number,
  item: Item,
): Partial<Record<'part' | 'indicator', number>> {
  const text = textOption(args, name);
  if (text === undefined) return {};
  const n = Number(text);
  if (/^\d{1,4}$/.test(text) && n >= 1 && n <= most) return { [name]: n };
  const { ru, en } = ROWS[name];
  throw new UsageError({
    ru: `--${name}: «${text}» не подходит, у пункта ${referenceTo(item)} ${most} ${plural(most, ru)}.`,
    en: `--${name}: “${text}” does not do, item ${referenceTo(item)} has ${most} ${en}.`,
  });
}

/** Which measure of a compound indicator, from 1: of the one that is named, or of the only one there is. */
function measureOf(
  args: CommandArguments,
  indicator: number | undefined,
  item: Item,
  placed: Placed,
): Pick<NewFact, 'indicator' | 'measure'> {
  const text = textOption(args, 'measure');
  if (text === undefined) return {};
  const measures = measuresOf(placed);
  const counts = placed.map((_, at) => measures.filter((one) => one.at === at).length);
  const compound = counts.flatMap((count, at) => (count > 1 ? [at] : []));
  const at = indicator === undefined ? (compound.length === 1 ? compound[0] : undefined) : indicator - 1;
  const most = at === undefined ? 0 : (counts[at] ?? 0);
  const n = Number(text);
  if (at !== undefined && most > 1 && /^\d{1,4}$/.test(text) && n >= 1 && n <= most)
    return { indicator: at + 1, measure: n };
  throw new UsageError({
    ru: `--measure: «${text}» не подходит: ${most > 1 ? `в показателе ${most} ${plural(most, ['величина', 'величины', 'величин'])}` : `у пункта ${referenceTo(item)} назовите показатель из нескольких величин (--indicator)`}.`,
    en: `--measure: “${text}” does not do: ${most > 1 ? `the indicator has ${most} measures` : `name an indicator of item ${referenceTo(item)} that has several measures (--indicator)`}.`,
  });
}

/** A day or «from..to»; nothing that has not come yet. */
function dateOf(text: string | undefined, today: Day): NonNullable<NewFact['date']> {
  if (text === undefined) return toIso(today);
  const [first = '', last, ...more] = text.split('..');
  const from = dateOption('--date', more.length > 0 ? text : first);
  const to = last === undefined ? from : dateOption('--date', last);
  if (to < from) {
    throw new UsageError({
      ru: `--date: «${text}» кончается раньше, чем начинается.`,
      en: `--date: “${text}” ends before it begins.`,
    });
  }
  if (to > today) {
    throw new UsageError(
      { ru: `--date: ${toIso(to)} ещё не наступило.`, en: `--date: ${toIso(to)} has not come yet.` },
      {
        ru: 'Факт — то, что уже сделано. Перенос срока записывают в rescheduled.',
        en: 'A fact is what has been done. A deadline is moved by `rescheduled`.',
      },
    );
  }
  return from === to ? toIso(from) : { from: toIso(from), to: toIso(to) };
}

type Placed = ReturnType<typeof placedIndicators>;

/** A figure that two measures would take belongs to neither: better ask now than count it nowhere. */
function refuseAmbiguous(fact: NewFact, item: Item, placed: Placed): void {
  const measures = measuresOf(placed);
  const fitting = fittingMeasures(fact, measures).map((at) => measures[at]);
  if (fitting.length < 2) return;
  const indicators = [...new Set(fitting.map((one) => one?.at ?? 0))];
  const [only, ...others] = indicators;
  if (others.length === 0 && only !== undefined) {
    const list = fitting
      .map((one) => `${one?.measure} — ${one?.meaning ? writeIndicator(one.meaning) : ''}`)
      .join('; ');
    throw new UsageError(
      {
        ru: `В показателе «${placed[only]?.stated.text}» несколько величин, к которым подходит это число.`,
        en: `The indicator “${placed[only]?.stated.text}” has several measures this figure may speak of.`,
      },
      {
        ru: `Добавьте --indicator ${only + 1} --measure: ${list}.`,
        en: `Add --indicator ${only + 1} --measure: ${list}.`,
      },
    );
  }
  const list = indicators.map((at) => `${at + 1} — «${placed[at]?.stated.text}»`).join('; ');
  throw new UsageError(
    {
      ru: `У пункта ${referenceTo(item)} несколько показателей, к которым подходит это число.`,
      en: `Item ${referenceTo(item)} has several indicators this figure may speak of.`,
    },
    { ru: `Добавьте --indicator: ${list}.`, en: `Add --indicator: ${list}.` },
  );
}

/** «569» where a share is asked for: what `value-out-of-range` would call an error is not written at all. */
function refuseMoreThanAll(fact: NewFact, placed: Placed): void {
  const measures = measuresOf(placed);
  const [at] = fittingMeasures(fact, measures);
  const meaning = at === undefined ? undefined : measures[at]?.meaning;
  if (!meaning || !exceedsWhole(fact, meaning)) return;
  throw new UsageError(
    {
      ru: `--value: доля ${fact.value} % больше целого.`,
      en: `--value: the share of ${fact.value} % exceeds the whole.`,
    },
    {
      ru: 'Если это число, а не проценты, добавьте целое: 61/68.',
      en: 'If it is a number and no percents, add the whole: 61/68.',
    },
  );
}
