import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, toIso } from '../../meaning/day.ts';
import { CONFIG_FILE } from '../../source/files.ts';
import { packageRoot } from '../package-root.ts';
import type { Answers } from './answers.ts';
import { githubWorkflow, gitlabPipeline } from './ci.ts';
import { readmeText } from './readme.ts';

/** A file of a new repository, with the line about it in the summary. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly about: { readonly ru: string; readonly en: string };
}

/**
 * Where the schemas of a new repository lie. They are copied, not named by their address: an editor without a network
 * has them too, and they are those of the version that checks.
 */
export const SCHEMAS = '.roadmap/schemas';

/** Which files the editor reads by which schema. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  plan: ['*.plan.yaml', '*.plan.yml'],
  facts: ['*.facts.yaml', '*.facts.yml'],
  registry: ['registry.yaml', '*.registry.yaml'],
  links: ['*.links.yaml'],
  lock: ['*.lock.yaml'],
  requests: ['requests.yaml', '*.requests.yaml'],
  config: [CONFIG_FILE],
};

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** `# yaml-language-server: $schema=…`, for editors that know nothing of the settings. */
const schemaLine = (folder: string, kind: string): string =>
  `# yaml-language-server: $schema=${folder}/${kind}.schema.json\n`;

/** The facts of the plan: none yet, and how to write them. */
export const factsText = (id: string, from: Day, schemas: string | undefined): string =>
  `${schemas === undefined ? '' : schemaLine(schemas, 'facts')}# Исполнение плана ${id}: что сделано, когда и чем подтверждено. План при этом не меняется.
# Записывать удобнее командой: roadmap done ${id} НОМЕР
kind: facts
plan: ${id}
facts: []
# Образец записи – уберите [] выше и знаки # ниже:
#  - item: "1.1"                  # номер пункта
#    date: ${toIso(from + 70)}             # когда сделано
#    done: true                   # пункт исполнен; для чисел – count: 2 или value: 24 и of: 25
#    result: Приказ подписан
#    evidence: [приказ от ${toIso(from + 70)
    .split('-')
    .reverse()
    .join('.')} № 41]   # реквизиты, ссылка или путь к файлу
`;

const CONFIG = `${schemaLine(SCHEMAS, 'config')}# Настройки. Все необязательны: так, как записано здесь, работает и без этого файла.
due-soon: 14 # за сколько дней до срока предупреждать
language: ru # язык сообщений: ru или en
timezone: Europe/Moscow # по какому времени наступает «сегодня»

# Строгость правил: error, warning, info или off. Что за правила: roadmap explain
# rules:
#   deadline-on-day-off: off
`;

const ATTRIBUTES = `# Один вид строк на всех компьютерах; документы Office не сравниваются построчно.
*.yaml text eol=lf
*.yml text eol=lf
*.md text eol=lf
*.json text eol=lf
*.docx binary
*.xlsx binary
*.pdf binary
`;

function editorFiles(): NewFile[] {
  const schemas = Object.fromEntries(
    Object.entries(PATTERNS).map(([kind, patterns]) => [`./${SCHEMAS}/${kind}.schema.json`, patterns]),
  );
  const settings = {
    'yaml.schemas': schemas,
    'yaml.schemaStore.enable': false,
    'files.encoding': 'utf8',
    'files.eol': '\n',
    '[yaml]': { 'editor.tabSize': 2, 'editor.insertSpaces': true, 'editor.wordWrap': 'on' },
  };
  return [
    {
      path: '.vscode/settings.json',
      content: json(settings),
      about: { ru: 'подсказки в VS Code', en: 'hints in VS Code' },
    },
    {
      path: '.vscode/extensions.json',
      content: json({ recommendations: ['redhat.vscode-yaml'] }),
      about: { ru: 'какое расширение поставить', en: 'which extension to install' },
    },
    ...Object.keys(PATTERNS).map((kind) => ({
      path: `${SCHEMAS}/${kind}.schema.json`,
      content: readFileSync(join(packageRoot(), 'schemas', `${kind}.schema.json`)),
      about: { ru: 'описание формата для редактора', en: 'the format, for the editor' },
    })),
  ];
}

function ciFiles(ci: Answers['ci'], version: string): NewFile[] {
  const about = { ru: 'проверка на сервере сборок', en: 'the CI check' };
  if (ci === 'github')
    return [{ path: '.github/workflows/roadmap.yml', content: githubWorkflow(version), about }];
  return ci === 'gitlab' ? [{ path: '.gitlab-ci.yml', content: gitlabPipeline(version), about }] : [];
}

/** Everything a repository needs beside plans and facts. */
export function surroundings(answers: Answers, id: string, plan: string, version: string): NewFile[] {
  return [
    { path: CONFIG_FILE, content: CONFIG, about: { ru: 'настройки', en: 'settings' } },
    {
      path: 'README.md',
      content: readmeText(answers, id, plan),
      about: { ru: 'пояснение для коллег', en: 'a page for colleagues' },
    },
    ...ciFiles(answers.ci, version),
    ...editorFiles(),
    { path: '.gitattributes', content: ATTRIBUTES, about: { ru: 'вид строк в git', en: 'line ends in git' } },
  ];
}
