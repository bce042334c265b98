import type { OfficePackage } from './open.ts';
import { relationsOf } from './relations.ts';
import { elementsOf, readTree, textOf } from './xml.ts';

/** Custom properties of the document (`docProps/custom.xml`) by name. */
export function readProperties(source: OfficePackage): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const relation of relationsOf(source, '')) {
    if (relation.type !== 'custom-properties') continue;
    const tree = readTree(source, relation.target);
    if (!tree?.ok) continue;
    for (const element of elementsOf(tree.value)) {
      if (element.attributes.name !== undefined)
        properties.set(element.attributes.name, textOf(element).trim());
    }
  }
  return properties;
}
