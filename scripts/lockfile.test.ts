import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Entry = { optionalDependencies?: Record<string, string>; resolved?: string };
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, Entry> };

/** npm looks for `name` in the folders above `path`, nearest first. */
const resolves = (path: string, name: string): boolean => {
  if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
  if (!path) return false;
  const above = path.lastIndexOf('/node_modules/');
  return resolves(above < 0 ? '' : path.slice(0, above), name);
};

// npm leaves out what it could not resolve when the lock was written; `npm ci` then refuses to install on a fresh clone.
it('holds the packages of every system, not only of the one it was written on', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !resolves(path, name))
      .map((name) => `${path} wants ${name}`),
  );

  expect(missing).toEqual([]);
});

it('names no registry host, so that every mirror will do', () => {
  expect(Object.entries(packages).filter(([path, { resolved }]) => path.includes('node_modules/') && resolved?.startsWith('http'))).toEqual([]);
});
