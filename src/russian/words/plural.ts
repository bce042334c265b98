// Messages of every layer need it, so the rule itself stands at the bottom, in `finding/`.
export { plural } from '../../finding/plural.ts';
