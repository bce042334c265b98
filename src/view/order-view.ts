import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { annexSections } from './annex.ts';
import type { Meta, View } from './document.ts';
import { propertiesOf } from './kept-edition.ts';
import { orderFields, orderSection } from './order.ts';
import { type DocumentSettings, settingsOf } from './settings.ts';
import { isDraft, orderOf } from './stated-order.ts';
import { typesetter } from './texts.ts';

export interface ViewOptions {
  /** Instead of what the workspace's config says. */
  readonly settings?: DocumentSettings;
}

/**
 * The document to be signed: the order with the plan as its annex. A plan without an order gives the annex alone,
 * marked «ПРОЕКТ» unless a person has approved it.
 */
export function orderView(plan: Plan, workspace: Workspace, options: ViewOptions = {}): View {
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const set = typesetter(settings);
  const order = orderOf(plan);
  return {
    meta: metaOf(plan, workspace, order?.subject ?? plan.title, settings),
    settings,
    sections: [
      ...(order ? [orderSection(order, isDraft(plan), settings, set)] : []),
      ...annexSections(plan, workspace, settings, set),
    ],
    ...(order ? { fields: orderFields(order, settings) } : {}),
  };
}

/** Properties of a file that shows a plan. */
export function metaOf(plan: Plan, workspace: Workspace, title: string, settings: DocumentSettings): Meta {
  const author = settings.author ?? orderOf(plan)?.issuer?.name;
  return {
    title,
    ...(author === undefined ? {} : { author }),
    subject: plan.title,
    language: 'ru-RU',
    properties: propertiesOf(plan, workspace, settings),
  };
}
