import { describe, expect, it } from 'vitest';
import { tabOf } from './problem-tab.ts';

describe('where a problem is mended', () => {
  it.each([
    ['form.fields.0.key', 'form'],
    ['assignee', 'people'],
    ['approval.outcomes.1', 'rules'],
    ['inputs', 'data'],
    ['job.type', 'general'],
    ['job.retries', 'advanced'],
    ['job.headers.url', 'advanced'],
    ['loop.collection', 'rules'],
    ['loop.events.0.condition', 'advanced'],
    ['trigger.triggers.1.name', 'general'],
    [undefined, 'general'],
  ] as const)('%s: %s', (path, tab) => {
    expect(tabOf(path === undefined ? {} : { path })).toBe(tab);
  });
});
