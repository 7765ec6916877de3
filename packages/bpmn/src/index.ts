export * from './import-bpmn.ts';
export type { ImportReport, Note } from './report.ts';
export { MAX_BPMN_ELEMENTS, MAX_XML_ATTRIBUTES, MAX_XML_CHARACTERS, MAX_XML_DEPTH } from './xml/read-xml.ts';
