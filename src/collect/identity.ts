import { createHash } from 'node:crypto';
import { type Day, parseDay, toIso } from '../meaning/day.ts';
import type { Span } from '../meaning/spans.ts';
import type { Respondent } from '../model/requests.ts';
import type { FormIdentity, LineAim } from './form.ts';

/**
 * How a form says what it is, three times over, since no one way survives everything that happens to a file:
 *
 * - each line has a key in its last column (`rowKey`): item, aim and check signs over plan and respondent. It goes with the
 *   row through sorting, deleting, adding and copying, shows a row that was copied in from another form, and what was
 *   typed over the words of the form (`isPrinted`);
 * - the last line of text is `identityLine`: it goes with a copied sheet and through every office program;
 * - custom properties of the document (`identityProperties`): Excel, LibreOffice and Word keep them, whatever is done to
 *   the text; Google Sheets drops them.
 *
 * Where all of it is gone, number and wording of the item are left.
 */
export const FORM_PROPERTY = 'roadmap.form';

/** Without letters that are taken for others: I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many signs over some texts: 5 bits each. */
function checkSigns(texts: readonly string[], length: number): string {
  const hash = createHash('sha256')
    .update(texts.map((text) => text.normalize('NFC')).join('\0'))
    .digest();
  return Array.from({ length }, (_, at) => SIGNS[(hash[at] as number) & 31]).join('');
}

const whoIs = ({ kind, key }: Respondent): string => `${kind} ${key}`;

/** The aim of a line in short: `x` for the item itself, else `p2`, `i1`, `i1m2`, `t20220301-20220331`, one after the other. */
export function lineName({ part, indicator, measure, turn, window }: LineAim): string {
  const name = [
    part === undefined ? '' : `p${part}`,
    indicator === undefined ? '' : `i${indicator}`,
    measure === undefined ? '' : `m${measure}`,
    turn === undefined ? '' : `t${digitsOf(turn.from)}-${digitsOf(turn.to)}`,
    window === undefined ? '' : `w${window}`,
  ].join('');
  return name === '' ? 'x' : name;
}

/** The aim that a name means; undefined where it is none. */
export function lineAim(name: string): LineAim | undefined {
  if (name === 'x') return {};
  const match = /^(?:p(\d+))?(?:i(\d+))?(?:m(\d+))?(?:t(\d{8})-(\d{8}))?(?:w(\d+))?$/.exec(name);
  if (!match || name === '') return undefined;
  const [, part, indicator, measure, from, to, window] = match;
  const days = from === undefined ? undefined : [dayOfDigits(from), dayOfDigits(to ?? '')];
  if (days?.includes(undefined)) return undefined;
  return {
    ...(part === undefined ? {} : { part: Number(part) }),
    ...(indicator === undefined ? {} : { indicator: Number(indicator) }),
    ...(measure === undefined ? {} : { measure: Number(measure) }),
    ...(days === undefined ? {} : { turn: { from: days[0] as Day, to: days[1] as Day } }),
    ...(window === undefined ? {} : { window: Number(window) }),
  };
}

/** What a line is known by within its form. */
export interface LineKey {
  /** `Item.id`. */
  readonly item: string;
  readonly aim: LineAim;
}

type Owner = Pick<FormIdentity, 'plan' | 'who'>;

/** A key as it is in a file. `printed`: signs of what the form printed in the row, column by column. */
export type RowKey = LineKey & { readonly check: string; readonly printed?: string };

/**
 * `10~t20220301-20220331~7KQ2~A1B2C3D4E5`: item, aim, check signs, and two signs for what each of `FORM_COLUMNS` says in this
 * row: what the form said when it was made cannot be known later, since it spoke of that day.
 */
export function rowKey(
  { plan, who }: Owner,
  item: string,
  aim: LineAim,
  printed?: readonly string[],
): string {
  const line = lineName(aim);
  const key = `${item}~${line}~${checkSigns([plan, whoIs(who), item, line], 4)}`;
  return printed ? `${key}~${printed.map(printedSigns).join('')}` : key;
}

const SIGNS_OF_TEXT = 2;

/** Letters, numbers and percents alone: how a program wraps or dresses them does not matter. */
const printedSigns = (text: string): string =>
  checkSigns(
    [
      text
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}%]+/gu, ' ')
        .trim(),
    ],
    SIGNS_OF_TEXT,
  );

/** Whether a text is what the form printed in a column (from 0, of `FORM_COLUMNS`); undefined where the key does not tell. */
export function isPrinted(text: string, { printed }: RowKey, column: number): boolean | undefined {
  const from = column * SIGNS_OF_TEXT;
  return printed === undefined ? undefined : printed.slice(from, from + SIGNS_OF_TEXT) === printedSigns(text);
}

/** A key as somebody left it; undefined where the text is none. Whose it is, `isKeyOf` tells. */
export function parseRowKey(text: string): RowKey | undefined {
  const [, item, line, check, printed] = KEY.exec(text) ?? [];
  const aim = line === undefined ? undefined : lineAim(line.toLowerCase());
  if (item === undefined || check === undefined || !aim) return undefined;
  return {
    item,
    aim,
    check: check.toUpperCase(),
    ...(printed === undefined ? {} : { printed: printed.replace(/\s/g, '').toUpperCase() }),
  };
}

const KEY = /^\s*(.+?)\s*~\s*([a-z0-9-]+)\s*~\s*([0-9A-Z]{4})(?:\s*~\s*((?:[0-9A-Z]\s*){10}))?\s*$/i;

/** Whether a key was made for this plan and respondent, and is whole. */
export const isKeyOf = ({ plan, who }: Owner, { item, aim, check }: RowKey): boolean =>
  checkSigns([plan, whoIs(who), item, lineName(aim)], 4) === check;

/** The number of a form: six signs over all that it is known by. */
export const formNumber = (identity: FormIdentity): string => checkSigns(partsOf(identity), 6);

const LINE_HEAD = 'Форма №';
const KINDS = { executor: 'исполнитель', territory: 'территория' } as const;

function partsOf({ plan, edition, who, madeOn, range }: FormIdentity): readonly string[] {
  const parts = [
    `план ${plan}`,
    ...(edition === undefined ? [] : [`редакция ${edition}`]),
    `${KINDS[who.kind]} ${who.key}`,
    `составлена ${toIso(madeOn)}`,
    ...(range === undefined ? [] : [`сроки ${toIso(range.from)}..${toIso(range.to)}`]),
  ];
  return parts.map((part) => part.replace(/\s+/g, ' ').trim());
}

/** The last line of a form: «Форма № 7KQ2MX | план zarechny-2022 | исполнитель кураторы | составлена 2022-06-01». */
export const identityLine = (identity: FormIdentity): string =>
  [`${LINE_HEAD} ${formNumber(identity)}`, ...partsOf(identity)].join(' | ');

/** What such a line says; undefined where it is none, or was edited so that its number no longer fits. */
export function parseIdentityLine(text: string): FormIdentity | undefined {
  const [head = '', ...parts] = text.replace(/\s+/g, ' ').trim().split(' | ');
  if (!head.startsWith(LINE_HEAD)) return undefined;
  const stated = (word: string): string | undefined =>
    parts.find((part) => part.startsWith(`${word} `))?.slice(word.length + 1);
  const identity = identityFrom({
    plan: stated('план'),
    edition: stated('редакция'),
    executor: stated(KINDS.executor),
    territory: stated(KINDS.territory),
    madeOn: stated('составлена'),
    range: stated('сроки'),
  });
  return identity && formNumber(identity) === head.slice(LINE_HEAD.length).trim() ? identity : undefined;
}

/** The same as custom properties: name → value. */
export function identityProperties(identity: FormIdentity): Readonly<Record<string, string>> {
  return { [FORM_PROPERTY]: identityLine(identity) };
}

/** What the custom properties of a file say; undefined where it is no form. */
export const identityOfProperties = (
  properties: Readonly<Record<string, string>>,
): FormIdentity | undefined => parseIdentityLine(properties[FORM_PROPERTY] ?? '');

function identityFrom(values: Readonly<Record<string, string | undefined>>): FormIdentity | undefined {
  const { plan, edition, executor, territory } = values;
  const madeOn = parseDay(values.madeOn ?? '');
  const key = executor ?? territory;
  if (plan === undefined || key === undefined || madeOn === undefined) return undefined;
  const range = spanOf(values.range);
  return {
    plan,
    ...(edition !== undefined && /^\d+$/.test(edition) ? { edition: Number(edition) } : {}),
    who: { kind: executor === undefined ? 'territory' : 'executor', key },
    madeOn,
    ...(range === undefined ? {} : { range }),
  };
}

function spanOf(text: string | undefined): Span | undefined {
  const [from, to] = (text ?? '').split('..').map(parseDay);
  return from === undefined || to === undefined ? undefined : { from, to };
}

const digitsOf = (day: Day): string => toIso(day).replaceAll('-', '');

const dayOfDigits = (digits: string): Day | undefined =>
  parseDay(digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
