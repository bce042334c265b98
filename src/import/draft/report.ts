import type { ReportFields } from '../../schema/generated/types.ts';
import type { Head } from '../around/head.ts';
import type { Tail } from '../around/tail.ts';
import type { Titles } from './title.ts';

/** What a coordinator's report says around its table. */
export function draftReport(titles: Titles, head: Head, tail: Tail): ReportFields {
  const sections = [
    ...head.sections,
    ...tail.sections.map((section) => ({ ...section, 'after-table': true })),
  ];
  return {
    title: titles.report!,
    ...(titles.stage !== undefined && { stage: titles.stage }),
    ...(sections.length > 0 && { sections }),
    ...(tail.signatory && { signatory: tail.signatory }),
  };
}
