import { folded } from './register.js';

/** Which items answer what is wanted, as a list of booleans. */
export function matcher(data, textOf) {
  const members = data.executors.map(([, , items]) => new Set(items));

  return ({ state, plan, executor, section, query, only }) => {
    const code = data.states.findIndex(([name]) => name === state);
    const words = folded(query).split(/\s+/).filter(Boolean);
    return data.items.map(([ofPlan, ofState, ofSection], at) => {
      if (plan !== '' && ofPlan !== Number(plan)) return false;
      if (state !== '' && ofState !== code) return false;
      if (executor !== '' && !members[Number(executor)].has(at)) return false;
      if (section !== '' && !within(ofSection, section, data.sections)) return false;
      if (only && !only.items.has(at)) return false;
      return words.every((word) => textOf(at).includes(word));
    });
  };
}

/** The section of an item, or one it stands in, has the title. */
function within(section, title, sections) {
  for (let at = section; at >= 0; at = sections[at][2]) if (sections[at][1] === title) return true;
  return false;
}
