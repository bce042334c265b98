import type { Item, Part, Plan } from '../model/plan.ts';
import { asMap, asText } from '../model/raw.ts';
import type { Rule } from './rule.ts';

/** An address of `info` that no document can carry as a link: its text is printed without one. */
export const rule: Rule = {
  id: 'unusable-link',
  severity: 'warning',
  summary: { ru: 'Адрес не станет ссылкой', en: 'An address that cannot become a link' },
  on: 'item',
  check(item, plan, report) {
    for (const holder of [item, ...item.parts]) {
      const url = urlOf(holder, plan);
      if (url === undefined || isLink(url)) continue;
      const bare = url.trim().replace(/ /g, '%20');
      const scheme = /^[a-z][a-z0-9+.-]*:/i.test(bare) ? '' : 'https://';
      report({
        message: {
          ru: `Адрес «${url}» не станет ссылкой: нужен адрес сайта или почты без пробелов`,
          en: `The address “${url}” cannot become a link: it has to be one of a site or of mail, without blanks`,
        },
        ...(isLink(scheme + bare)
          ? {
              help: { ru: `Напишите: ${scheme}${bare}`, en: `Write: ${scheme}${bare}` },
              cure: { put: scheme + bare },
            }
          : {}),
        at: { file: plan.file, route: [...holder.route, 'info', 'url'] },
      });
    }
  },
};

/** The same that `render/` lets through. */
const isLink = (url: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an address has none
  /^(?:https?:\/\/|mailto:)[^\s"<>\u0000-\u001f\u007f-\u009f\ud800-\udfff]+$/iu.test(url);

function urlOf(holder: Item | Part, plan: Plan): string | undefined {
  let node: unknown = plan.source;
  for (const step of holder.route) node = (node as Record<string | number, unknown> | undefined)?.[step];
  return asText(asMap(asMap(node)?.info)?.url);
}
