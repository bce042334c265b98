import type { Range } from '../../finding/finding.ts';
import type { Indicator } from '../../meaning/indicator.ts';
import type { Reading, Refusal } from '../../meaning/reading.ts';
import { refusalIn } from '../grammar/refusals.ts';
import type { Token } from '../text/token.ts';
import { rangeOf } from './node.ts';

/** Why an indicator is not read and what to write, by id, in the notation of grammar/refusals.ts. */
const TABLE = {
  empty:
    'пустой показатель | an empty indicator | Напишите, что должно получиться | Say what should come out | ;',
  'too-long': `слишком длинный перечень для показателя | too long a list for an indicator | Разделите ячейку на несколько показателей | Part the cell into several indicators | ${'5 школ, '.repeat(60)}`,
  condition:
    'названо условие | a condition is set | Уберите условие из показателя: исполнение проверяют без «если» | Take the condition out of the indicator: a target is judged without an “if” | Не менее 3 семинаров при наличии средств',
  exception:
    'названо исключение | an exception is made | Назовите тех, кого показатель касается, а не тех, кого нет | Name those the target is of, not those it is not of | 100 % школ, кроме вечерних',
  restriction:
    'показатель ограничен словом, смысл которого неясен | a word limits the target, and it is unclear how | Назовите тех, кого показатель касается, без «только» и «лишь» | Name those the target is of, without “only” | Не менее 3 семинаров только в малых школах',
  alternative:
    'названо на выбор | a choice is left | Оставьте одно или запишите два показателя | Leave one of them, or write two indicators | Приказ или распоряжение',
  negation:
    'неясно, что отрицает «не» | it is unclear what “не” denies | Скажите, что должно получиться, без отрицания | Say what should come out without a negation | План не утверждён',
  schedule:
    'срок назван ссылкой: по графику, по плану, по мере надобности | the time is named by reference: by a schedule, by a plan, as needed | Назовите число за срок («2 в месяц») или перенесите слова в «срок» | Name a number for a span (“2 в месяц”), or move the words to the term | Не менее 3 семинаров по графику',
  'time-unclear':
    'назван срок, который к числу не отнести | a time is named that can’t be laid on the number | Перенесите срок в «срок» пункта или напишите «до 1 июня – 3 семинара» | Move the time to the term of the item, or write “до 1 июня – 3 семинара” | Не менее 3 семинаров весной',
  fact: 'назван факт, а не показатель | a fact is named, not a target | Факты записывают в файл фактов | Facts are written in the file of facts | Факт: 85 %',
  'some-of-all':
    'неясно, сколько это | it is unclear how many these are | Назовите число или долю | Name a number or a share | Не все школы',
  minus:
    'неясно, минус это или тире | a minus, or a dash before a number | Напишите «снижение на 5 %» или «5 %» | Write “снижение на 5 %” or “5 %” | -5 %',
  'two-rhythms':
    'названы два разных ритма | two different rhythms are named | Запишите два показателя, каждый со своим ритмом | Write two indicators, each with its rhythm | Ежемесячно 2 семинара в квартал',
  'rhythm-of-which':
    'неясно, к какому из чисел относится ритм | it is unclear which number the rhythm belongs to | Запишите показатели по отдельности | Write the indicators apart | Ежемесячно 2 семинара и 3 вебинара',
  'rhythm-without-number':
    'назван ритм, но не сказано, сколько | a rhythm is named without a number | Напишите, сколько раз: «1 раз в месяц» | Say how many: “1 раз в месяц” | Ежемесячно',
  'number-unplaced':
    'неясно, к чему относится число | it is unclear what the number belongs to | Поставьте число перед тем, что считают: «5 семинаров» | Put the number before what is counted: “5 семинаров” | Этап 3',
  'number-unclear':
    'неясно, какое это число | it is unclear what number this is | Наберите число заново цифрами | Type the number anew in digits | не менее З семинаров',
  'private-sign':
    'знак особого шрифта: что он значит, видно только в Word | a sign of a special font, which only Word can show | Замените его обычным знаком: ≥, ≤, ± | Replace it by a plain sign: ≥, ≤, ± | \uf0b3 40 % школ',
  'number-torn':
    'число разорвано пробелом или рядом стоит ещё одно | the number is torn by a blank, or another one stands beside it | Наберите число слитно | Type the number without a blank | 1 2 школ',
  'numbers-differ':
    'число в скобках другое, чем перед ними | the number in brackets is not the one before them | Исправьте одно из двух чисел | Correct one of the two numbers | 12 (тринадцать) семинаров',
  inexact:
    'число названо неточно | the number is not exact | Назовите границу: «не менее 30» | Name a bound: “не менее 30” | около 30 волонтёров',
  range:
    'границы диапазона неясны | the bounds of the range are unclear | Напишите меньшее число первым: «45–50 %» | Write the smaller number first: “45–50 %” | от 9 до 5 семинаров',
  'bounded-twice':
    'число ограничено дважды | the number is bounded twice | Оставьте одну границу | Leave one bound | не более 5 и более семинаров',
  'several-numbers':
    'несколько чисел, связь между ними неясна | several numbers whose relation is unclear | Запишите показатели по отдельности | Write the indicators apart | 18 занятий по 2 часа',
  'bound-of-which':
    'неясно, относится ли ограничение и к этому числу | it is unclear whether the bound holds for this number too | Повторите «не менее» перед каждым числом | Repeat the bound before each number | Более 100 человек, 5 школ',
  'share-of-whom':
    'не понятно, от кого взята доля | it is unclear what the share is of | Назовите, от кого доля: «50 % школ» | Say what the share is of: “50 % школ” | Не менее половины от',
  'share-without-percent':
    'названа доля, а знака процента нет | a share is named without a percent sign | Добавьте «%» | Add “%” | Доля школ – 20',
  'above-all':
    'доля больше 100 % | a share above 100 % | Исправьте долю или напишите «рост на 150 %» | Correct the share, or write “рост на 150 %” | 150 % школ',
  'counted-unclear':
    'не понятно, что считают | it is unclear what is counted | Назовите, что считают: «5 семинаров» | Name what is counted: “5 семинаров” | 10 и 20',
  'value-unclear':
    'неясно, какое значение требуется | it is unclear what value is required | Назовите границу: «не менее 5 %» | Name a bound: “не менее 5 %” | Консультации по 5 предметам',
  'change-or-level':
    'неясно, на сколько изменить или до какого значения | it is unclear whether this is a change or a level | Напишите «на 5 %» или «до 50 %» | Write “на 5 %” or “до 50 %” | Увеличение доли школ – 50 %',
  'change-in-times':
    'названо изменение в разах, а исходное значение не названо | a change in times is named without what it starts from | Назовите значение, которое должно получиться | Name the value that should come out | Число кружков выросло вдвое',
  'times-in-what':
    'неясно, за какое время столько раз | it is unclear in what time so many times | Добавьте срок: «2 раза в год» | Add the span: “2 раза в год” | Семинар 2 раза',
  each: 'сказано про каждого, а числа нет | it is said of each, and there is no number | Напишите долю: «100 % школ разработали план» | Write the share: “100 % школ разработали план” | У каждого педагога имеется план',
  name: 'названо только имя, а число в нём ничего не считает | there is only a name, and the number in it counts nothing | Напишите, сколько или что должно получиться | Say how many, or what should come out | Проект «100 добрых дел»',
  rank: 'неясно, что означает «не хуже» | «не хуже» is unclear here | Напишите «не менее» или «не более» | Write “не менее” or “не более” | не хуже 5 семинаров',
  'place-or-places':
    'неясно, которое место или сколько мест | which place, or how many, is unclear | Напишите «не ниже 3 места» или «3 призовых места» | Write “не ниже 3 места” or “3 призовых места” | 3 место',
  'which-or-how-many':
    'неясно, сколько это или который по порядку | how many, or which in order, is unclear | Напишите число словами или номер с окончанием: «3-й уровень» | Write the number in words, or as an ordinal | 3 уровень',
  fraction:
    'дробное число там, где считают целыми | a fraction where whole things are counted | Напишите целое число | Write a whole number | 2,5 семинара',
  ratio:
    'названо соотношение | a ratio is named | Напишите «1 педагог на 8 детей» | Write “1 педагог на 8 детей” | соотношение педагогов и детей 1:8',
  'number-in-brackets':
    'неясно, что означает число в скобках | it is unclear what the number in brackets means | Вынесите число из скобок: «не менее 10 практик» | Take the number out of the brackets | Банк практик (не менее 10)',
  'second-number-in-brackets':
    'в скобках ещё одно число | another number stands in the brackets | Запишите показатели по отдельности | Write the indicators apart | 3 семинара (5 школ)',
  'document-beside':
    'рядом с числом назван документ | a document is named beside the number | Запишите документ отдельным показателем | Write the document as an indicator of its own | 2022 г. – приказ, 2023 г. – 100 % школ',
  'stages-differ':
    'этапы измерены по-разному или считают разное | the stages are measured differently or count different things | Запишите показатели по отдельности | Write the indicators apart | 2022 г. – 3 школы, 2023 г. – 50 %',
  'stage-before-plan':
    'этап раньше начала плана: цель это или исходное значение, неясно | a stage before the plan begins: it is unclear whether it is a target or a baseline | Уберите исходное значение или напишите «с 10 до 70» | Take the baseline out, or write “с 10 до 70” | 2020 г. – 3 школы, 2022 г. – 5 школ',
  'stages-order':
    'этапы идут не по порядку | the stages are out of order | Расположите этапы по времени | Put the stages in the order of time | 2023 г. – 3 школы, 2022 г. – 5 школ',
  'stage-value':
    'неясно значение этапа | the value of the stage is unclear | Назовите у каждого этапа число | Name a number for each stage | 2022 г. – до 3 школ, 2023 г. – до 5 школ',
  time: 'назван срок, а не результат | a time is named, not a result | Перенесите срок в «срок» пункта | Move it to the term of the item | До 25 декабря 2022 г.',
  body: 'названа организация или должность, а не результат | an organisation or a post is named, not a result | Перенесите в исполнители | Move it to the executors | Комитет по образованию',
  'measure-without-value':
    'названа величина без числа | a measure is named without a number | Добавьте число: «не менее 80 %» | Add the number: “не менее 80 %” | Доля выпускников, сдавших экзамен',
  'document-or-deed':
    'неясно, документ это, событие или действие | it is unclear whether this is a document, an event or an action | Назовите документ («справка о …») или число | Name the document (“справка о …”) or a number | Решение проблем',
  'one-or-several':
    'неясно, один это документ или несколько | it is unclear whether this is one document or several | Разделите документы точкой с запятой | Part the documents by semicolons | Приказ о проверке, справки',
  result:
    'не понятно, что должно получиться | it is unclear what should come out | Назовите число, документ или то, что должно произойти | Name a number, a document or what should take place | бу бу бу',
} as const satisfies Readonly<Record<string, string>>;

export type RefusalId = keyof typeof TABLE;

/** A reason by its id. */
const refusalOf = (id: RefusalId): Refusal => refusalIn(TABLE, id);

/** Every reason why an indicator is not read; the examples are tests. */
export const indicatorRefusals = (): readonly Refusal[] => (Object.keys(TABLE) as RefusalId[]).map(refusalOf);

/** What an indicator means, or the words that can't be read and why. */
export type IndicatorReading = Reading<Indicator>;

/** An indicator with everything not named left empty. */
export const indicator = (filled: Partial<Indicator> & Pick<Indicator, 'kind'>): Indicator => ({
  op: null,
  value: null,
  max: null,
  unit: null,
  of: null,
  stages: [],
  parts: [],
  ...filled,
});

/** Read into a meaning. */
export const understood = (meaning: Indicator): IndicatorReading => ({ understood: true, meaning });

/** Something done or held that no number measures; `unit` where it has a name. */
export const qualitative = (unit: string | null = null): IndicatorReading =>
  understood(indicator({ kind: 'qualitative', unit }));

/** Not understood: where (a place in the text, or the nodes at fault) and for which reason of the table. */
export const refused = (
  id: RefusalId,
  at: Range | readonly Pick<Token, 'at'>[],
): IndicatorReading & { readonly understood: false } => {
  const refusal = refusalOf(id);
  const range = typeof at[0] === 'number' ? (at as Range) : rangeOf(at as readonly Pick<Token, 'at'>[]);
  return { understood: false, at: range, why: refusal.why, refusal };
};

/** One meaning of several statements; a single one is itself, nested compounds are laid flat. */
export function joined(parts: readonly Indicator[]): Indicator {
  if (parts.length === 1) return parts[0]!;
  const flat = parts.flatMap((part) => (part.kind === 'compound' ? part.parts : [part]));
  // What a compound says of all its parts together.
  const shared = parts.flatMap((part) => (part.kind === 'compound' ? (part.qualifiers ?? []) : []));
  return indicator({ kind: 'compound', parts: flat, ...(shared.length > 0 && { qualifiers: shared }) });
}

/** Reads each run on its own and joins what they mean; the first that is not understood is the answer. */
export function readEach<Run>(runs: readonly Run[], read: (run: Run) => IndicatorReading): IndicatorReading {
  const parts: Indicator[] = [];
  for (const run of runs) {
    const reading = read(run);
    if (!reading.understood) return reading;
    parts.push(reading.meaning);
  }
  return understood(joined(parts));
}
