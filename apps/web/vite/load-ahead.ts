import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Which page a path shows, and what it asks the server first. `$1` is what the pattern caught. */
const PAGES = [
  { path: '^/t/([^/]+)$', modules: ['task/task-page'], asks: ['/api/v1/me', '/api/v1/tasks/$1', '/api/v1/tasks/$1/draft'] },
  { path: '^/inbox', modules: ['frame/frame', 'inbox/inbox-page'], asks: ['/api/v1/me'] },
  { path: '^/instances/.', modules: ['frame/frame', 'live/instance-page'], asks: ['/api/v1/me'] },
  { path: '^/instances$', modules: ['frame/frame', 'instances/instances-page'], asks: ['/api/v1/me'] },
  { path: '^/incidents', modules: ['frame/frame', 'incidents/incidents-page'], asks: ['/api/v1/me'] },
  { path: '^/processes$', modules: ['frame/frame', 'processes/processes-page'], asks: ['/api/v1/me'] },
  { path: '^/processes/.', modules: ['frame/frame', 'designer/designer-page'], asks: ['/api/v1/me'] },
] as const;

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };

/** The chunks of a page and all they import at once, with their styles. */
function filesOf(modules: readonly string[], chunks: ReadonlyMap<string, Chunk>): string[] {
  const files = new Set<string>();
  const add = (chunk: Chunk) => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported) add(imported);
    }
  };
  for (const module of modules) {
    const entry = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${module}.tsx`));
    if (!entry) throw new Error(`Expected a chunk for the page src/${module}.tsx, but the build made none.`);
    add(entry);
  }
  return [...files];
}

const script = (pages: readonly { path: string; files: readonly string[]; asks: readonly string[] }[]) => `{
const link = (rel, href, as) => { const l = document.createElement('link'); l.rel = rel; l.href = href; if (as) l.as = as; if (as) l.crossOrigin = ''; document.head.append(l); };
for (const { path, files, asks } of ${JSON.stringify(pages)}) {
  const found = new RegExp(path).exec(location.pathname);
  if (!found) continue;
  for (const ask of asks) link('preload', ask.replace('$1', found[1] ?? ''), 'fetch');
  for (const file of files) file.endsWith('.js') ? link('modulepreload', '/' + file) : link('preload', '/' + file, 'style');
  break;
}
}
`;

/** A page's chunks and first questions are on their way before the app has been read: one trip less on a phone. A file, because the page's CSP forbids inline scripts. */
export const loadAhead = (): Plugin => ({
  name: 'load-ahead',
  apply: 'build',
  writeBundle: {
    order: 'pre',
    sequential: true,
    async handler({ dir = 'dist' }, bundle) {
      const chunks = new Map(Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output as Chunk] as const] : [])));
      const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
      // What index.html names already.
      const already = new Set([entry?.fileName, ...(entry?.imports ?? []), ...(entry?.viteMetadata?.importedCss ?? [])]);
      const code = script(PAGES.map(({ path, modules, asks }) => ({ path, asks, files: filesOf(modules, chunks).filter((file) => !already.has(file)) })));
      const name = `assets/load-ahead-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`;
      await mkdir(join(dir, 'assets'), { recursive: true });
      await writeFile(join(dir, name), code);
      const page = join(dir, 'index.html');
      await writeFile(page, (await readFile(page, 'utf8')).replace('</title>', `</title>\n    <script src="/${name}"></script>`));
    },
  },
});
