import type { Clause, OrderFields, PersonFields } from '../../schema/generated/types.ts';
import { readClauses } from './clauses.ts';
import { formulaAtEnd } from './formula.ts';
import { type FurtherTable, type TextNode, textOfNode } from './lines.ts';
import { isPersonName, namesOf, signatureOfNode } from './person.ts';
import { isTitleLike, opensMark } from './stamp.ts';

type OrderType = NonNullable<OrderFields['type']>;

const acquaintedLine = /^с\s+(приказом|распоряжением|постановлением)\s+ознакомлен/iu;

/** What every order of a type has. */
const usualFormula: Readonly<Record<OrderType, string | undefined>> = {
  приказ: 'приказываю',
  распоряжение: undefined,
  постановление: 'постановляю',
};

interface OrderBody {
  readonly fields: Pick<OrderFields, 'preamble' | 'formula' | 'clauses' | 'signatory' | 'acquainted'>;
  readonly end: number;
  readonly unplaced: readonly string[];
  /** Tables among the clauses. */
  readonly tables: readonly FurtherTable[];
}

/** Preamble, formula, clauses, signature and «ознакомлен», up to the marks or the title of the annex. */
export function readBody(nodes: readonly TextNode[], from: number, type: OrderType): OrderBody {
  const preamble: string[] = [];
  const clauseLines: { text: string; label: string | undefined }[] = [];
  const unplaced: string[] = [];
  const tables: FurtherTable[] = [];
  let formula: string | undefined;
  let signatory: PersonFields | undefined;
  const acquainted: string[] = [];
  let inClauses = false;
  let index = from;
  for (; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'gap') continue;
    if (node.kind === 'data') {
      if (signatory || !hasClausesBelow(nodes, index + 1)) break;
      tables.push(node);
      continue;
    }
    const text = textOfNode(node);
    const firstLine = node.kind === 'line' ? node.text : (node.cells.flat()[0]?.text ?? '');
    if (node.kind === 'line' && opensMark(node.text)) break;
    if (inClauses && isTitleOfPlan(node)) break;
    if (node.kind === 'sides' && node.cells.flat().some((line) => opensMark(line.text))) break;
    if (acquaintedLine.test(firstLine)) {
      index = readAcquainted(nodes, index, acquainted) - 1;
      continue;
    }
    if (!signatory) {
      const signature =
        signatureOfNode(node) ?? (inClauses ? plainSignature(nodes, index, clauseLines) : undefined);
      if (signature && (inClauses || preamble.length > 0)) {
        const posts =
          signature.position === '' || /^[а-яё]/u.test(signature.position) ? postBefore(clauseLines) : [];
        const position = [...posts, signature.position].join(' ').trim().replace(/\s*:$/, '');
        signatory = { ...(position !== '' && { position }), name: signature.name };
        continue;
      }
      if (node.kind === 'line' && node.label === undefined && isBarePost(nodes, index)) {
        const next = nodes.slice(index + 1).find((later) => later.kind !== 'gap')!;
        signatory = { position: text, name: textOfNode(next) };
        index = nodes.indexOf(next);
        continue;
      }
    }
    const blank = inClauses && !signatory ? postToSign(node) : undefined;
    if (blank !== undefined) {
      signatory = { position: blank };
      continue;
    }
    if (signatory) {
      if (node.kind === 'line' && (node.align === 'center' || node.bold || isPlainTitle(node))) break;
      unplaced.push(text);
      continue;
    }
    const label = node.kind === 'line' ? node.label : undefined;
    const found = inClauses ? undefined : formulaAtEnd(text);
    const startsClause = label !== undefined || /^\d+(\.\d+)*[.)]\s*\S/u.test(text);
    if (found) {
      if (found.before !== '') preamble.push(found.before);
      formula = found.formula;
      inClauses = true;
      continue;
    }
    if (startsClause) inClauses = true;
    if (inClauses) {
      const lines = node.kind === 'line' ? node.text.split('\n') : [text];
      for (const [at, line] of lines.entries()) {
        clauseLines.push({ text: line, label: at === 0 ? label : undefined });
      }
    } else preamble.push(text);
  }
  const clauses: Clause[] = readClauses(clauseLines);
  return {
    fields: {
      ...(preamble.length > 0 && { preamble: preamble.join('\n').replace(/\s*:$/, '') }),
      ...(formula !== undefined && formula !== usualFormula[type] && { formula }),
      ...(clauses.length > 0 && { clauses }),
      ...(signatory && { signatory }),
      ...(acquainted.length > 0 && { acquainted }),
    },
    end: index,
    unplaced,
    tables,
  };
}

/** The title of the plan itself, set as one: an order may lack its signature. */
const isTitleOfPlan = (node: TextNode): boolean =>
  node.kind === 'line' &&
  node.label === undefined &&
  node.align === 'center' &&
  isTitleLike(node.text) &&
  !/[.;:]$/.test(node.text);

/** The title of the plan below a signature, set as any other line. */
const isPlainTitle = (node: TextNode): boolean =>
  node.kind === 'line' && node.label === undefined && isTitleLike(node.text) && !/[.;:]$/.test(node.text);

const POST =
  /^(?:и\.\s?о\.\s?)?(?:директор|заведующ(?:ая|ий)|начальник|руководитель|глава|министр|председатель|ректор|заместитель)(?!\p{L})/iu;

/**
 * «Начальник управления А.А. Лугова» with a single blank, the last line of an order whose clauses have ended: no list of
 * people goes on below it.
 */
function plainSignature(
  nodes: readonly TextNode[],
  index: number,
  clauses: readonly { text: string }[],
): { position: string; name: string } | undefined {
  const postAndName = (node: TextNode | undefined) => {
    if (node?.kind !== 'line' || node.label !== undefined || !POST.test(node.text)) return undefined;
    const [name] = namesOf(node.text).slice(-1);
    const position =
      name !== undefined && node.text.endsWith(name) ? node.text.slice(0, -name.length).trim() : '';
    return name === undefined || position === '' || /[,;:.]$/.test(position) ? undefined : { position, name };
  };
  const found = postAndName(nodes[index]);
  const next = nodes.slice(index + 1).find(({ kind }) => kind !== 'gap');
  const goesOn =
    postAndName(next) !== undefined ||
    (next?.kind === 'line' && (next.label !== undefined || /^\d+(?:\.\d+)*[.)]\s*\S/u.test(next.text)));
  return found && !goesOn && /[.»]$/.test(clauses.at(-1)?.text ?? '') ? found : undefined;
}

/** «Директор школы: ____________»: a post with the place to sign, and no name. */
function postToSign(node: TextNode): string | undefined {
  if (node.kind !== 'line' || node.label !== undefined) return undefined;
  const post = /^(\p{L}[^:_]{3,80}?)\s*:?\s*_{3,}[\s_/]*$/u.exec(node.text)?.[1];
  return post !== undefined &&
    /^(?:и\.\s?о\.\s?)?(?:директор|заведующ|начальник|руководител|глав|министр|председател|ректор|заместител)/iu.test(
      post,
    )
    ? post
    : undefined;
}

/** Whether the order goes on below one of its tables: with a numbered clause, before the marks of its annexes. */
function hasClausesBelow(nodes: readonly TextNode[], from: number): boolean {
  for (const node of nodes.slice(from, from + 40)) {
    if (node.kind !== 'line') continue;
    if (opensMark(node.text) || node.align === 'center') return false;
    if (/^\d+(?:\.\d+)*[.)]\s*\S/u.test(node.label === undefined ? node.text : `${node.label} ${node.text}`))
      return true;
  }
  return false;
}

/** The post may begin on lines of its own that were taken for the tail of the clauses. */
function postBefore(lines: { text: string; label: string | undefined }[]): string[] {
  const posts: string[] = [];
  while (lines.length > 0) {
    const last = lines.at(-1)!;
    const isPost =
      last.label === undefined && !/^\d|[.;:]$/.test(last.text) && last.text.length < 120 && posts.length < 4;
    if (!isPost || lines.length === 1) break;
    posts.unshift(last.text);
    lines.pop();
  }
  return posts;
}

/** «Министр образования» with «И.О. Фамилия» alone on the next line. */
function isBarePost(nodes: readonly TextNode[], index: number): boolean {
  const text = textOfNode(nodes[index]!);
  const next = nodes.slice(index + 1).find((later) => later.kind !== 'gap');
  return (
    text.length < 120 &&
    !/[.;:]$/.test(text) &&
    next?.kind === 'line' &&
    isPersonName(next.text) &&
    !isPersonName(text)
  );
}

function readAcquainted(nodes: readonly TextNode[], at: number, into: string[]): number {
  let index = at;
  for (; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'gap') continue;
    if (node.kind === 'data' || (node.kind === 'line' && opensMark(node.text))) break;
    if (node.kind === 'sides' && node.cells.flat().some((line) => opensMark(line.text))) break;
    const names = namesOf(textOfNode(node));
    if (names.length === 0 && index > at) {
      // A line to sign on, or the heads of its columns, says nobody's name.
      if (/^[_\s«»"/()г.\d]*$|подпись|дата|расшифровка/iu.test(textOfNode(node))) continue;
      break;
    }
    into.push(...names);
  }
  return index;
}
