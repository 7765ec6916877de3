import { type Element, flowSchema } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { type Draft, setElement } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { withProperties } from '../with-properties.ts';
import { setPartProperties } from './set-properties.ts';

const MAX_NAME = 1000;

export function rename(draft: Draft, { id, name }: EditCommandOf<'rename'>): Outcome {
  const text = name.trim();
  if (text.length > MAX_NAME) return refusal('property-invalid', `Expected a name of at most ${MAX_NAME} characters, but it has ${text.length}.`);
  const element = draft.elements.get(id);
  const artifact = draft.artifacts.get(id);
  if (element) return renameElement(draft, element, text);
  if (artifact) return setPartProperties(draft, id, { [artifact.type === 'textAnnotation' ? 'text' : 'name']: text || null });
  const flow = draft.flows.get(id);
  if (!flow) return setPartProperties(draft, id, { name: text || null });
  const { name: _name, ...rest } = flow;
  draft.flows.set(id, flowSchema.parse(text === '' ? rest : { ...rest, name: text }));
  return done();
}

function renameElement(draft: Draft, element: Element, name: string): Outcome {
  const renamed = withProperties(element, { name: name === '' ? null : name });
  if (isRefusal(renamed)) return renamed;
  setElement(draft, renamed);
  return done();
}
