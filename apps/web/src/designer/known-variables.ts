import {
  DEFAULT_OUTCOMES,
  type Element,
  expressionsOf,
  type FieldType,
  type Form,
  type FormField,
  formOf,
  type Graph,
  triggersOf,
  type VariableDeclaration,
  variableOf,
} from '@baton/model';
import { approvalOf, resultVariableOf, shownName } from '../canvas/element-words.ts';

export interface KnownVariable {
  readonly name: string;
  readonly label: string;
  readonly type: VariableDeclaration['type'] | 'any';
  /** What it can be, where that is a closed list: value and the word for it. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Everything a condition can ask: what was declared, what approvals answer, what calculations leave behind. */
export function knownVariables(graph: Graph): KnownVariable[] {
  const known = new Map<string, KnownVariable>();
  for (const element of graph.elements) {
    const approval = approvalOf(element);
    if (approval) {
      const name = resultVariableOf(element);
      const choices = answersOf(element);
      known.set(name, { name, label: `Answer of ${shownName(element)}`, type: 'choice', choices });
    }
    const result = 'resultVariable' in element ? element.resultVariable : undefined;
    if (result) known.set(result, { name: result, label: `Result of ${shownName(element)}`, type: 'any' });
    for (const variable of givenBy(element)) known.set(variable.name, variable);
  }
  for (const artifact of graph.artifacts ?? []) {
    const name = artifact.type === 'dataObject' ? variableOf(artifact) : undefined;
    if (name) known.set(name, { name, label: artifact.name ?? name, type: artifact.isCollection ? 'list' : 'any' });
  }
  for (const declared of graph.variables ?? [])
    known.set(declared.name, { ...fromDeclaration(declared), ...(known.get(declared.name)?.choices ? { choices: known.get(declared.name)!.choices! } : {}) });
  return [...known.values()];
}

/** What loops, caught errors and decision tables leave behind. */
function givenBy(element: Element): KnownVariable[] {
  const of = (name: string | undefined, label: string, type: KnownVariable['type'] = 'any'): KnownVariable[] =>
    name ? [{ name, label: `${label} ${shownName(element)}`, type }] : [];
  return [
    ...givenByRounds(element).flatMap(([name, label, type]) => of(name, label, type)),
    ...triggersOf(element).flatMap(({ trigger }) => [
      ...(trigger.type === 'error' || trigger.type === 'escalation' ? of(trigger.codeVariable, 'Code caught by', 'text') : []),
      ...(trigger.type === 'error' ? of(trigger.messageVariable, 'Message caught by', 'text') : []),
    ]),
    ...(element.type === 'businessRuleTask' && element.resultVariable === undefined
      ? (element.decision?.outputs ?? []).flatMap(({ name, label }) => of(name, `${label ?? 'Answer'} of`))
      : []),
  ];
}

function givenByRounds(element: Element): (readonly [name: string | undefined, label: string, type: KnownVariable['type']])[] {
  const loop = 'loop' in element ? element.loop : undefined;
  if (!loop || loop.kind === 'standard') return [];
  return [
    [loop.elementVariable, 'Item of', 'any'],
    [loop.indexVariable, 'Round of', 'number'],
    [loop.outputCollection, 'Results of', 'list'],
  ];
}

/** What an approval can be answered with: value and the word for it. */
export const answersOf = (element: Element): { value: string; label: string }[] =>
  (approvalOf(element)?.outcomes ?? DEFAULT_OUTCOMES).map(({ value, label }) => ({ value, label: pastOf(value, label) }));

const fromDeclaration = ({ name, label, type, options }: VariableDeclaration): KnownVariable => ({
  name,
  label: label ?? name,
  type,
  ...(options ? { choices: options.map((value) => ({ value, label: value })) } : {}),
});

const PAST: Readonly<Record<string, string>> = { approve: 'Approved', reject: 'Rejected' };
/** What the button says becomes what was answered: Approve, Approved. */
const pastOf = (value: string, label: string): string =>
  DEFAULT_OUTCOMES.some((outcome) => outcome.value === value && outcome.label === label) ? (PAST[value] ?? label) : label;

const VARIABLE_TYPES: { readonly [T in FieldType]: VariableDeclaration['type'] } = {
  text: 'text',
  longText: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  choice: 'choice',
  yesNo: 'yesNo',
};

/**
 * The declared variables after a form was changed: a new field declares its variable, a changed field changes its type
 * and label, and a variable goes with the last field that asked for it unless something else uses it.
 */
export function variablesAfterForm(graph: Graph, elementId: string, form: Form): VariableDeclaration[] {
  const declared = graph.variables ?? [];
  const before = formOf(graph.elements.find(({ id }) => id === elementId) ?? { id: '', type: 'endEvent' })?.fields ?? [];
  const elsewhere = graph.elements.flatMap((element) => (element.id === elementId ? [] : (formOf(element)?.fields ?? [])));
  const isStillUsed = (name: string) => form.fields.some(({ key }) => key === name) || elsewhere.some(({ key }) => key === name) || isMentioned(graph, name);
  const gone = new Set(before.map(({ key }) => key).filter((key) => !isStillUsed(key)));
  const kept = declared.filter(({ name }) => !gone.has(name));
  const fields = new Map(form.fields.filter(({ readOnly }) => !readOnly).map((field) => [field.key, field]));
  const changed = kept.map((variable) => {
    const field = fields.get(variable.name);
    return field ? { ...declarationOf(field), ...(variable.isKeyFact ? { isKeyFact: true } : {}) } : variable;
  });
  const added = [...fields.values()].filter(({ key }) => !kept.some(({ name }) => name === key)).map(declarationOf);
  return [...changed, ...added];
}

function declarationOf(field: FormField): VariableDeclaration {
  return {
    name: field.key,
    type: VARIABLE_TYPES[field.type],
    label: field.label,
    ...(field.options?.length ? { options: field.options.map(({ value }) => value) } : {}),
    ...(field.currency ? { currency: field.currency } : {}),
  };
}

/** In a formula anywhere, as a whole word; or as what something else keeps its result in. */
function isMentioned(graph: Graph, name: string): boolean {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u');
  const sources = expressionsOf(graph).map(({ source }) => source);
  return [...sources, ...graph.elements.flatMap(otherTexts), ...(graph.artifacts ?? []).map(variableOf)].some((text) => text !== undefined && word.test(text));
}

/** Tests of rules are not expressions, and what a step writes is a name. */
const otherTexts = (element: Element): (string | undefined)[] => [
  ...(element.type === 'businessRuleTask' ? (element.decision?.rules ?? []).flatMap(({ when }) => when) : []),
  ...(element.outputs ?? []).flatMap(({ value, target }) => [value, target]),
  ...givenBy(element).map(({ name }) => name),
];
