import { z } from 'zod';
import { ELEMENT_TYPES, ELEMENTS, type ElementType } from './elements/registry.ts';
import { variableName } from './form.ts';
import { names, text } from './text.ts';
import { TRIGGERS, type TriggerType } from './triggers/registry.ts';
import { singleTriggerSchema } from './triggers/single.ts';

export const GRAPH_FORMAT = 'baton.graph';
export const GRAPH_FORMAT_VERSION = 1;
export const MAX_ELEMENTS = 20_000;

export const ID_PATTERN = /^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/;
export const idSchema = z.string().regex(ID_PATTERN, 'Expected an id of letters, digits, _ . - that begins with a letter or _.');

/** `target` is a variable's name; `value` a literal, or FEEL with a leading `=`. */
export const mappingSchema = z.strictObject({ target: variableName(), value: text() });
export type Mapping = z.infer<typeof mappingSchema>;

/** What every element has, whatever its type. */
const commonShape = {
  id: idSchema,
  name: z.string().max(1000).optional(),
  /** Id of the sub-process it is drawn in; absent: the process itself. */
  parent: idSchema.optional(),
  lane: idSchema.optional(),
  /** Id of the pool it is drawn in; absent: the pool of the process the graph is named after. Inside a sub-process its pool counts. */
  pool: idSchema.optional(),
  documentation: z.string().max(20_000).optional(),
  inputs: z.array(mappingSchema).max(200).optional(),
  outputs: z.array(mappingSchema).max(200).optional(),
  /** What an import found and does not understand, kept as it was. */
  extensions: z.record(z.string(), z.json()).optional(),
};

export type TriggerOf<T extends TriggerType> = z.infer<(typeof TRIGGERS)[T]['schema']>;
export type Trigger = { [T in TriggerType]: TriggerOf<T> }[TriggerType];

type CommonProperties = {
  id: string;
  name?: string | undefined;
  parent?: string | undefined;
  lane?: string | undefined;
  pool?: string | undefined;
  documentation?: string | undefined;
  inputs?: Mapping[] | undefined;
  outputs?: Mapping[] | undefined;
  extensions?: Record<string, unknown> | undefined;
};
type TriggerNames<T extends ElementType> = (typeof ELEMENTS)[T]['triggers'][number];
type TriggerProperty<T extends ElementType> = [TriggerNames<T>] extends [never] ? unknown : { trigger?: Trigger | undefined };

/** Zod infers `Record<string, never>` for an element without properties of its own, which would forbid the common ones too. */
type OwnProperties<T extends ElementType> = string extends keyof z.infer<(typeof ELEMENTS)[T]['properties']>
  ? unknown
  : z.infer<(typeof ELEMENTS)[T]['properties']>;

export type ElementOf<T extends ElementType> = CommonProperties & { type: T } & OwnProperties<T> & TriggerProperty<T>;
/** One drawn element with all its properties, flat: `{ id, type, name?, parent?, ...own }`. */
export type Element = { [T in ElementType]: ElementOf<T> }[ElementType];

export const triggerSchema = z.discriminatedUnion('type', [...singleTriggerSchema.options, TRIGGERS.multiple.schema, TRIGGERS.parallelMultiple.schema]);

function schemaFor(type: ElementType) {
  const definition = ELEMENTS[type];
  const trigger = definition.triggers.length ? { trigger: triggerSchema.optional() } : {};
  return z.strictObject({ ...commonShape, type: z.literal(type), ...definition.properties.shape, ...trigger });
}

const elementSchemas = new Map(ELEMENT_TYPES.map((type) => [type, schemaFor(type)]));

/** The schema of one element type: parse uses it to say what is wrong with which element. */
export const elementSchemaOf = (type: ElementType) => elementSchemas.get(type) ?? schemaFor(type);

const alternatives = [...elementSchemas.values()];
export const elementSchema = z.discriminatedUnion('type', alternatives as [(typeof alternatives)[0]]) as unknown as z.ZodType<Element>;

export const flowSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  name: z.string().max(1000).optional(),
  /** FEEL, with or without a leading `=`. */
  condition: text().optional(),
  /** Taken when no condition is true. */
  isDefault: z.boolean().optional(),
  documentation: z.string().max(20_000).optional(),
  extensions: z.record(z.string(), z.json()).optional(),
});
export type Flow = z.infer<typeof flowSchema>;

export const ARTIFACT_TYPES = ['textAnnotation', 'group', 'association', 'dataObject', 'dataStore', 'dataAssociation'] as const;
/** What is drawn beside the flow of control. Associations name compensation handlers; data objects, stores and their associations move data. */
export const artifactSchema = z.strictObject({
  id: idSchema,
  type: z.enum(ARTIFACT_TYPES),
  name: z.string().max(1000).optional(),
  /** Sub-process it is drawn in; a data object is a variable of that scope. */
  parent: idSchema.optional(),
  pool: idSchema.optional(),
  documentation: z.string().max(20_000).optional(),
  extensions: z.record(z.string(), z.json()).optional(),
  /** textAnnotation: what it says. */
  text: z.string().max(5000).optional(),
  /** textAnnotation: element or flow it points at. */
  attachedTo: idSchema.optional(),
  /** association, dataAssociation: its ends, elements or artifacts. */
  from: idSchema.optional(),
  to: idSchema.optional(),
  /** association */
  direction: z.enum(['none', 'one', 'both']).optional(),
  /** dataObject: the variable it is. */
  variable: variableName().optional(),
  /** dataStore: its name in the tenant. */
  store: z.string().max(200).optional(),
  isCollection: z.boolean().optional(),
  /** dataObject: its state, as drawn in brackets. */
  state: z.string().max(200).optional(),
  /** dataAssociation: FEEL or text that is written instead of the plain value. */
  value: text().optional(),
  /** dataAssociation into a step: the variable there that gets the value. */
  target: variableName().optional(),
});
export type Artifact = z.infer<typeof artifactSchema>;

/** A participant. `process`: key its process is published under; absent: the graph's own. One that isn't executable is drawn only. */
export const poolSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(1000).optional(),
  process: idSchema.optional(),
  isExecutable: z.boolean().optional(),
  documentation: z.string().max(20_000).optional(),
  extensions: z.record(z.string(), z.json()).optional(),
});
export type Pool = z.infer<typeof poolSchema>;

/** A row of a pool (or of the process, if it has none). Its people are asked for human tasks in it that name nobody. */
export const laneSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(1000).optional(),
  pool: idSchema.optional(),
  /** Lane it is a part of. */
  parent: idSchema.optional(),
  candidateGroups: names().optional(),
  documentation: z.string().max(20_000).optional(),
  extensions: z.record(z.string(), z.json()).optional(),
});
export type Lane = z.infer<typeof laneSchema>;

/** Between two pools: elements or whole pools. Between executable ones it names the message both ends mean. */
export const messageFlowSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  name: z.string().max(1000).optional(),
  message: z.string().max(1000).optional(),
  documentation: z.string().max(20_000).optional(),
  extensions: z.record(z.string(), z.json()).optional(),
});
export type MessageFlow = z.infer<typeof messageFlowSchema>;

export const VARIABLE_TYPES = ['text', 'number', 'money', 'date', 'yesNo', 'choice', 'list', 'object'] as const;
export const variableDeclarationSchema = z.strictObject({
  name: variableName(),
  type: z.enum(VARIABLE_TYPES),
  label: z.string().max(200).optional(),
  /** choice only: the values allowed. */
  options: z.array(z.string().min(1).max(200)).max(500).optional(),
  /** Shown in the inbox and on top of the task (at most four are). */
  isKeyFact: z.boolean().optional(),
  /** money only: ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export type VariableDeclaration = z.infer<typeof variableDeclarationSchema>;

const point = z.strictObject({ x: z.number(), y: z.number() });
const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number().min(0), height: z.number().min(0) });
const size = z.strictObject({ width: z.number().min(0), height: z.number().min(0) });
/** `label`: where the name stands, if not at its usual place. `isCollapsed`: sub-process drawn small; `expanded` is its size when it opens again. */
export const shapeLayoutSchema = box.extend({ label: box.optional(), isCollapsed: z.boolean().optional(), expanded: size.optional() });
/** `isPinned`: its bends were placed by hand and are not routed anew. */
export const edgeLayoutSchema = z.strictObject({ waypoints: z.array(point).min(2).max(500), label: box.optional(), isPinned: z.boolean().optional() });
export type Point = z.infer<typeof point>;
export type Box = z.infer<typeof box>;
export type ShapeLayout = z.infer<typeof shapeLayoutSchema>;
export type EdgeLayout = z.infer<typeof edgeLayoutSchema>;
export type Layout = Record<string, ShapeLayout | EdgeLayout>;
export const isEdgeLayout = (layout: ShapeLayout | EdgeLayout): layout is EdgeLayout => 'waypoints' in layout;

export const graphSchema = z.strictObject({
  format: z.literal(GRAPH_FORMAT),
  formatVersion: z.literal(GRAPH_FORMAT_VERSION),
  key: idSchema,
  name: z.string().min(1).max(255),
  description: z.string().max(5000).optional(),
  elements: z.array(elementSchema).max(MAX_ELEMENTS),
  flows: z.array(flowSchema).max(MAX_ELEMENTS),
  artifacts: z.array(artifactSchema).max(MAX_ELEMENTS).optional(),
  pools: z.array(poolSchema).max(200).optional(),
  lanes: z.array(laneSchema).max(1000).optional(),
  messageFlows: z.array(messageFlowSchema).max(MAX_ELEMENTS).optional(),
  /** For call activities that ask for the newest version with this tag. */
  versionTag: z.string().max(200).optional(),
  extensions: z.record(z.string(), z.json()).optional(),
  variables: z.array(variableDeclarationSchema).max(1000).optional(),
  layout: z.record(z.string(), z.union([edgeLayoutSchema, shapeLayoutSchema])).default({}),
});

/** A drawn process: `elements` and `flows` are the meaning, `layout` is where things stand and never decides anything. */
export type Graph = {
  format: typeof GRAPH_FORMAT;
  formatVersion: typeof GRAPH_FORMAT_VERSION;
  key: string;
  name: string;
  description?: string | undefined;
  elements: Element[];
  flows: Flow[];
  artifacts?: Artifact[] | undefined;
  pools?: Pool[] | undefined;
  lanes?: Lane[] | undefined;
  messageFlows?: MessageFlow[] | undefined;
  versionTag?: string | undefined;
  extensions?: Record<string, unknown> | undefined;
  variables?: VariableDeclaration[] | undefined;
  layout: Layout;
};

export function emptyGraph(key: string, name: string): Graph {
  return { format: GRAPH_FORMAT, formatVersion: GRAPH_FORMAT_VERSION, key, name, elements: [], flows: [], layout: {} };
}
