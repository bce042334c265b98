import type { Bilingual } from '../../finding/text.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import { compareAmounts } from './amounts.ts';
import { countsTheSame, documentKinship, kinshipOf, kinshipOfCircles } from './units.ts';

export type IndicatorRelation = 'same' | 'stronger' | 'weaker' | 'incomparable';

/** How a child's target stands to the one it answers, and why. */
export interface IndicatorComparison {
  readonly relation: IndicatorRelation;
  readonly why: Bilingual;
}

const say = (relation: IndicatorRelation, ru: string, en: string): IndicatorComparison => ({
  relation,
  why: { ru, en },
});

const WORST: readonly IndicatorRelation[] = ['incomparable', 'weaker', 'same', 'stronger'];

const rankOf = ({ relation }: IndicatorComparison): number => WORST.indexOf(relation);

const OTHER_UNIT = say('incomparable', 'считают разное', 'different things are counted');
const OTHER_KIND = say('incomparable', 'показатели разного вида', 'indicators of different kinds');

function documents(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.unit === null || child.unit === null) return OTHER_UNIT;
  const asked = `«${parent.unit}»`;
  const given = `«${child.unit}»`;
  switch (documentKinship(parent.unit, child.unit)) {
    case 'same':
      return say('same', 'тот же документ', 'the same document');
    case 'equivalent':
      return say('same', `${given} — это ${asked}`, `${given} is a kind of ${asked}`);
    case 'narrower':
      return say('stronger', `${given} — частный случай ${asked}`, `${given} is a special kind of ${asked}`);
    case 'wider':
      return say(
        'weaker',
        `${given} — более общий документ, чем ${asked}`,
        `${given} is a more general document than ${asked}`,
      );
    case 'letter':
      return say(
        'weaker',
        `${given} никого не обязывает, нужен ${asked}`,
        `${given} binds nobody, ${asked} is required`,
      );
    default:
      return say('incomparable', `${given} не отвечает на ${asked}`, `${given} does not answer ${asked}`);
  }
}

/** A document shown once against a number of such documents. */
function documentAndCount(parent: Indicator, child: Indicator): IndicatorComparison {
  const compared = documents(parent, child);
  if (compared.relation === 'incomparable' || compared.relation === 'weaker') return compared;
  const asked = parent.kind === 'count' ? parent : { ...child, op: '>=' as const, value: 1 };
  const given = child.kind === 'count' ? child : { ...parent, op: '>=' as const, value: 1 };
  if (asked.per !== undefined && given === child) return OTHER_KIND;
  const { per: _per, every: _every, ...single } = given;
  const amount = compareAmounts(asked, child.kind === 'count' ? child : single);
  if (amount === 'weaker')
    return say('weaker', 'документов меньше, чем требуется', 'fewer documents than required');
  return amount === 'unknown' ? OTHER_KIND : compared;
}

const AMOUNTS: Readonly<Record<'same' | 'stronger' | 'weaker' | 'unknown', IndicatorComparison>> = {
  same: say('same', 'то же значение', 'the same value'),
  stronger: say('stronger', 'значение выше требуемого', 'the value is above the one required'),
  weaker: say('weaker', 'значение ниже требуемого', 'the value is below the one required'),
  unknown: say('incomparable', 'значения или ритмы не сравнить', 'the values or rhythms can’t be compared'),
};

function counts(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.unit === null || child.unit === null || !countsTheSame(parent.unit, child.unit))
    return OTHER_UNIT;
  const amount = AMOUNTS[compareAmounts(parent, child)];
  if (parent.of === null && child.of === null) return amount;
  if (parent.of === null) {
    return amount.relation === 'same' || amount.relation === 'stronger'
      ? say('stronger', 'столько же на каждого', 'as many for each')
      : OTHER_UNIT;
  }
  if (child.of === null) {
    return amount.relation === 'stronger' || amount.relation === 'incomparable'
      ? say(
          'incomparable',
          'требуется число на каждого, дано общее',
          'a number for each is required, a total is given',
        )
      : say(
          'weaker',
          'требуется столько на каждого, а не всего',
          'as many are required for each, not in total',
        );
  }
  return kinshipOf(parent.of, child.of) === 'other' ? OTHER_UNIT : amount;
}

function shares(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.per !== child.per || (parent.every ?? 1) !== (child.every ?? 1)) return OTHER_KIND;
  const amount = AMOUNTS[compareAmounts(parent, child)];
  const whole = parent.of ?? parent.unit;
  const part = child.of ?? child.unit;
  if (whole === null && part === null) return amount;
  if (whole === null || part === null)
    return say('incomparable', 'не сказано, от кого взята доля', 'it is not said what the share is of');
  switch (kinshipOfCircles(whole, part)) {
    case 'same':
      return amount;
    case 'narrower':
      return amount.relation === 'weaker' || amount.relation === 'same'
        ? say(
            'weaker',
            `доля взята от более узкого круга: «${part}»`,
            `the share is of a narrower group: «${part}»`,
          )
        : say('incomparable', 'доли взяты от разных кругов', 'the shares are of different groups');
    case 'wider':
      return child.value === 100 && amount.relation !== 'weaker' && amount.relation !== 'incomparable'
        ? say(
            'stronger',
            `доля взята от более широкого круга: «${part}»`,
            `the share is of a wider group: «${part}»`,
          )
        : say('incomparable', 'доли взяты от разных кругов', 'the shares are of different groups');
    default:
      return say('incomparable', 'доли взяты от разных кругов', 'the shares are of different groups');
  }
}

/** A staged target stands for what its last stage asks. */
function atLast(staged: Indicator, like: Indicator): Indicator {
  const last = staged.stages.at(-1);
  return last ? { ...staged, kind: like.kind, op: last.op, value: last.value, stages: [] } : staged;
}

function stages(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.kind !== 'staged') return simple(parent, atLast(child, parent));
  if (child.kind !== 'staged') return say('incomparable', 'этапы не названы', 'the stages are not named');
  if (parent.stages.length !== child.stages.length)
    return say('incomparable', 'этапов разное число', 'the numbers of stages differ');
  const kind = parent.of === null ? 'count' : 'percent';
  const compared = parent.stages.map((stage, at) => {
    const other = child.stages[at]!;
    if (stage.by !== other.by)
      return say('incomparable', 'сроки этапов различаются', 'the dates of the stages differ');
    return simple(
      { ...parent, kind, op: stage.op, value: stage.value, stages: [] },
      { ...child, kind, op: other.op, value: other.value, stages: [] },
    );
  });
  return compared.reduce((worst, one) => (rankOf(one) < rankOf(worst) ? one : worst));
}

function simple(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.kind === 'staged' || child.kind === 'staged') return stages(parent, child);
  if (parent.kind === 'artifact' && child.kind === 'artifact') return documents(parent, child);
  if (parent.kind === 'count' && child.kind === 'count') return counts(parent, child);
  if (parent.kind === 'percent' && child.kind === 'percent') return shares(parent, child);
  if (
    (parent.kind === 'artifact' && child.kind === 'count') ||
    (parent.kind === 'count' && child.kind === 'artifact')
  ) {
    return documentAndCount(parent, child);
  }
  if (
    child.kind === 'qualitative' &&
    parent.kind === 'count' &&
    parent.unit !== null &&
    child.unit !== null
  ) {
    return countsTheSame(parent.unit, child.unit)
      ? say('weaker', 'число потеряно', 'the number is lost')
      : OTHER_UNIT;
  }
  return OTHER_KIND;
}

/**
 * Compares the target of an obligation with the one that answers it. `same` covers a document of the kind
 * asked for; what can't be settled from the two meanings alone is `incomparable`, never a guess. Of a
 * compound obligation every part is wanted, of a compound answer the best part counts.
 */
export function compareIndicators(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.kind === 'compound') {
    return parent.parts
      .map((part) => compareIndicators(part, child))
      .reduce((worst, one) => (rankOf(one) < rankOf(worst) ? one : worst), AMOUNTS.stronger);
  }
  if (child.kind === 'compound') {
    return child.parts
      .map((part) => compareIndicators(parent, part))
      .reduce((best, one) => (rankOf(one) > rankOf(best) ? one : best), OTHER_KIND);
  }
  return simple(parent, child);
}
