import type { Cure } from '../finding/cure.ts';
import type { Bilingual } from '../finding/text.ts';
import { isBareAddress, type NameDifference, resolveEvidence, similarFile } from '../model/evidence.ts';
import type { FactsFile, Workspace } from '../model/workspace.ts';
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
        const { state } = resolveEvidence(evidence, facts.file, workspace.files);
        if (state === 'reference' || state === 'found') continue;
        report({
          item: fact.item,
          ...explained(evidence, fact.item, state, facts, workspace),
          at: {
            file: facts.file,
            route: [...fact.route, 'evidence', ...(fact.evidenceIsList ? [index] : [])],
          },
        });
      }
    }
  },
};

function explained(
  evidence: string,
  item: string,
  state: 'missing' | 'outside',
  facts: FactsFile,
  { files }: Workspace,
): { readonly message: Bilingual; readonly help: Bilingual; readonly cure?: Cure } {
  if (/^[^\\:]+(?:\\[^\\]+)+$/.test(evidence)) {
    const slashed = evidence.replaceAll('\\', '/');
    return {
      message: {
        ru: `Путь подтверждения «${evidence}» по пункту ${item} записан через обратную косую черту`,
        en: `The path of evidence “${evidence}” of item ${item} is written with backslashes`,
      },
      cure: { put: slashed },
      help: { ru: `Напишите: ${slashed}`, en: `Write: ${slashed}` },
    };
  }
  if (state === 'outside') {
    return {
      message: {
        ru: `Подтверждение «${evidence}» по пункту ${item} лежит вне репозитория`,
        en: `Evidence “${evidence}” of item ${item} lies outside the repository`,
      },
      help: PUT_IT,
    };
  }
  const message = {
    ru: `Файла подтверждения «${evidence}» по пункту ${item} нет`,
    en: `There is no file of evidence “${evidence}” of item ${item}`,
  };
  const similar = similarFile(evidence, facts.file, files);
  if (similar) {
    const words = (language: 'ru' | 'en'): string =>
      similar.differences.map((one) => DIFFERENCES[one][language]).join(', ');
    return {
      message,
      cure: { put: similar.path, unsure: true },
      help: {
        ru: `Есть файл «${similar.path}», имя отличается: ${words('ru')}. Запишите имя как у файла`,
        en: `There is a file “${similar.path}”, its name differs: ${words('en')}. Write the name as the file has it`,
      },
    };
  }
  if (!isBareAddress(evidence)) return { message, help: PUT_IT };
  return {
    message,
    cure: { put: `https://${evidence}`, unsure: true },
    help: {
      ru: `Если это адрес, допишите https://: https://${evidence}`,
      en: `If it is an address, put https:// before it: https://${evidence}`,
    },
  };
}

const PUT_IT: Bilingual = {
  ru: 'Положите файл в репозиторий рядом с фактами, дайте ссылку https://… или реквизиты документа',
  en: 'Put the file next to the facts, or give an https:// link or the reference of a document',
};

const DIFFERENCES: Readonly<Record<NameDifference, Bilingual>> = {
  signs: { ru: '«й» или «ё» из двух знаков', en: '“й” or “ё” of two signs' },
  address: { ru: 'знаки записаны кодами (%20)', en: 'signs are written as codes (%20)' },
  case: { ru: 'большие и маленькие буквы', en: 'capital and small letters' },
  blanks: { ru: 'пробелы', en: 'blanks' },
  yo: { ru: '«ё» и «е»', en: '“ё” and “е”' },
  letters: { ru: 'латинские буквы вместо русских', en: 'Latin letters for Russian ones' },
};
