import type { ProblemCode, Verdict } from '@baton/model';

/** Why a command was not carried out; nothing has changed. */
export interface Refusal {
  readonly ok: false;
  readonly code: ProblemCode;
  /** "Expected ..., but ...". */
  readonly message: string;
}

/** What a command did besides changing the draft. */
export interface Done {
  readonly ok: true;
  /** New elements and flows; the first is the one to select. */
  readonly created: readonly string[];
  /** Names of properties that could not be kept. */
  readonly lost: readonly string[];
}

export type Outcome = Done | Refusal;

export const done = (created: readonly string[] = [], lost: readonly string[] = []): Done => ({ ok: true, created, lost });
export const refusal = (code: ProblemCode, message: string): Refusal => ({ ok: false, code, message });
export const unknownElement = (id: string): Refusal =>
  refusal('element-unknown', `Expected an element “${id}”, but there is none: somebody may have deleted it.`);
export const unknownFlow = (id: string): Refusal => refusal('element-unknown', `Expected a flow “${id}”, but there is none: somebody may have deleted it.`);

/** The first "no" among the answers of rules. */
export const firstRefusal = (...verdicts: readonly (Verdict | Refusal | undefined)[]): Refusal | undefined => {
  for (const verdict of verdicts) if (verdict && !verdict.ok) return refusal(verdict.code, verdict.message);
  return undefined;
};
