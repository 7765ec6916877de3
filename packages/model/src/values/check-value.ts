import { VARIABLE_NAME } from '../form.ts';
import { guardJson, isForbiddenKey } from '../parse/guard.ts';
import { error, type Problem } from '../problem.ts';

export const MAX_VALUE_BYTES = 1024 * 1024;
const MAX_VALUE_DEPTH = 64;
const MAX_VALUE_NODES = 200_000;

/** What holds for every value, declared or not: a fit name, no key that reaches into prototypes, not too deep, at most 1 MiB as JSON. */
export function checkLimits(name: string, value: unknown): Problem | undefined {
  if (isForbiddenKey(name)) return error('key-forbidden', `Expected an ordinary name, but found “${name}”.`, { path: name });
  if (name.length > 120 || !VARIABLE_NAME.test(name)) {
    return error('variable-name-invalid', `Expected a name of letters, digits and _ that does not begin with a digit, but found “${name.slice(0, 80)}”.`, {
      path: name,
    });
  }
  const harm = guardJson(value, { maxDepth: MAX_VALUE_DEPTH, maxNodes: MAX_VALUE_NODES });
  if (harm) return { ...harm, path: harm.path ? `${name}.${harm.path}` : name };
  if (value === undefined) return error('value-missing', `Expected a value for “${name}”, but it is missing.`, { path: name });
  const bytes = jsonBytes(value);
  return bytes > MAX_VALUE_BYTES
    ? error('value-too-large', `Expected “${name}” to have at most 1 MiB as JSON, but it has ${bytes} bytes.`, { path: name })
    : undefined;
}

/** Length of its JSON in UTF-8. */
function jsonBytes(value: unknown): number {
  const json = JSON.stringify(value) ?? '';
  let bytes = json.length;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    if (unit > 0x7ff) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}
