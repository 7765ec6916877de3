import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, validate } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { importBpmn } from './import-bpmn.ts';
import { CONFORMANCE, NOT_THERE } from './testing/conformance.ts';

/** Models of the outside suite that break a rule of BPMN 2.0.2 each; `rule` is the suite's name for it. */
interface Illegal {
  readonly file: string;
  readonly rule: string;
}

const list = join(CONFORMANCE, 'betsy/illegal.json');
const files: readonly Illegal[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).files : [];

function judge({ file }: Illegal): 'import' | 'validate' | 'missed' {
  const { graphs, report } = importBpmn(readFileSync(join(CONFORMANCE, 'betsy', file), 'utf8'));
  if (hasErrors(report.problems)) return 'import';
  return graphs.some((graph) => hasErrors(validate(graph))) ? 'validate' : 'missed';
}

describe.skipIf(files.length === 0)(`illegal models of betsy${files.length === 0 ? ` (skipped: ${NOT_THERE})` : ''}`, () => {
  it('refuses the models that break a rule', { timeout: 60_000 }, () => {
    const judged = files.map((illegal) => ({ ...illegal, by: judge(illegal) }));
    const missed = judged.filter(({ by }) => by === 'missed').map(({ file }) => file);
    const count = (by: string) => judged.filter((each) => each.by === by).length;

    console.info(`illegal models: ${count('import')} refused by the import, ${count('validate')} by validate, ${missed.length} missed`);
    expect(files.length).toBe(144);
    expect(missed).toEqual([]);
  });

  it('names the element in every refusal', { timeout: 60_000 }, () => {
    const nameless = files.filter(({ file }) => {
      const { problems } = importBpmn(readFileSync(join(CONFORMANCE, 'betsy', file), 'utf8')).report;
      return problems.some(({ elementId }) => elementId === undefined);
    });

    expect(nameless).toEqual([]);
  });
});
