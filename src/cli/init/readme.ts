import { toIso } from '../../meaning/day.ts';
import type { Answers } from './answers.ts';

/** The README of a new repository: for colleagues who have never seen the tool. */
export function readmeText({ territory, programme, period }: Answers, id: string, plan: string): string {
  return `# Дорожные карты: ${territory}

Здесь ведутся планы мероприятий («дорожные карты»): ${programme}. Планы – обычные текстовые файлы, их читает и проверяет
программа \`roadmap\`, она же готовит документы Word на подпись.

## Что где лежит

- \`${plan}\` – план. Утверждённый план меняют только приказом.
- \`${plan.replace('.plan.', '.facts.')}\` – исполнение: что сделано, когда и чем подтверждено.
- \`roadmap.config.yaml\` – настройки проверки.
- \`.roadmap/schemas/\` – описание формата для редактора: по нему VS Code подсказывает ключи и поясняет их.

## Как править

1. Откройте папку в VS Code и согласитесь поставить предложенное расширение YAML: появятся подсказки на русском языке.
2. Правьте текст так, как он должен стоять в документе: «до 20 октября», «не менее двух встреч в месяц».
3. Проверьте: \`roadmap check\`. Каждое замечание называет место и способ исправить; подробнее – \`roadmap explain ПРАВИЛО\`.
4. Сохраните правку в git и предложите её на слияние: сервер проверит план ещё раз.

## Частые команды

\`\`\`sh
roadmap check                                # всё ли в порядке
roadmap status --as-of ${toIso(period.to)}            # что просрочено и что не выполнено на дату
roadmap done ${id} 1.1 --evidence docs/prikaz.pdf   # записать исполнение пункта
roadmap render order ${id} -o приказ.docx     # приказ с приложением на подпись
\`\`\`

Все команды: \`roadmap --help\`.
`;
}
