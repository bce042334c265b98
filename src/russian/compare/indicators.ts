import { remembered } from '../../finding/remembered.ts';
import type { Bilingual } from '../../finding/text.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import { folded, LETTERS, NUMBERS } from '../words/letters.ts';
import { does } from '../words/lexicon.ts';
import { compareAmounts } from './amounts.ts';
import { accountOf, type ContentWord, contentOf, isVerb, keysIn, type Statement } from './content.ts';
import { promisesWork } from './documents.ts';
import { countsTheSame, documentKinship, headOf, kinshipOf, kinshipOfCircles } from './units.ts';

type IndicatorRelation = 'same' | 'stronger' | 'weaker' | 'incomparable';

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
  const kinship = kinshipOf(parent.of, child.of);
  if (kinship === 'other') return OTHER_UNIT;
  return kinship === 'narrower' && amount.relation !== 'weaker'
    ? say(
        'weaker',
        `столько же, но не на каждого: «${child.of}»`,
        `as many, but for some only: «${child.of}»`,
      )
    : amount;
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

/** The day a target has of its own: «к 1 сентября». */
function inTime(parent: Indicator, child: Indicator, compared: IndicatorComparison): IndicatorComparison {
  const [asked, given] = [parent.stages[0]?.by ?? null, child.stages[0]?.by ?? null];
  if (asked === null || given === null || given <= asked || compared.relation === 'incomparable')
    return compared;
  return say('weaker', 'к более поздней дате', 'by a later day');
}

function simple(parent: Indicator, child: Indicator): IndicatorComparison {
  if (parent.kind === 'staged' || child.kind === 'staged') return stages(parent, child);
  if (parent.kind === 'artifact' && child.kind === 'artifact') return documents(parent, child);
  if (parent.kind === 'count' && child.kind === 'count') return inTime(parent, child, counts(parent, child));
  if (parent.kind === 'percent' && child.kind === 'percent')
    return inTime(parent, child, shares(parent, child));
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

const SIGNS = new RegExp(`[${LETTERS}${NUMBERS}]+|[%<>≥≤]`, 'gu');

const plainOf = remembered((text: string): string => (folded(text).match(SIGNS) ?? []).join(' '));

/**
 * Compares what an obligation states with what is to answer it: the meanings, and the content words of both texts. `same`
 * and `stronger` are said only where every content word of the obligation (deed, population, audience, subject, date,
 * place) stands in the child's text too. Words the child adds specify its own document or event; in a share, or of those
 * that are to be few, they narrow. Qualitative statements are `same` in the same words.
 */
export function compareStatements(parent: Statement, child: Statement): IndicatorComparison {
  const repeated = plainOf(parent.text) === plainOf(child.text);
  if (parent.meaning.kind === 'qualitative' && child.meaning.kind === 'qualitative')
    return repeated ? SAME_WORDS : compareQualities(parent, child);
  const compared = compareIndicators(parent.meaning, sameCircle(parent, child) ?? child.meaning);
  // A document that the dictionary of kinds does not know is still itself.
  if (repeated && compared.relation === 'incomparable' && parent.meaning.kind === child.meaning.kind)
    return sameDates(parent.meaning, child.meaning) ? SAME_WORDS : compared;
  if (repeated || compared.relation === 'incomparable') return compared;
  const datesHeld = hasDates(parent.meaning) && hasDates(child.meaning);
  const held = heldByKinship(parent, child.meaning);
  const free = (words: readonly ContentWord[]) =>
    words.filter(({ keys }) => !keys.some((key) => held.has(key)));
  const asked = contentOf(parent, datesHeld);
  const { lost, added } = accountOf(free(asked), contentOf(child, datesHeld));
  if (compared.relation === 'weaker') return compared;
  if (isDraft(child.text) && !isDraft(parent.text)) return DRAFT;
  if (child.meaning.kind === 'artifact' && promisesWork(child.text) && !promisesWork(parent.text))
    return DRAFT;
  if (lost.length > 0) return added.length === 0 ? losesWords(lost) : hasOtherWords(lost, added);
  if (added.length === 0) return compared;
  // «Для молодых педагогов» is not «для педагогов»; where nobody was named, anybody may be.
  const chosen = asked.some(({ audience }) => audience) ? added.filter(({ audience }) => audience) : [];
  return chosen.length > 0
    ? isForOthers(chosen)
    : withAdded(compared, free(added), parent.meaning, child.meaning);
}

const isDraft = (text: string): boolean =>
  /^\s*(?:проект|черновик)а?\s|\(\s*(?:проект|черновик|предварительно)[а-я]*\s*\)|[–—-]\s(?:проект|черновик)\s*$|(?<![а-я])предварительн(?:ый|ая|ое|ые|ого|ой|ых)\s/iu.test(
    text,
  );
const DRAFT = say(
  'weaker',
  'обещано только предварительное: проект, черновик, подготовка',
  'only something preliminary is promised',
);

const isForOthers = (chosen: readonly ContentWord[]): IndicatorComparison =>
  say(
    'incomparable',
    `для кого, сказано иначе: ${quoted(chosen)}`,
    `whom it is for is said otherwise: ${quoted(chosen)}`,
  );

/**
 * «60 % педагогов повысили квалификацию» and «доля педагогов, повысивших квалификацию, – 60 %»: the deed stands once in the
 * predicate, once in the circle. The child's meaning with the circle of the obligation, where nothing else differs.
 */
function sameCircle(parent: Statement, child: Statement): Indicator | undefined {
  const [asked, given] = [parent.meaning, child.meaning];
  if (asked.kind !== 'percent' || given.kind !== 'percent') return undefined;
  const [circle, other] = [asked.of ?? asked.unit, given.of ?? given.unit];
  if (circle === null || other === null || headOf(circle) !== headOf(other)) return undefined;
  const datesHeld = hasDates(asked) && hasDates(given);
  const { lost, added } = accountOf(contentOf(parent, datesHeld), contentOf(child, datesHeld));
  return lost.length === 0 && added.length === 0 ? { ...given, of: asked.of, unit: asked.unit } : undefined;
}

const SAME_WORDS = say('same', 'те же слова', 'the same words');

function compareQualities(parent: Statement, child: Statement): IndicatorComparison {
  const account = accountOf(contentOf(parent, false), contentOf(child, false));
  if (account.sameOrder) return SAME_WORDS;
  return say('incomparable', 'показатели без меры, и слова разные', 'without a measure, and in other words');
}

const hasDates = ({ stages }: Indicator): boolean => stages.some(({ by }) => by !== null);

const sameDates = (parent: Indicator, child: Indicator): boolean =>
  JSON.stringify(parent.stages) === JSON.stringify(child.stages);

/** Words whose comparison the meanings settle: «приказ» for «распорядительный документ», «семинар» for «семинар или вебинар». */
function heldByKinship({ text, meaning: parent }: Statement, child: Indicator): ReadonlySet<string> {
  // «100 % школ» answers «100 % школ проекта»: the wider circle takes in the narrower one.
  if (parent.kind === 'percent')
    return new Set(isWiderCircle(parent, child) && !namesDeed(text) ? keysIn(parent.of ?? '') : []);
  const [asked, given] = [parent.unit, child.unit];
  if (asked === null || given === null) return new Set();
  const settled =
    (asked.includes(' или ') && /(?:^|\s)(?:или|либо)\s|\//iu.test(text)) ||
    ((parent.kind === 'artifact' || child.kind === 'artifact') &&
      ['equivalent', 'narrower'].includes(documentKinship(asked, given)));
  return new Set(settled ? keysIn(`${asked} ${given}`) : []);
}

const PARTICIPLE =
  /(?:(?<![а-я])([а-я]+(?:вш|шедш|[уюая]щ)(?:их|ие))(?:ся)?|,\s*([а-я]+[аея]нн(?:ых|ые))|(?<![а-я])([а-я]+[ое]ванн(?:ых|ые)))(?![а-я])/gu;

/** «Детей, охваченных питанием», «аттестованных педагогов»: a deed beside the circle, which «100 % детей» does not have. */
const namesDeed = (text: string): boolean =>
  [...folded(text).matchAll(PARTICIPLE)].some(
    ([, active, passive, made]) => !does(active ?? passive ?? made ?? '', 'belonging'),
  );

const isWiderCircle = (parent: Indicator, child: Indicator): boolean =>
  parent.of !== null && child.of !== null && kinshipOfCircles(parent.of, child.of) === 'wider';

const quoted = (words: readonly ContentWord[]): string => words.map(({ text }) => `«${text}»`).join(', ');

const losesWords = (lost: readonly ContentWord[]): IndicatorComparison =>
  say('weaker', `сказано общее: нет ${quoted(lost)}`, `said in general: no ${quoted(lost)}`);

const hasOtherWords = (lost: readonly ContentWord[], added: readonly ContentWord[]): IndicatorComparison =>
  say(
    'incomparable',
    `нет ${quoted(lost)}, а есть ${quoted(added)}`,
    `no ${quoted(lost)}, but ${quoted(added)}`,
  );

/** Words a child adds: of its own document or event, or of those it is about. */
function withAdded(
  compared: IndicatorComparison,
  added: readonly ContentWord[],
  parent: Indicator,
  child: Indicator,
): IndicatorComparison {
  if (added.length === 0) return compared;
  const { kind, op, value, unit, of } = child;
  const among = (phrase: string | null): boolean => {
    const keys = new Set(keysIn(phrase ?? ''));
    return added.every((word) => word.keys.some((key) => keys.has(key)));
  };
  const narrows =
    kind === 'percent' || kind === 'staged' || (kind === 'count' && parent.of !== null && !among(unit));
  if (narrows && among(of))
    return say('weaker', `круг уже: ${quoted(added)}`, `a narrower group: ${quoted(added)}`);
  // «Средний балл по химии»: of a part of what the level is of.
  const isLevel = kind === 'count' && (unit ?? '').split(' ').some((word) => does(folded(word), 'scored'));
  const few = op === '<' || op === '<=' || value === 0;
  if (
    narrows ||
    isLevel ||
    few ||
    added.some((word) => isVerb(word) || word.text === 'не' || word.text === 'без')
  )
    return say(
      'incomparable',
      `добавлено ${quoted(added)}: сужает ли это показатель, не сказано`,
      `${quoted(added)} added: whether that narrows the indicator is not said`,
    );
  return compared;
}
