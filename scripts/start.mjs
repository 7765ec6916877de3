// npm start: install, generate, build what changed, then run the whole product in the foreground.
import { spawn } from 'node:child_process';
import { at, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';

await prepare();
const server = spawn(process.execPath, ['--enable-source-maps', at('apps', 'server', 'dist', 'main.js')], {
  cwd: root,
  stdio: 'inherit',
  env: { NODE_ENV: 'production', ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
