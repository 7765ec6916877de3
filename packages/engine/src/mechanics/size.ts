import type { Json, Values } from '../json.ts';

export const MAX_INSTANCE_BYTES = 8 * 1024 * 1024;

/** About the length of its JSON text in UTF-8: escapes are counted as one character. */
export function bytesOf(value: Json): number {
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'number') return 8;
  if (value === null || typeof value === 'boolean') return 4;
  let bytes = 2;
  if (isList(value)) for (const item of value) bytes += bytesOf(item) + 1;
  else for (const key of Object.keys(value)) bytes += textBytes(key) + bytesOf(value[key] ?? null) + 2;
  return bytes;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function textBytes(text: string): number {
  let bytes = text.length + 2;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}

export function bytesOfAll(values: Values): number {
  let bytes = 0;
  for (const name in values) bytes += name.length + bytesOf(values[name] ?? null);
  return bytes;
}
