import type { Context, Page } from '../../src/lsp/context.ts';
import { type LiveWorkspace, liveWorkspace } from '../../src/lsp/workspace.ts';
import { dayOf } from '../../src/meaning/day.ts';
import { memoryFiles } from '../../src/source/memory-files.ts';

/** A region of two levels, with facts, a registry and confirmed links. */
export const REGION: Readonly<Record<string, string>> = {
  'krai.plan.yaml': `kind: plan
id: krai-2022
level: regional
title: План работы края
period: 2022
executors:
  моуо: {name: Органы управления образованием, level: municipal}
  ммс: {name: Методические службы, level: municipal}
  иро: {name: Институт развития образования}
sections:
  - number: I
    title: Подготовка
    items:
      - number: "1"
        action: Утвердить муниципальные планы
        when: до 1 марта 2022 г.
        executors: [моуо]
        indicators: [Приказ]
      - {number: "2", action: Провести вебинар, when: май 2022 г., executors: [иро], indicators: [Не менее двух вебинаров]}
  - number: II
    title: Проведение
    items:
      - number: "1"
        action: Организовать консультации школ
        when: ежемесячно
        executors: [моуо, ммс]
        indicators: [Не менее двух консультаций в месяц]
`,
  'raion.plan.yaml': `kind: plan
id: raion-2022
level: municipal
territory: Озёрский район
title: План работы района
period: 2022
implements: krai-2022
registry: spravochnik
executors:
  комитет: {name: Комитет по образованию, aliases: [КО], acts-as: моуо}
items:
  - number: "1.1"
    action: Утвердить план района
    when: до 1 марта 2022 г.
    executors: [комитет]
    indicators: [Приказ]
    implements: [I/1]
  - number: "1.2"
    action: Провести семинар для директоров
    when: май 2022 г.
    executors: [комитет, центр]
    indicators:
      - Не менее двух семинаров
    implements: []
waivers:
  - {rule: uncovered-obligation, item: krai-2022#II/1, reason: решено на совете}
  - {rule: missing-evidence, item: "1.2", reason: протоколы в архиве}
`,
  'raion.facts.yaml': `kind: facts
plan: raion-2022
facts:
  - {item: "1.1", date: 2022-02-10, done: true, evidence: [приказ от 10.02.2022 № 5]}
  - {item: "1.2", date: 2022-05-12, count: 1, indicator: 1}
`,
  'raion.links.yaml': `kind: links
plan: raion-2022
links:
  - {item: "1.1", parent: krai-2022, number: I/1, digests: {action: 3f7a9c0e5d1b2a48}}
`,
  'gorod.plan.yaml': `kind: plan
id: gorod-2022
level: municipal
title: План работы города
period: 2022
implements: krai-2022
registry: spravochnik
items:
  - {number: "1", action: Провести консультации, when: ежемесячно, executors: [центр], indicators: [Не менее двух консультаций в месяц], implements: [II/1]}
`,
  'registry.yaml': `kind: registry
id: spravochnik
executors:
  центр: {name: Методический центр, acts-as: ммс}
`,
};

export interface Region {
  readonly live: LiveWorkspace;
  context(): Context;
  page(file: string): Page;
  /** The offset within the nth occurrence of some words, counted from zero. */
  in(file: string, words: string, nth?: number): number;
}

/** The region with other texts in some of its files, on 20 May 2022. */
export function regionWith(texts: Readonly<Record<string, string>> = {}): Region {
  const today = dayOf(2022, 5, 20) as number;
  const files: Readonly<Record<string, string>> = { ...REGION, ...texts };
  const live = liveWorkspace('/nowhere', { now: () => 0, today: () => today }, () => memoryFiles(files));
  const context = (): Context => live.context(undefined);
  return {
    live,
    context,
    page: (file) => context().page(file),
    in(file, words, nth = 0) {
      let at = -1;
      for (let n = 0; n <= nth; n++) at = (files[file] as string).indexOf(words, at + 1);
      if (at < 0) throw new Error(`${file} has no «${words}»`);
      return at + 1;
    },
  };
}
