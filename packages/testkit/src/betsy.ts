import { openIncidents, type Values } from '@baton/engine';
import { compile, type Element, type Graph, type Process, splitPools, validate } from '@baton/model';
import { type Inhabitant, World } from './world.ts';

/** A test of betsy's (uniba-dsg/betsy) as `cases.json` tells it. */
export type BetsyTest = { readonly name: string; readonly file: string; readonly cases: readonly BetsyCase[] };
export type BetsyCase = {
  readonly n: number;
  readonly input: string | null;
  readonly traces: readonly string[];
  readonly delayMs: number;
  readonly parallelProcess: boolean;
  readonly integerVariable: number;
};
type Import = (xml: string) => { readonly graphs: readonly Graph[]; readonly report: { readonly problems: readonly { readonly severity: string }[] } };
/** What came of a case; `passed` if it is what betsy expects. */
export type BetsyOutcome = {
  readonly test: string;
  readonly n: number;
  readonly expected: readonly string[];
  readonly seen: readonly string[];
  readonly passed: boolean;
};

/** Runs a case on the model: the adapter maps betsy's macros and conditions, publishes, starts, lets time go by and reads the marks. */
export function runBetsy(test: BetsyTest, { xml, importBpmn, n }: { readonly xml: string; readonly importBpmn: Import; readonly n: number }): BetsyOutcome {
  const wanted = test.cases.find((each) => each.n === n);
  if (!wanted) throw new Error(`Expected a case ${n} of ${test.name}, but there is none.`);
  const seen = tracesOf(test.name, wanted, importBpmn(inFeel(xml))).sort();
  const expected = [...wanted.traces].sort();
  return { test: test.name, n, expected, seen, passed: fits(expected, seen) };
}

/** `ERROR` is either refusal or failure. */
const fits = (expected: readonly string[], seen: readonly string[]) =>
  JSON.stringify(seen) === JSON.stringify(expected) ||
  (expected.includes('ERROR') && ['ERROR_deployment', 'ERROR_runtime'].some((error) => JSON.stringify(seen) === JSON.stringify([error])));

function tracesOf(name: string, wanted: BetsyCase, { graphs, report }: ReturnType<Import>): string[] {
  const published = graphs.flatMap(splitPools).map(withoutMacros);
  const isRefused = [...report.problems, ...published.flatMap((graph) => validate(graph))].some(({ severity }) => severity === 'error');
  if (isRefused) return ['ERROR_deployment'];
  const processes = published.map(compile);
  const world = new World().deploy(...processes).work('throw-error', ({ key }) => ({ type: 'throwJobError', jobKey: key, code: 'ERR_CODE', variables: {} }));
  const variables: Values = { ...(wanted.input === null ? {} : { test: wanted.input }), integerVariable: wanted.integerVariable };
  if (wanted.parallelProcess) world.start('ParallelProcess', variables);
  world.start(mainOf(name, processes), variables);
  world.pass(wanted.delayMs);
  return [...world.instances.flatMap(marksOf), ...overlapsOf(world), ...errorsOf(world)];
}
const mainOf = (name: string, processes: readonly Process[]) => (processes.find(({ key }) => key === name) ?? processes[0])?.key ?? name;

/** betsy's conditions are Java, ours FEEL. */
function inFeel(xml: string): string {
  const quote = '(?:"|&quot;)';
  return xml
    .replace(new RegExp(`!test\\.contains\\(${quote}(\\w+)${quote}\\)`, 'g'), 'not(contains(test, "$1"))')
    .replace(new RegExp(`test\\.contains\\(${quote}(\\w+)${quote}\\)`, 'g'), 'contains(test, "$1")')
    .replaceAll(/\$\{(\w+)\}/g, '=$1');
}

// --- macros: a script task says what it leaves behind; `mark` is read from the log, so that it counts in whatever scope it was set ---

const withoutMacros = (graph: Graph): Graph => ({ ...graph, elements: graph.elements.map((element) => withoutMacro(element)) });
const MARK = 'mark';
const OVERLAP = 'overlap-';

function withoutMacro(element: Element): Element {
  if (element.type !== 'scriptTask') return element;
  const macro = element.script?.trim() ?? '';
  const says = (script: string, resultVariable = MARK): Element => ({ ...element, script, resultVariable });
  const { script: _script, resultVariable: _result, scriptFormat: _format, ...bare } = element;
  if (macro.startsWith('SCRIPT_task')) return says(`"${macro}"`);
  if (macro === 'CREATE_MARKER_FILE') return says('"MARKER_exists"');
  if (macro.startsWith('INCREMENT_INTEGER_VARIABLE')) return says('integerVariable + 1', 'integerVariable');
  if (macro === 'SET_STRING_DATA') return says('"String"', 'data');
  if (macro === 'LOG_DATA') return says('if data = "String" then "DATA_correct" else "DATA_wrong"');
  if (macro === 'THROW_ERROR') return { ...bare, type: 'serviceTask', job: { type: 'throw-error' } };
  const waits: Element = { ...plain(element), type: 'intermediateCatchEvent', trigger: { type: 'timer', duration: 'PT10S' } };
  if (macro === 'WAIT_TEN_SECONDS') return waits;
  if (macro.startsWith('CREATE_TIMESTAMP_LOG_')) return { ...waits, documentation: OVERLAP };
  return { ...bare, type: 'task' };
}
/** Only what every element has. */
const plain = ({ id, name, parent, pool }: Element) => ({
  ...{ id, ...(name === undefined ? {} : { name }) },
  ...{ ...(parent === undefined ? {} : { parent }), ...(pool === undefined ? {} : { pool }) },
});

function marksOf(instance: Inhabitant): string[] {
  const logs = instance.process.graph.elements.some((element) => element.type === 'scriptTask' && element.resultVariable === 'integerVariable');
  let last = Number(instance.log.find((event) => event.type === 'instance.started')?.variables.integerVariable ?? 0);
  // What a called process gives back has been seen there.
  const own = instance.log.filter((_event, index) => instance.log[index - 1]?.type !== 'call.ended');
  return own.flatMap((event) => {
    const values: Values = event.type === 'variables.set' ? event.values : {};
    const mark = values[MARK];
    const value = values.integerVariable;
    const isUpByOne = logs && typeof value === 'number' && value === last + 1;
    if (typeof value === 'number') last = value;
    return [...(typeof mark === 'string' ? [mark] : []), ...(isUpByOne ? ['INCREMENT_correct'] : [])];
  });
}

/** Two steps that take ten seconds each were under way at the same time. */
function overlapsOf({ instances }: World): string[] {
  const spans = instances.flatMap(({ log, process }) =>
    process.graph.elements
      .filter(({ documentation }) => documentation === OVERLAP)
      .flatMap(({ id }) => {
        const entered = log.find((event) => event.type === 'element.entered' && event.elementId === id);
        const completed = log.find((event) => event.type === 'element.completed' && event.elementId === id);
        return entered && completed ? [{ from: entered.at, to: completed.at }] : [];
      }),
  );
  const [first, second] = spans;
  return first && second && first.from < second.to && second.from < first.to ? ['EXECUTION_parallel'] : [];
}

/** betsy calls a deadlock no error: its models that starve at a join expect silence, where we raise an incident. */
function errorsOf({ instances }: World): string[] {
  return instances.flatMap(({ state }) => {
    const codes = openIncidents(state).map(({ code }) => code);
    if (codes.includes('error-uncaught') || state.status === 'failed') return ['ERROR_thrownErrorEvent'];
    return codes.some((code) => code !== 'join-starved') ? ['ERROR_runtime'] : [];
  });
}
