import type { IncidentCode } from './event.ts';

/** Why the process can't go on here: becomes an incident, the token stays. */
export type Failure = { readonly code: IncidentCode; readonly message: string; readonly expression?: string };
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const failure = (code: IncidentCode, message: string): Failure => ({ code, message });
export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: IncidentCode, message: string, expression?: string): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, message, ...(expression === undefined ? {} : { expression }) },
});
