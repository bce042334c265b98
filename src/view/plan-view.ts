import type { Plan } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';
import { planSections } from './annex.ts';
import type { View } from './document.ts';
import { metaOf, type ViewOptions } from './order-view.ts';
import { settingsOf } from './settings.ts';
import { typesetter } from './texts.ts';

/** The plan alone, with its marks, context and table, without the order. */
export function planView(plan: Plan, workspace: Workspace, options: ViewOptions = {}): View {
  const settings = options.settings ?? settingsOf(workspace.config.documents);
  const sections = planSections(plan, workspace, settings, typesetter(settings));
  return { meta: metaOf(plan, workspace, plan.title, settings), settings, sections };
}
