export { packageLimits } from '../ooxml/limits.ts';
export {
  caution,
  type FileProblem as ImportProblem,
  failure,
  type Result,
  refusal,
  success,
} from '../ooxml/problem.ts';
