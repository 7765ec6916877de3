import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { parseGraph } from '../parse-graph.ts';
import { validate } from '../validate.ts';
import { graphFromTemplate, TEMPLATES } from './index.ts';

describe.each(TEMPLATES.map((template) => [template.name, template] as const))('template %s', (_name, template) => {
  it('can be read, has nothing to complain about, and compiles', () => {
    expect(parseGraph(JSON.parse(JSON.stringify(template)))).toEqual({ ok: true, graph: template });
    expect(validate(template)).toEqual([]);
    expect(compile(template).startsOf(template.key)).toHaveLength(1);
  });

  it('gives everything a place, and asks and shows something', () => {
    for (const { id } of [...template.elements, ...template.flows]) expect(template.layout[id], id).toBeDefined();
    expect(template.elements.find((element) => element.type === 'startEvent')?.form?.fields.length).toBeGreaterThan(0);
    expect(template.variables?.filter((variable) => variable.isKeyFact).length).toBeGreaterThan(0);
  });

  it('can be finished by whoever starts it, on an installation without groups', () => {
    for (const element of template.elements) if (element.type === 'userTask') expect(element.assignee).toBe('=initiator');
  });

  it('becomes a process of its own', () => {
    const own = graphFromTemplate(template, { key: 'mine', name: 'Mine' });

    expect(own).toMatchObject({ key: 'mine', name: 'Mine' });
    expect(validate(own)).toEqual([]);
  });
});
