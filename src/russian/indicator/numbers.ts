import type { Indicator } from '../../meaning/indicator.ts';
import type { PlanPeriod } from '../../meaning/period.ts';
import { does, wordRole } from '../words/lexicon.ts';
import { isPreposition } from '../words/statement.ts';
import { withWords } from './claims.ts';
import { readWordless } from './deeds.ts';
import { isAside, type Node, type Nodes, quantityPlaces, type Rhythm, rhythmNodes } from './node.ts';
import { phraseAt, subjectAt } from './phrase.ts';
import { type IndicatorReading, indicator, readEach, refused, understood } from './refusals.ts';
import { documentRuns, readSeveral, timedDocument } from './several.ts';
import { areStages, readStages } from './stages.ts';
import { readTarget } from './target.ts';

/**
 * Reads a run without brackets: documents beside targets, stages, several targets, one, or none. `rhythm`: its own, or
 * one that the words around lend it.
 */
export function readNumbers(
  nodes: Nodes,
  rhythm: Rhythm | undefined,
  period: PlanPeriod | undefined,
): IndicatorReading {
  const [, other] = rhythmNodes(nodes);
  if (other) return refused('two-rhythms', [other]);
  const places = quantityPlaces(nodes);
  const [first] = places;
  if (first === undefined) return withoutNumbers(nodes, rhythm);
  const runs = documentRuns(nodes);
  if (runs) {
    return readEach(runs, (run) =>
      readNumbers(
        run,
        rhythmNodes(run)[0]?.rhythm ?? (quantityPlaces(run).length > 0 ? rhythm : undefined),
        period,
      ),
    );
  }
  const document = timedDocument(nodes, first);
  if (document) return refused('document-beside', [document]);
  if (areStages(nodes)) return readStages(nodes, period);
  if (places.length > 1) return readSeveral(nodes);
  if (takesPart(nodes, first))
    return readWordless(
      nodes.map((node): Node => (node.kind === 'quantity' ? { ...node, kind: 'label' } : node)),
    );
  return withDay(readTarget({ nodes, at: first, quantity: nodes[first]!.quantity!, rhythm }), nodes, period);
}

/** «Сетевое взаимодействие двух школ»: how many take part in what is done, and no target. */
function takesPart(nodes: Nodes, at: number): boolean {
  const subject = subjectAt(nodes, 0);
  const { op, percent, lead } = nodes[at]!.quantity!;
  return (
    subject !== undefined &&
    subject.headEnd === at &&
    op === null &&
    !percent &&
    lead === null &&
    does(subject.head.lemma, 'mutual')
  );
}

/** «До 1 июня – 50 % школ»: a day before the plan ends is a step of its own, as in the structured form. */
function withDay(read: IndicatorReading, nodes: Nodes, period: PlanPeriod | undefined): IndicatorReading {
  const times = nodes.filter(({ kind }) => kind === 'time');
  const adrift = times.find(({ time }) => time!.adrift);
  if (adrift && read.understood) return refused('time-unclear', [adrift]);
  const by = times.length === 1 && times[0]!.time!.from === null ? times[0]!.time!.by : null;
  if (!read.understood || by === null || (period && (by < period.from || by >= period.to))) return read;
  const { op, value, change } = read.meaning;
  if (op === null || value === null || change !== undefined) return read;
  return understood({ ...read.meaning, stages: [{ from: null, by, op, value }] });
}

/** «Выполнение всех мероприятий», «все школы …»: the whole of a population, which is 100 %. */
function wholeOf(nodes: Nodes): Indicator | undefined {
  const at = nodes.findIndex(({ text }) => does(text, 'all'));
  const before = nodes[at - 1]?.text ?? '';
  // «Во всех школах», unlike «для всех школ»
  if (at < 0 || (isPreposition(before) && before !== 'во')) return undefined;
  const phrase = phraseAt(nodes, at + 1, 'ngdaipNGDAIP');
  const population =
    phrase &&
    (phrase.head.kind === 'person' || phrase.head.kind === 'body' || phrase.head.lemma === 'мероприятие');
  if (!population || phrase.full.split(' ').some((word) => does(word, 'relations'))) return undefined;
  const whole = indicator({ kind: 'percent', op: '=', value: 100, unit: phrase.lemma, of: phrase.full });
  return withWords(
    whole,
    nodes.filter((_, index) => index !== at),
  );
}

/** «Ежеквартальный отчёт» is what the document is called. */
function namesDocument(nodes: Nodes, at: number): boolean {
  const phrase = subjectAt(nodes, at) ?? phraseAt(nodes, at, 'nN');
  return phrase !== undefined && phrase.headEnd > at + 1 && phrase.head.kind === 'document';
}

/** Reads a run without a quantity: a whole population, else documents, events, what was done. */
function withoutNumbers(nodes: Nodes, rhythm: Rhythm | undefined): IndicatorReading {
  const whole = wholeOf(nodes);
  if (whole) return understood(whole);
  const rest = nodes.filter((node) => !isAside(node));
  const often = rest.find(({ text }, at) => wordRole(text)?.role === 'periodic' && !namesDocument(rest, at));
  const [rhythmNode] = rhythmNodes(nodes);
  if (rhythm || often)
    return refused('rhythm-without-number', rhythmNode ? [rhythmNode] : often ? [often] : nodes);
  return rest.length === 0 ? refused('time', nodes) : readWordless(rest);
}
