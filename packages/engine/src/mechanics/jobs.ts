import { DEFAULT_RETRIES, type ElementOf } from '@baton/model';
import type { CompiledNode } from '../compiled-process.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import type { Json } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { text } from './expressions.ts';

export type JobSetting = NonNullable<ElementOf<'serviceTask'>['job']>;
export type Job = { readonly jobType: string; readonly retries: number; readonly headers: { readonly [name: string]: string } };

const asText = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Reads a job's setting once; gives the job each time one is opened. */
export function jobOf(setting: JobSetting): (x: Execution, node: CompiledNode, scope: Key) => Result<Job> {
  const type = text(setting.type);
  const retries = retriesOf(setting);
  const headers = Object.entries(setting.headers ?? {}).map(([name, value]) => ({ name, value: text(value) }));
  return (x, node, scope) => {
    const jobType = type(x, node, scope);
    if (!jobType.ok) return jobType;
    if (typeof jobType.value !== 'string' || jobType.value === '') {
      return fail('expression-failed', `Expected a job type for “${node.label}”, but got ${JSON.stringify(jobType.value)}.`, setting.type);
    }
    const left = retries(x, node, scope);
    if (!left.ok) return left;
    const values: Record<string, string> = {};
    for (const { name, value } of headers) {
      const result = value(x, node, scope);
      if (!result.ok) return result;
      values[name] = asText(result.value);
    }
    return succeed({ jobType: jobType.value, retries: left.value, headers: values });
  };
}

/** How often a job may be tried: a number from 0 to 100. */
export function retriesOf({ retries = DEFAULT_RETRIES }: Pick<JobSetting, 'retries'>): (x: Execution, node: CompiledNode, scope: Key) => Result<number> {
  if (typeof retries === 'number') {
    const fixed = succeed(retries);
    return () => fixed;
  }
  const value = text(retries);
  return (x, node, scope) => {
    const result = value(x, node, scope);
    if (!result.ok) return result;
    const count = typeof result.value === 'string' && result.value.trim() !== '' ? Number(result.value) : result.value;
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 100) return succeed(count);
    return fail('expression-failed', `Expected a whole number from 0 to 100 as retries of “${node.label}”, but got ${JSON.stringify(result.value)}.`, retries);
  };
}
