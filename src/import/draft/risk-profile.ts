import type { ContextFields, RiskProfileFields } from '../../schema/generated/types.ts';

const degrees: readonly (readonly [RegExp, keyof RiskProfileFields])[] = [
  [/^высокая( значимость)?\s*[:–—-]\s*/iu, 'high'],
  [/^средняя( значимость)?\s*[:–—-]\s*/iu, 'medium'],
  [/^низкая( значимость)?\s*[:–—-]\s*/iu, 'low'],
];

const degreeOf = (line: string): (typeof degrees)[number] | undefined =>
  degrees.find(([pattern]) => pattern.test(line));

/** A context part on risks: its lines «Высокая значимость: …; …» become the profile, the others stay text. */
export function withProfile(part: ContextFields): ContextFields {
  if (!/рисков|риски/iu.test(part.heading ?? '') || part.text === undefined) return part;
  const lines = part.text.split('\n');
  const rest = lines.filter((line) => degreeOf(line) === undefined);
  if (rest.length === lines.length) return part;
  const profile: RiskProfileFields = {};
  for (const line of lines) {
    const degree = degreeOf(line);
    if (!degree) continue;
    const risks = line.replace(degree[0], '').replace(/[.;]$/, '').split(/;\s*/);
    profile[degree[1]] = risks.map((risk) => risk.trim()).filter((risk) => risk !== '');
  }
  const { text: _, ...bare } = part;
  return { ...bare, ...(rest.length > 0 && { text: rest.join('\n') }), 'risk-profile': profile };
}
