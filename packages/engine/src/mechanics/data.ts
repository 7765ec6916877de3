import { type Artifact, type Graph, type Mapping, type Node, variableOf } from '@baton/model';

/** What the data associations of an element mean as mappings (BPMN 2.0.2, 10.4.2), and the data objects of a scope. */
export type Data = {
  /** Into the step, under another name or as another value; under its own name it can be read anyway. */
  readonly inputs: readonly Mapping[];
  /** Into data objects, beside whatever else becomes of the result. */
  readonly outputs: readonly Mapping[];
  /** Names of the data objects drawn in it: variables of its own. */
  readonly objects: readonly string[];
};

const NONE: Data = { inputs: [], outputs: [], objects: [] };

/** By element id; what has no data at all is left out. */
export function dataOf({ artifacts = [], elements }: Graph): (node: Node) => Data {
  const objects = new Map(artifacts.flatMap((artifact) => (artifact.type === 'dataObject' ? [[artifact.id, artifact] as const] : [])));
  if (objects.size === 0) return () => NONE;
  const found = new Map<string, { inputs: Mapping[]; outputs: Mapping[]; objects: string[] }>();
  const of = (id: string) => {
    const data = found.get(id) ?? { inputs: [], outputs: [], objects: [] };
    found.set(id, data);
    return data;
  };
  const resultOf = new Map(elements.map((element) => [element.id, 'resultVariable' in element ? element.resultVariable : undefined]));
  for (const object of objects.values()) {
    const name = variableOf(object);
    if (object.parent !== undefined && name !== undefined) of(object.parent).objects.push(name);
  }
  for (const { type, from = '', to = '', value, target } of artifacts) {
    if (type !== 'dataAssociation') continue;
    const [source, goal] = [nameOf(objects.get(from)), nameOf(objects.get(to))];
    const result = resultOf.get(from);
    if (source !== undefined && (target !== undefined || value !== undefined)) of(to).inputs.push({ target: target ?? source, value: value ?? `=${source}` });
    if (goal !== undefined && (value !== undefined || (result !== undefined && result !== goal)))
      of(from).outputs.push({ target: goal, value: value ?? `=${result}` });
  }
  return (node) => found.get(node.id) ?? NONE;
}

const nameOf = (object: Artifact | undefined): string | undefined => object && variableOf(object);
