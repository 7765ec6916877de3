import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { at, root } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.git']);

function* filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!SKIPPED.has(name)) yield* filesBelow(join(path, name));
}

/** A hash over the contents of files and folders: the same contents, the same text, wherever the checkout lies. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(at(path))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

const stampOf = (name) => at('.cache', `${name}.stamp`);

/** Does `name` still stand as it was made from `fingerprint`? `output`: a file that must be there too. */
export function isFresh(name, fingerprint, output) {
  return existsSync(at(output)) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === fingerprint;
}

export function stamp(name, fingerprint) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), fingerprint);
}
