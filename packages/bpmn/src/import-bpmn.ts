import { error, type Graph, type Problem, parseGraph } from '@baton/model';
import { type BpmnDocument, indexDocument } from './bpmn-document.ts';
import { createConversion } from './convert/context.ts';
import { graphsOf } from './convert/graphs.ts';
import { type ImportReport, ReportWriter } from './report.ts';
import { checkDocument } from './rules/rules.ts';
import { readXml } from './xml/read-xml.ts';

export interface ImportResult {
  readonly graphs: readonly Graph[];
  /** Keys of those graphs that hold something that is meant to run. */
  readonly executable: readonly string[];
  readonly report: ImportReport;
}

/** BPMN 2.0 XML -> graphs and what became of every element. Problems of severity error say why it can't be published. */
export function importBpmn(xml: string): ImportResult {
  const read = readXml(xml);
  if (!read.ok) return refused([read.problem]);
  if (read.root.name !== 'bpmn:definitions') {
    return refused([error('not-bpmn', `Expected BPMN 2.0 (a root element “definitions” of its namespace), but found “${read.root.name}”.`)]);
  }
  const document = indexDocument(read.root);
  const problems = checkDocument(document);
  if (problems.some(({ code }) => code === 'duplicate-id')) return refused(problems);
  return convert(document, problems);
}

const refused = (problems: readonly Problem[]): ImportResult => ({ graphs: [], executable: [], report: new ReportWriter().with(problems) });

function convert(document: BpmnDocument, problems: readonly Problem[]): ImportResult {
  const report = new ReportWriter();
  const converted = graphsOf(createConversion(document, report));
  for (const node of document.root.children) {
    if (/^bpmn:(choreography|global|import|relationship|conversation)/.test(node.name) && !/^bpmn:global\w*Task$/.test(node.name)) {
      report.leave(node.attributes.get('id'), `Kept, without effect: ${node.name.slice(5)}.`);
    }
  }
  const read = converted.map(({ graph, isExecutable }) => ({ parsed: parseGraph(JSON.parse(JSON.stringify(graph))), isExecutable }));
  const faults = read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.problems));
  const graphs = read.flatMap(({ parsed, isExecutable }) => (parsed.ok ? [{ graph: parsed.graph, isExecutable }] : []));
  return {
    graphs: graphs.map(({ graph }) => graph),
    executable: graphs.filter(({ isExecutable }) => isExecutable).map(({ graph }) => graph.key),
    report: report.with([...problems, ...faults]),
  };
}
