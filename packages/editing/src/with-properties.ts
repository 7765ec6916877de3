import { capital, type Element, elementSchemaOf, explainIssue, nameOf } from '@baton/model';
import type { Properties } from './command.ts';
import { type Refusal, refusal } from './outcome.ts';

/** What only a command of its own may change, because more follows from it. */
const FIXED: readonly string[] = ['id', 'type', 'parent', 'attachedTo'];

/** The element with some properties set, or taken away by `null`; a refusal if it would not be one any more. */
export function withProperties(element: Element, properties: Properties): Element | Refusal {
  const fixed = Object.keys(properties).find((name) => FIXED.includes(name));
  if (fixed) return refusal('setting-not-allowed', `Expected properties of ${nameOf(element)}, but “${fixed}” is not set like one.`);
  const kept = Object.entries({ ...element, ...properties }).filter(([, value]) => value !== null && value !== undefined);
  const changed = Object.fromEntries(kept);
  const parsed = elementSchemaOf(element.type).safeParse(changed);
  if (parsed.success) return parsed.data as Element;
  const [explanation] = parsed.error.issues.flatMap((issue) => explainIssue(issue, changed));
  return refusal(
    explanation?.code ?? 'property-invalid',
    `${capital(nameOf(element))}: ${explanation?.message ?? 'expected other properties, but these do not fit.'}`,
  );
}

type Parser<T> = {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
};
type Issue = Parameters<typeof explainIssue>[0];

/** What decides where something belongs or leads is changed by drawing. */
const DRAWN: readonly string[] = ['id', 'type', 'parent', 'from', 'to'];

/** The same for a pool, a lane, an artifact or a message flow. */
export function parsedPart<T extends { readonly id: string }>(
  schema: Parser<T>,
  part: { readonly id: string; readonly [name: string]: unknown },
  properties: Properties = {},
): { readonly ok: true; readonly part: T } | Refusal {
  const fixed = Object.keys(properties).find((name) => DRAWN.includes(name));
  if (fixed) return refusal('setting-not-allowed', `Expected properties of “${part.id}”, but “${fixed}” is not set like one.`);
  const changed = Object.fromEntries(Object.entries({ ...part, ...properties }).filter(([, value]) => value !== null && value !== undefined));
  const parsed = schema.safeParse(changed);
  if (parsed.success) return { ok: true, part: parsed.data };
  const [explanation] = parsed.error.issues.flatMap((issue) => explainIssue(issue, changed));
  return refusal(explanation?.code ?? 'property-invalid', explanation?.message ?? 'Expected other properties, but these do not fit.');
}
