import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { PATTERN_GROUPS } from './index.ts';
import { workflowPatternsPage } from './page.ts';

const patterns = PATTERN_GROUPS.flatMap((group) => group.patterns);

describe('workflow patterns', () => {
  it('are all 43, at least 38 of them directly supported', () => {
    expect(patterns.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
    expect(patterns.filter(({ verdict }) => verdict === '+').length).toBeGreaterThanOrEqual(38);
  });

  it.each(patterns)('WCP-$number $name', ({ draw, play, seen }) => {
    expect(play(draw().build())).toEqual(seen);
  });

  it.each(patterns)('WCP-$number is drawn as it may be published', ({ draw }) => {
    expect(validate(draw().graph()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('stand in the page as they are here (npm run generate:patterns)', () => {
    const page = fileURLToPath(new URL('../../../../docs/workflow-patterns.md', import.meta.url));

    expect(readFileSync(page, 'utf8')).toBe(workflowPatternsPage());
  });
});
