import type { Cure } from '../finding/cure.ts';
import type { Route } from '../finding/finding.ts';
import type { Bilingual } from '../finding/text.ts';
import { nearest } from '../russian/index.ts';
import type { Problem } from '../source/document.ts';
import { doubleQuoted, scalarText } from '../source/quote.ts';
import { quotedValue } from './quoted.ts';
import { repairOf } from './repair.ts';
import { resolve, type SchemaNode } from './schema-node.ts';
import { valueMeantBy } from './synonyms.ts';
import type { Step, Violations } from './walk.ts';
import { exampleOf, flow, found, isDay, placeName, wanted } from './wording.ts';

/** What is wrong and the way out. */
interface Explanation extends Bilingual {
  readonly help?: Bilingual | undefined;
  readonly cure?: Cure | undefined;
}

/** Builds the problems and adds them to `problems`, in the order of the walk. */
export function remarks(file: string, root: SchemaNode, problems: Problem[]): Violations {
  const add = (
    step: Step,
    named: Route,
    explanation: Explanation,
    key: boolean,
    unread: Problem['unread'] = { route: step.route },
  ): void => {
    const place = placeName(named, step.subject);
    const { item } = step.subject;
    problems.push({
      rule: 'schema',
      message: { ru: `${place.ru}: ${explanation.ru}`, en: `${place.en}: ${explanation.en}` },
      ...(explanation.help ? { help: explanation.help } : {}),
      ...(explanation.cure ? { cure: explanation.cure } : {}),
      at: key ? { file, route: step.route, key } : { file, route: step.route },
      ...(item === undefined ? {} : { item }),
      unread,
    });
  };
  const atValue = (step: Step, explanation: Explanation): void => add(step, step.route, explanation, false);
  /** The key itself is at fault: the message names what it is in. */
  const atKey = (step: Step, explanation: Explanation, unread?: Problem['unread']): void =>
    add(step, step.route.slice(0, -1), explanation, true, unread);
  const mergeKey = (step: Step): void => {
    const explanation = {
      ru: 'ключ «<<» (слияние) из YAML 1.1 не действует: ключи якоря сюда не попали',
      en: 'the merge key “<<” of YAML 1.1 has no effect: the keys of the anchor did not come here',
      help: { ru: 'Повторите нужные ключи здесь', en: 'Repeat the keys you need here' },
    };
    atKey(step, explanation, { route: step.route.slice(0, -1) });
  };
  return {
    wrongType(step) {
      const want = wanted(root, step.node);
      if (step.value === null) {
        const explanation = { ru: `значения нет, а ${want.ru}`, en: `there is no value, but ${want.en}` };
        add(
          step,
          step.route,
          { ...explanation, help: forExample(step) },
          typeof step.route.at(-1) === 'string',
        );
        return;
      }
      const has = found(step.value);
      const repair = repairOf(root, step) ?? { help: forExample(step) };
      atValue(step, { ru: `${want.ru}, а ${has.ru}`, en: `${want.en}, but ${has.en}`, ...repair });
    },
    colonInText(step, text) {
      const key = quotedValue(text.slice(0, Math.max(1, text.indexOf(':'))));
      atValue(step, {
        ru: `в тексте двоеточие, и ${key} прочитано как ключ`,
        en: `there is a colon in the text, and ${key} was read as a key`,
        help: {
          ru: `Возьмите текст в кавычки: ${doubleQuoted(text)}`,
          en: `Put the text in quotes: ${doubleQuoted(text)}`,
        },
        cure: { edits: [{ op: 'set', route: step.route, value: text }] },
      });
    },
    notAmong(step, allowed) {
      const names = allowed.filter((value): value is string => typeof value === 'string');
      const list = names.map((name) => scalarText(name)).join(', ');
      const help = { ru: `Допустимо: ${list}`, en: `Allowed: ${list}` };
      atValue(step, { ...unfit(step.value, names, true), help });
    },
    emptyText(step) {
      const help = { ru: 'Впишите текст или удалите ключ', en: 'Write a text or delete the key' };
      atValue(step, { ru: 'пустой текст', en: 'the text is empty', help });
    },
    wrongPattern(step) {
      if (isDay(root, step.node)) {
        const has = found(step.value);
        atValue(step, {
          ru: `нужна дата, а ${has.ru}`,
          en: `a date is needed, but ${has.en}`,
          help: {
            ru: 'Дата пишется ГГГГ-ММ-ДД или ДД.ММ.ГГГГ',
            en: 'A date is written YYYY-MM-DD or DD.MM.YYYY',
          },
        });
        return;
      }
      const all = step.node.examples ?? [];
      const examples = all.filter((example) => typeof example === 'string');
      const list = all.map((example) => flow(example, false)).join(', ');
      const help =
        list === '' ? undefined : { ru: `Пишется так: ${list}`, en: `It is written like this: ${list}` };
      atValue(step, { ...unfit(step.value, examples), help });
    },
    noSuchDay(step) {
      const day = quotedValue(step.value);
      atValue(step, { ru: `даты ${day} нет в календаре`, en: `the calendar has no day ${day}` });
    },
    outOfBounds(step) {
      const bounds = boundsOf(step.node);
      const has = found(step.value);
      atValue(step, { ru: `нужно ${bounds.ru}, а ${has.ru}`, en: `it must be ${bounds.en}, but ${has.en}` });
    },
    repeated(step) {
      const value = quotedValue(step.value);
      const help = { ru: 'Оставьте одну запись', en: 'Keep one of them' };
      const cure: Cure = { edits: [{ op: 'remove', route: step.route }] };
      atValue(step, { ru: `${value} повторяется`, en: `${value} stands here twice`, help, cure });
    },
    unknownKey(step, likely, known, isTaken) {
      if (step.route.at(-1) === '<<') {
        mergeKey(step);
        return;
      }
      const maybe = perhaps(likely);
      const name = quotedValue(step.route.at(-1));
      const list = known.join(', ');
      const help =
        likely === undefined ? { ru: `Здесь бывают: ${list}`, en: `Known here: ${list}` } : undefined;
      const explanation = {
        ru: `неизвестный ключ ${name}${maybe.ru}`,
        en: `unknown key ${name}${maybe.en}`,
        help,
        ...(likely === undefined || isTaken ? {} : { cure: { put: likely } }),
      };
      const map = step.route.slice(0, -1);
      const writtenAs = String(step.route.at(-1));
      const unread = likely && { route: [...map, likely], ...(isTaken ? {} : { writtenAs }) };
      atKey(step, explanation, unread || undefined);
    },
    wrongKey(step) {
      const name = quotedValue(step.route.at(-1));
      const example = exampleOf(step.node);
      const help = { ru: `Например: ${example}`, en: `For example: ${example}` };
      atKey(step, {
        ru: `ключом нужен год, а стоит ${name}`,
        en: `the key must be a year, not ${name}`,
        help,
      });
    },
    missing(step, key) {
      const property = step.node.properties?.[key];
      const example = property && exampleOf(resolve(root, property).node);
      const line = `${key}: ${example}`;
      const explanation = {
        ru: `нет обязательного ключа ${key}`,
        en: `the required key ${key} is missing`,
        help: example === undefined ? undefined : { ru: `Например: ${line}`, en: `For example: ${line}` },
      };
      add(step, step.route, explanation, false, { route: [...step.route, key], absent: true });
    },
  };
}

function perhaps(name: string | undefined): Bilingual {
  if (name === undefined) return { ru: '', en: '' };
  return { ru: `; возможно, вы имели в виду ${name}`, en: `; did you mean ${name}?` };
}

/** A value that is none of the allowed ones, with the likely one. */
function unfit(value: unknown, names: readonly string[], isClosed = false): Explanation {
  const written = typeof value === 'string' ? value : '';
  const likely = valueMeantBy(written, names) ?? nearest(written, names);
  const maybe = perhaps(likely === undefined ? undefined : scalarText(likely));
  return {
    ru: `значение ${quotedValue(value)} не подходит${maybe.ru}`,
    en: `the value ${quotedValue(value)} does not fit${maybe.en}`,
    ...(likely === undefined ? {} : { cure: isClosed ? { put: likely } : { put: likely, unsure: true } }),
  };
}

/** An example of what a place wants together with its key, as it would be typed. */
function forExample({ node, route }: Step): Bilingual | undefined {
  const example = exampleOf(node);
  if (example === undefined) return undefined;
  const last = route.at(-1);
  const line = typeof last === 'string' ? `${last}: ${example}` : example;
  return { ru: `Например: ${line}`, en: `For example: ${line}` };
}

function boundsOf({ minimum, maximum, exclusiveMinimum }: SchemaNode): Bilingual {
  if (exclusiveMinimum !== undefined) {
    return { ru: `больше ${exclusiveMinimum}`, en: `more than ${exclusiveMinimum}` };
  }
  if (minimum === undefined) return { ru: `не более ${maximum}`, en: `${maximum} at most` };
  if (maximum === undefined) return { ru: `не менее ${minimum}`, en: `${minimum} at least` };
  return { ru: `от ${minimum} до ${maximum}`, en: `from ${minimum} to ${maximum}` };
}
