import type { Item, Plan } from '../model/plan.ts';
import { asMap, asText } from '../model/raw.ts';
import type { Workspace } from '../model/workspace.ts';

const SCHOOL = /(?:^|\s)(?:школа|организация|учреждение|оо)$/;
const TERRITORY = /(?:^|\s)(?:муниципалитет|район|округ|образование|территория)$/;

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim();

/**
 * How many bodies of a kind («школа», «муниципалитет») an item binds: those its `for` names, else the schools of the
 * plan's registry (of the plan's own territory, where the registry says whose they are); a municipal plan binds one
 * municipality. Undefined where nobody says.
 */
export function bodiesOf(item: Item, plan: Plan, workspace: Workspace): (kind: string) => number | undefined {
  return (kind) => {
    const wanted = folded(kind);
    const isSchool = SCHOOL.test(wanted);
    if (!isSchool && !TERRITORY.test(wanted)) return undefined;
    const registry = workspace.registries.find(({ id }) => id === asText(plan.source.registry));
    const schools = Object.entries(asMap(registry?.source.schools) ?? {});
    if (item.for.length > 0) {
      const keys = new Set(schools.map(([key]) => folded(key)));
      const bound = new Set(item.for.map(({ key }) => folded(key)));
      const named = [...bound].filter((key) => keys.has(key) === isSchool);
      return named.length === bound.size ? named.length : undefined;
    }
    // «От муниципалитета» in the plan of one is from that one.
    if (!isSchool && plan.level === 'municipal') return 1;
    if (!isSchool || schools.length === 0) return undefined;
    const territories = schools.map(([, school]) => asText(asMap(school)?.territory));
    if (plan.territory === undefined || territories.every((one) => one === undefined)) return schools.length;
    const own = territories.filter(
      (one) => one !== undefined && folded(one) === folded(plan.territory ?? ''),
    );
    return own.length > 0 && !territories.includes(undefined) ? own.length : undefined;
  };
}
