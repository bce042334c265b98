import type { PersonFields } from '../../schema/generated/types.ts';
import type { Block } from '../blocks.ts';
import { type FurtherTable, type Line, type TextNode, textNodesOf, textOfNode } from './lines.ts';
import { responsibleIn, signatureOfNode } from './person.ts';
import { sectionsOfText, type TextSection } from './sections-of-text.ts';
import { markLines, opensMark } from './stamp.ts';

/** What is below the road map. */
export interface Tail {
  readonly sections: readonly TextSection[];
  readonly signatory?: PersonFields;
  /** Who answers for the whole plan. */
  readonly responsible?: string;
  readonly tables: readonly FurtherTable[];
  readonly unplaced: readonly string[];
}

/** Lines of a mark: number and day of the order, who issued it. */
const ofOrder =
  /^приложение|приказ|распоряжени|постановлени|№|^от\s|20\d\d|^[«"_\d]|управлени|отдел|министерств|департамент|администраци|комитет|район|округ|област|кра[йя]|город|школ/iu;

const hasTableBelow = (nodes: readonly TextNode[], at: number): boolean =>
  nodes.slice(at, at + 20).some((node) => node.kind === 'data');

/** The centred or bold lines right above a table are its title; a mark above them says whose annex it is. */
function titleOf(text: Line[]): { title?: string } {
  const title: string[] = [];
  while (text.length > 0) {
    const last = text.at(-1)!;
    if (last.align !== 'center' && !last.bold) break;
    title.unshift(text.pop()!.text.replace(/\n/g, ' '));
  }
  return title.length > 0 ? { title: title.join(' ') } : {};
}

/** Reads the closing text, the signature and further tables below the road map. */
export function readTail(blocks: readonly Block[]): Tail {
  const nodes = textNodesOf(blocks);
  const tables: FurtherTable[] = [];
  const text: Line[] = [];
  const unplaced: string[] = [];
  let signatory: PersonFields | undefined;
  let responsible: string | undefined;
  let skip = 0;
  nodes.forEach((node, index) => {
    if (node.kind === 'gap' || index < skip) return;
    // The mark of a further annex says what its order says already.
    if (
      node.kind === 'line' &&
      /^приложение/iu.test(node.text) &&
      opensMark(node.text) &&
      hasTableBelow(nodes, index)
    ) {
      const { texts, taken } = markLines(nodes, index);
      skip = index + taken;
      unplaced.push(...texts.filter((line) => line.length > 60 || !ofOrder.test(line)));
      return;
    }
    if (node.kind === 'data') {
      tables.push({ ...node, ...titleOf(text) });
      return;
    }
    const answers = node.kind === 'line' ? responsibleIn(node.text) : undefined;
    if (answers !== undefined && responsible === undefined) {
      responsible = answers;
      return;
    }
    const signature = signatory ? undefined : signatureOfNode(node);
    if (signature) {
      const posts: string[] = [];
      // The post begins on the lines right above.
      for (let above = index - 1; above >= 0; above--) {
        const line = nodes[above]!;
        if (
          line.kind !== 'line' ||
          text.at(-1) !== line ||
          line.text.length > 120 ||
          /[.;:]$/.test(line.text)
        )
          break;
        posts.unshift(line.text.replace(/\n/g, ' '));
        text.pop();
      }
      const position = [...posts, signature.position].join(' ').trim();
      signatory = { ...(position !== '' && { position }), name: signature.name };
      return;
    }
    if (node.kind === 'line' && !signatory) text.push(node);
    else if (textOfNode(node) !== '') unplaced.push(textOfNode(node));
  });
  return {
    sections: sectionsOfText(text),
    ...(signatory && { signatory }),
    ...(responsible !== undefined && { responsible }),
    tables,
    unplaced,
  };
}
