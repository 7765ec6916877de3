import { type Artifact, artifactSchema } from '@baton/model';
import { attribute, childNamed, childrenNamed, flag, localName, referenceOf, textOf, textsNamed, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { leftoversOf } from './leftovers.ts';
import { documentationOf } from './own-properties.ts';
import { asFeel, variableFor } from './text-of-expression.ts';
import { given } from './triggers.ts';

type Place = { readonly parent?: string; readonly pool?: string };
type Reading = (node: XmlNode, conversion: Conversion) => Partial<Artifact>;

const DIRECTIONS = { None: 'none', One: 'one', Both: 'both' } as const;

const data = (node: XmlNode, shown: XmlNode, { document }: Conversion): Partial<Artifact> => {
  const object = document.referred(node, 'dataObjectRef') ?? node;
  const item = document.referred(object, 'itemSubjectRef');
  const state = childNamed(shown, 'dataState');
  return {
    type: 'dataObject',
    ...given({
      variable: variableFor(object),
      isCollection: flag(object, 'isCollection') || (item && flag(item, 'isCollection')) || undefined,
      state: state && attribute(state, 'name'),
      name: attribute(node, 'name') || attribute(object, 'name') || undefined,
    }),
  };
};
const dataItem: Reading = (node, conversion) => data(node, node, conversion);

/** By BPMN name; what isn't here is no artifact. */
const READ: Readonly<Record<string, Reading>> = {
  textAnnotation: (node) => ({ type: 'textAnnotation', ...given({ text: textOf(childNamed(node, 'text'))?.slice(0, 5000) }) }),
  group: (node, { document }) => {
    const category = document.referred(node, 'categoryValueRef');
    return { type: 'group', ...given({ name: category && (attribute(category, 'value') || undefined) }) };
  },
  association: (node, { idFor }) => ({
    type: 'association',
    from: idFor(referenceOf(node, 'sourceRef') ?? ''),
    to: idFor(referenceOf(node, 'targetRef') ?? ''),
    direction: DIRECTIONS[(attribute(node, 'associationDirection') ?? 'None') as keyof typeof DIRECTIONS] ?? 'none',
  }),
  dataObjectReference: dataItem,
  dataInput: dataItem,
  dataOutput: dataItem,
  property: dataItem,
  dataStoreReference: (node, { document }) => {
    const store = document.referred(node, 'dataStoreRef');
    return { type: 'dataStore', ...given({ store: ((store && attribute(store, 'name')) || attribute(node, 'name'))?.slice(0, 200) }) };
  },
};

export function artifactOf(node: XmlNode, place: Place, conversion: Conversion): Artifact | undefined {
  const name = localName(node);
  // One that is drawn by its references is the variable they share, and not drawn itself.
  if (name === 'dataObject') return conversion.document.drawnReferenceOf(node) ? undefined : checked(node, dataItem(node, conversion), place, conversion);
  const read = Object.hasOwn(READ, name) ? READ[name] : undefined;
  return read && checked(node, read(node, conversion), place, conversion);
}

function checked(node: XmlNode, own: Partial<Artifact>, place: Place, conversion: Conversion): Artifact {
  const id = conversion.idOf(node);
  const shown = { ...given({ name: attribute(node, 'name')?.slice(0, 1000) || undefined }), ...own, id, ...documentationOf(node), ...given({ ...place }) };
  const said = ['documentation', 'text', 'associationDirection', 'dataState', 'isCollection'];
  const artifact = { ...shown, ...leftoversOf(node, said) };
  const result = artifactSchema.safeParse(artifact);
  if (result.success) {
    conversion.report.keep(id);
    return result.data;
  }
  const odd = new Set(result.error.issues.map(({ path }) => String(path[0])));
  for (const property of odd) conversion.report.change(id, `Its ${property} is not in a form that is understood; it is left out.`);
  return artifactSchema.parse(Object.fromEntries(Object.entries(artifact).filter(([property]) => !odd.has(property))));
}

/** What a step reads and writes. `target` is the variable of the step's own input, `value` what its output is called there. */
export function dataAssociationsOf(node: XmlNode, place: Place, conversion: Conversion): Artifact[] {
  return childrenNamed(node, 'dataInputAssociation')
    .map((each) => reading(each, node, place, conversion))
    .concat(childrenNamed(node, 'dataOutputAssociation').map((each) => writing(each, node, place, conversion)));
}

function reading(node: XmlNode, step: XmlNode, place: Place, conversion: Conversion): Artifact {
  const { document, idOf } = conversion;
  const input = document.referred(node, 'targetRef');
  const from = endOf(textsNamed(node, 'sourceRef')[0], conversion);
  const own = given({ from, target: input && variableFor(input), value: givenValueOf(node) });
  return checked(node, { type: 'dataAssociation', to: idOf(step), ...own }, place, conversion);
}

function writing(node: XmlNode, step: XmlNode, place: Place, conversion: Conversion): Artifact {
  const { document, idOf } = conversion;
  const output = document.byId(textsNamed(node, 'sourceRef')[0]);
  const named = output && attribute(output, 'name');
  const value = givenValueOf(node) ?? (named !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(named) ? asFeel(named) : undefined);
  return checked(
    node,
    { type: 'dataAssociation', from: idOf(step), ...given({ to: endOf(referenceOf(node, 'targetRef'), conversion), value }) },
    place,
    conversion,
  );
}

/** A transformation, or the first assignment's `from`. */
function givenValueOf(node: XmlNode): string | undefined {
  const assignment = childNamed(node, 'assignment');
  const text = textOf(childNamed(node, 'transformation')) ?? (assignment && textOf(childNamed(assignment, 'from')));
  return text === undefined ? undefined : asFeel(text);
}

/** An object named directly is drawn by the first of its references. */
function endOf(reference: string | undefined, { document, idOf }: Conversion): string | undefined {
  const node = document.byId(reference);
  if (!node) return undefined;
  if (localName(node) !== 'dataObject') return idOf(node);
  return idOf(document.drawnReferenceOf(node) ?? node);
}
