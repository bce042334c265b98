import { expect, it } from 'vitest';
import { hoverAt } from '../../src/lsp/hover.ts';
import { regionWith } from './region.ts';

const region = regionWith();

const hover = (file: string, at: string, nth = 0): string =>
  hoverAt(region.page(file), region.in(file, at, nth), region.context())?.markdown ?? '';

it('tells how a period is read, with the next days', () => {
  const words = hover('krai.plan.yaml', 'ежемесячно');
  expect(words.split('\n')[0]).toBe('- понято: повторяется');
  expect(words).toContain('- крайний срок: 31 декабря 2022 г.');
});

it('tells how an indicator is read, and its state today', () => {
  const words = hover('raion.plan.yaml', 'Не менее двух семинаров').split('\n');
  expect(words[0]).toBe('- понято: число');
  expect(words.at(-1)).toBe('- на сегодня: ещё не срок');
});

it('shows the obligation behind a number: text, deadline, indicators, and whether it is met', () => {
  const words = hover('raion.plan.yaml', 'I/1]').split('\n');
  expect(words[0]).toBe('**Поручение I/1** плана «krai-2022»: Утвердить муниципальные планы');
  expect(words).toContain('- срок: до 1 марта 2022 г.');
  expect(words).toContain('- исполнители: Органы управления образованием');
  expect(words).toContain('- показатель: Приказ');
  expect(words).toContain('- **учёт поручения: учтено**');
  expect(words).toContain('- исполняют пункты: 1.1');
});

it('shows who is behind a key, in what role, and where else he is named', () => {
  const words = hover('raion.plan.yaml', 'центр]').split('\n');
  expect(words[0]).toBe('**Методический центр** (центр)');
  expect(words).toContain('- исполняет роль: Методические службы');
  expect(words).toContain('- из справочника: registry.yaml');
  expect(words).toContain('- пункты: 1.2');
  expect(words).toContain('- и в планах: gorod-2022');
  expect(hover('krai.plan.yaml', 'моуо]')).toContain('- роль: за ней каждый орган уровня: municipal');
});

it('shows the item behind the number in a fact, with its state and its facts', () => {
  const words = hover('raion.facts.yaml', '"1.1"').split('\n');
  expect(words[0]).toBe('**Пункт 1.1.** Утвердить план района');
  expect(words).toContain('- **на сегодня: исполнено (10 февраля 2022 г.)**');
  expect(words).toContain('- факт: 10 февраля 2022 г., исполнено, приказ от 10.02.2022 № 5');
});

it('says that nobody follows a plan without facts', () => {
  expect(hover('krai.plan.yaml', 'Провести вебинар')).toContain(
    '- исполнение не учитывается: файла фактов нет',
  );
});

it('describes a key, from the schema', () => {
  expect(hover('raion.plan.yaml', 'acts-as')).toMatch(/^\*\*acts-as\*\* – Чью роль/);
  expect(hover('raion.facts.yaml', 'evidence')).toMatch(/^\*\*evidence\*\* – /);
  // The example as an author writes it, and no JSON.
  expect(hover('raion.plan.yaml', 'executors:')).toMatch(/^executors: \{[^"]*\}$/m);
});

it('names the rule of a waiver and the plan of an id', () => {
  expect(hover('raion.plan.yaml', 'uncovered-obligation')).toMatch(/^\*\*uncovered-obligation\*\* – /);
  expect(hover('raion.facts.yaml', 'raion-2022')).toBe(
    '**План работы района**\n\n- территория: Озёрский район',
  );
});

it('shows a text of a plan as a text, whatever signs are in it', () => {
  const action = 'Провести [встречу](http://a) *сейчас* <b>';
  const other = regionWith({
    'raion.facts.yaml': 'kind: facts\nplan: odin\nfacts:\n  - {item: "1", done: true}\n',
    'odin.plan.yaml': `kind: plan\nid: odin\ntitle: План\nperiod: 2022\nitems:\n  - {number: "1", action: "${action}", when: май}\n`,
  });
  const found = hoverAt(other.page('raion.facts.yaml'), other.in('raion.facts.yaml', '"1"'), other.context());
  expect(found?.markdown).toContain('Провести \\[встречу\\](http://a) \\*сейчас\\* \\<b\\>');
});

it('has nothing to say between words, and of a text that can’t be read', () => {
  const other = regionWith({ 'raion.plan.yaml': 'kind: plan\nid: [a\n  - b: }{\n' });
  expect(hoverAt(other.page('raion.plan.yaml'), 20, other.context())).toBeUndefined();
  expect(hoverAt(region.page('raion.plan.yaml'), 100_000, region.context())).toBeUndefined();
});
