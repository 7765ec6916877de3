import type { Problem } from '@baton/model';
import type { BpmnDocument } from '../bpmn-document.ts';
import * as collaboration from './collaboration.ts';
import * as data from './data.ts';
import * as references from './ids-and-references.ts';
import type { XmlRule } from './rule.ts';
import * as values from './values.ts';

/** Everything the XML must keep to; every export of the files of rules is one. */
const XML_RULES: readonly XmlRule[] = [references, collaboration, values, data].flatMap((file) => Object.values(file) as XmlRule[]);

export const checkDocument = (document: BpmnDocument): Problem[] => XML_RULES.flatMap((rule) => [...rule(document)]);
