import * as vscode from 'vscode';
import { type ItemProgress, type PlanProgress, referenceTo, type State } from './progress.ts';
import type { Words } from './words.ts';

/** A row of the view: a plan, a state, an item. */
export type Row =
  | { readonly kind: 'plan'; readonly plan: PlanProgress }
  | { readonly kind: 'state'; readonly plan: PlanProgress; readonly state: State }
  | { readonly kind: 'item'; readonly plan: PlanProgress; readonly item: ItemProgress };

const ICONS: Readonly<Record<State, string>> = {
  overdue: 'error',
  behind: 'warning',
  'due-soon': 'clock',
  'in-progress': 'sync',
  'not-started': 'circle-outline',
  untracked: 'question',
  'no-deadline': 'dash',
  'done-late': 'pass',
  done: 'pass-filled',
};

/** The items of the plans by state, what is overdue first. */
export class ItemsView implements vscode.TreeDataProvider<Row> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly words: Words;
  private plans: readonly PlanProgress[] = [];

  constructor(words: Words) {
    this.words = words;
  }

  show(plans: readonly PlanProgress[]): void {
    this.plans = plans;
    this.changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    if (!row) {
      const [only, ...others] = this.plans;
      if (only && others.length === 0) return this.statesOf(only);
      return this.plans.map((plan) => ({ kind: 'plan', plan }));
    }
    if (row.kind === 'plan') return this.statesOf(row.plan);
    if (row.kind === 'item') return [];
    return row.plan.items
      .filter(({ state }) => state === row.state)
      .map((item) => ({ kind: 'item', plan: row.plan, item }));
  }

  private statesOf(plan: PlanProgress): Row[] {
    const states = Object.keys(this.words.states) as State[];
    return states
      .filter((state) => plan.items.some((item) => item.state === state))
      .map((state) => ({ kind: 'state', plan, state }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    if (row.kind === 'plan') {
      const item = new vscode.TreeItem(row.plan.plan, Collapsed);
      item.resourceUri = vscode.Uri.file(row.plan.file);
      return item;
    }
    if (row.kind === 'state') {
      const many = row.plan.items.filter(({ state }) => state === row.state).length;
      const open = row.state === 'overdue' || row.state === 'behind' || row.state === 'due-soon';
      const item = new vscode.TreeItem(
        `${this.words.states[row.state]} (${many})`,
        open ? Expanded : Collapsed,
      );
      item.iconPath = new vscode.ThemeIcon(ICONS[row.state]);
      return item;
    }
    const { item: shown, plan } = row;
    const item = new vscode.TreeItem(`${referenceTo(shown)}. ${shown.action.replace(/\s+/g, ' ')}`, None);
    if (shown.deadline !== null) item.description = this.words.deadline(shown.deadline);
    item.tooltip = [shown.action, ...shown.indicators.map(({ text }) => `– ${text}`)].join('\n');
    item.contextValue = 'item';
    item.command = { command: 'roadmap.openItem', title: '', arguments: [plan.file, shown] };
    return item;
  }
}
