import type { Addressee } from './respondents.ts';

/** What Windows takes for a device, whatever its extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Signs, so that the name fits everywhere: a Russian letter takes two bytes of the 255. */
const LONGEST = 80;

/** A text as a part of a file's name on any system: Cyrillic stays, what a system keeps for itself goes. */
function nameSafe(text: string): string {
  const safe = text
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...safe]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  return DEVICE.test(short) ? `${short}_` : short;
}

/** `zarechny-2022 кураторы`: the plan, and the key of the one who answers. The same addressee always has the same name. */
const nameOf = ({ plan, who }: Addressee): string => nameSafe(`${plan.id} ${who.key}`) || 'форма';

/** A name for each, no two alike where capitals don't count; without an extension. */
export function fileNames(addressees: readonly Addressee[]): readonly string[] {
  const taken = new Set<string>();
  return addressees.map((addressee) => {
    const base = nameOf(addressee);
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base} ${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
