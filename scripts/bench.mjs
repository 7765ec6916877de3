// npm run bench [-- --json]: ours and the peers' figures in one run; ratios are what counts.
import { at } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { node } from './lib/run.mjs';

await prepare();
const { code } = await node([at('node_modules', 'tsx', 'dist', 'cli.mjs'), at('scripts', 'bench', 'main.ts'), ...process.argv.slice(2)]);
process.exitCode = code;
