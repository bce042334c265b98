import { resolveEvidence } from '../model/evidence.ts';
import type { Rule } from './rule.ts';

/** Evidence named by a path that leads to no file of the repository. */
export const rule: Rule = {
  id: 'evidence-not-found',
  severity: 'error',
  summary: { ru: 'Файл подтверждения не найден', en: 'The file of evidence is not found' },
  on: 'facts',
  check(facts, _plan, report, { workspace }) {
    for (const fact of facts.facts) {
      for (const [index, evidence] of fact.evidence.entries()) {
        const found = resolveEvidence(evidence, facts.file, workspace.files);
        if (found.state === 'reference' || found.state === 'found') continue;
        const windows = /^[^\\:]+(?:\\[^\\]+)+$/.test(evidence);
        const slashed = evidence.replaceAll('\\', '/');
        report({
          item: fact.item,
          message: windows
            ? {
                ru: `Путь подтверждения «${evidence}» по пункту ${fact.item} записан через обратную косую черту`,
                en: `The path of evidence “${evidence}” of item ${fact.item} is written with backslashes`,
              }
            : found.state === 'outside'
              ? {
                  ru: `Подтверждение «${evidence}» по пункту ${fact.item} лежит вне репозитория`,
                  en: `Evidence “${evidence}” of item ${fact.item} lies outside the repository`,
                }
              : {
                  ru: `Файла подтверждения «${evidence}» по пункту ${fact.item} нет`,
                  en: `There is no file of evidence “${evidence}” of item ${fact.item}`,
                },
          help: windows
            ? { ru: `Напишите: ${slashed}`, en: `Write: ${slashed}` }
            : {
                ru: 'Положите файл в репозиторий рядом с фактами, дайте ссылку https://… или реквизиты документа',
                en: 'Put the file next to the facts, or give an https:// link or the reference of a document',
              },
          at: {
            file: facts.file,
            route: [...fact.route, 'evidence', ...(fact.evidenceIsList ? [index] : [])],
          },
        });
      }
    }
  },
};
