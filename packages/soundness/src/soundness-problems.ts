import { type Problem, type ProblemCode, warning } from '@baton/model';
import type { FindingKind, Soundness } from './finding.ts';

const CODES: { readonly [K in FindingKind]: ProblemCode } = {
  deadlock: 'unsound-deadlock',
  improperCompletion: 'unsound-improper-completion',
  lackOfSynchronisation: 'unsound-lack-of-synchronisation',
  livelock: 'unsound-livelock',
  deadActivity: 'unsound-dead-activity',
};

/** What was found, as problems: one for each finding, in their order. Warnings, for the data may rule out what the drawing allows. */
export function soundnessProblems({ verdict, findings, maxStates }: Soundness): Problem[] {
  if (verdict === 'tooLarge') return [warning('soundness-too-large', tooLarge(maxStates))];
  return findings.map(({ kind, elementId, message }) => warning(CODES[kind], message, { elementId }));
}

const tooLarge = (maxStates: number) =>
  `Expected to look at every way a run can go, but there are more than ${maxStates} situations: whether it can get stuck is not known. Sub-processes make it smaller.`;
