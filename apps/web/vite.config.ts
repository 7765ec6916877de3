import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { loadAhead } from './vite/load-ahead.ts';
import { precompress } from './vite/precompress.ts';

const server = process.env.BATON_DEV_SERVER ?? 'http://127.0.0.1:3000';
/** What the server answers itself; everything else is the app's. */
const servedByServer = ['/api', '/socket.io', '/docs', '/openapi.json', '/schemas', '/healthz', '/readyz', '/metrics'];

export default defineConfig({
  plugins: [react(), loadAhead(), precompress()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.BATON_DEV_PORT ?? 5173),
    proxy: Object.fromEntries(servedByServer.map((path) => [path, { target: server, ws: path === '/socket.io' }])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // An inlined asset would be a data: URL, which the page's CSP forbids for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
});
