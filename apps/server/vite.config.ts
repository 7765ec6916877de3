import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One file for the server and one for what runs beside it: our own rooms bundled, everything from npm left where npm put it. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
    rollupOptions: {
      // The worker runs in a thread of its own, so it is a file of its own.
      input: { main: at('src/main.ts'), 'import-worker': at('src/bpmn/import-worker.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@baton\//] },
});
