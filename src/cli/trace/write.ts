import { editText, isEditable } from '../../edit/splice.ts';
import type { Bilingual } from '../../finding/text.ts';
import { linkEdits, type NewLink, referenceTo } from '../../fix/link-edits.ts';
import { referenceTo as nameOf } from '../../model/section-identity.ts';
import type { Workspace } from '../../model/workspace.ts';
import { oneLine } from '../../report/safe-text.ts';
import { decode } from '../../source/decode.ts';
import type { Doubt } from '../../trace/comparison.ts';

import type { TracedChild, TracedParent } from '../../trace/trace.ts';
import type { CommandIo } from '../command.ts';
import { replaceDocument } from '../edit-file.ts';
import { shortened } from '../terminal/trace-words.ts';
import { UsageError } from '../usage-error.ts';
import { scoreOf } from './suggest.ts';

/** A link that may be written: an item of the child and the obligation it would implement. */
interface ProposedLink extends NewLink {
  readonly score: number;
  readonly doubt: Doubt | undefined;
}

/** The links that are beyond doubt, of obligations that have no item. */
export const proposedLinks = (parent: TracedParent, child: TracedChild): ProposedLink[] =>
  bestLinks(parent, child).filter(({ doubt }) => doubt === undefined);

/** Links that are likely, and why they are not beyond doubt: they are shown, never written. */
export const doubtfulLinks = (parent: TracedParent, child: TracedChild): ProposedLink[] =>
  bestLinks(parent, child).filter(({ doubt, score }) => doubt !== undefined && score >= LIKELY);

/** From this likeness on a link that is in doubt is worth a line. */
const LIKELY = 0.5;

function bestLinks({ plan: parent }: TracedParent, { plan, obligations }: TracedChild): ProposedLink[] {
  return obligations.flatMap(({ obligation, suggestions: [best] }) =>
    best
      ? [{ plan, item: best.item, parent, target: obligation.item, score: best.score, doubt: best.doubt }]
      : [],
  );
}

/** «+ 1. zarechny.plan.yaml, пункт 7 … → 1.6 … (0,83)» */
export function proposalLine(link: ProposedLink, at: number, io: CommandIo): string {
  const width = Math.max(20, Math.floor((io.stdout.width - 40) / 2));
  const { plan, item, target, score } = link;
  const word = io.language === 'ru' ? 'пункт' : 'item';
  return `${String(at + 1).padStart(3)}. ${oneLine(plan.file)}, ${word} ${oneLine(nameOf(item))} «${shortened(item.action, width)}»: + implements ${JSON.stringify(referenceTo(link))} «${shortened(target.action, width)}» (${scoreOf(score, io.language)})`;
}

const DOUBTS: Readonly<Record<Doubt, Bilingual>> = {
  unlike: { ru: 'похожи лишь отчасти', en: 'only partly alike' },
  tie: {
    ru: 'почти так же похож другой пункт или другое поручение',
    en: 'another item or obligation is nearly as alike',
  },
  deadline: { ru: 'сроки расходятся', en: 'the periods contradict each other' },
};

/** «zarechny.plan.yaml, пункт 7 «…» → 1.6 «…» (0,83): сроки расходятся» */
export function doubtfulLine(link: ProposedLink, io: CommandIo): string {
  const width = Math.max(16, Math.floor((io.stdout.width - 60) / 2));
  const { plan, item, target, score, doubt } = link;
  const word = io.language === 'ru' ? 'пункт' : 'item';
  const why = doubt === undefined ? '' : `: ${DOUBTS[doubt][io.language]}`;
  return `  ${oneLine(plan.id)}, ${word} ${oneLine(nameOf(item))} «${shortened(item.action, width)}» — ${oneLine(nameOf(target))} «${shortened(target.action, width)}» (${scoreOf(score, io.language)})${why}`;
}

/** Adds the links to their plans' files, everything else byte for byte. Each file is written whole or not at all. */
export async function writeLinks(
  links: readonly ProposedLink[],
  workspace: Workspace,
  root: string,
): Promise<string[]> {
  const files = [...new Set(links.map(({ plan }) => plan.file))];
  const texts = files.map((file) => {
    const bytes = workspace.files.read(file);
    const decoded = typeof bytes === 'string' ? undefined : decode(bytes);
    const text = decoded && !decoded.fault ? `${decoded.bom ? '\uFEFF' : ''}${decoded.text}` : undefined;
    if (text === undefined || !isEditable(text))
      throw new UsageError({
        ru: `Файл ${file} не читается без ошибок: сначала исправьте их (roadmap check).`,
        en: `The file ${file} does not read without errors: mend them first (roadmap check).`,
      });
    const own = links.filter(({ plan }) => plan.file === file);
    return { file, before: bytes as Uint8Array, text: editText(text, linkEdits(own)) };
  });
  for (const { file, before, text } of texts) await replaceDocument(root, file, before, text);
  return files;
}
