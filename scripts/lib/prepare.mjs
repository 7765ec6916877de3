import { existsSync, readFileSync } from 'node:fs';
import { fingerprintOf, isFresh, stamp } from './fingerprint.mjs';
import { at } from './paths.mjs';
import { node, npm } from './run.mjs';
import { giveUp, say } from './say.mjs';

const OLDEST_NODE = [20, 19];

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(`Expected Node ${OLDEST_NODE.join('.')} or newer, but this is ${process.versions.node}. Install a newer one from https://nodejs.org.`);
}

/** Is everything that package-lock.json names in node_modules, at its version? */
function isInstalled() {
  const hidden = at('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link || entry.optional || entry.peer) return true;
    return there[path]?.version === entry.version;
  });
}

export async function install() {
  checkNode();
  if (isInstalled()) return;
  say('Installing packages (once; a minute or two) ...');
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  if (code !== 0) giveUp('npm could not install the packages: see above. Is the npm registry reachable?');
}

async function make(name, { inputs, output, label, args }) {
  const fingerprint = fingerprintOf(inputs);
  if (isFresh(name, fingerprint, output)) return;
  say(label);
  const { code, output: log } = await node(args, { quiet: true });
  if (code !== 0) giveUp(`${label} failed:\n${log}`);
  stamp(name, fingerprint);
}

/** The Prisma client, from prisma/schema.prisma, without any download. */
export async function generate() {
  const { code, output } = await node([at('scripts', 'generate.mjs')], { quiet: true });
  if (code !== 0) giveUp(`The database client could not be generated:\n${output}`);
}

const vite = at('node_modules', 'vite', 'bin', 'vite.js');

export const buildServer = () =>
  make('server', {
    inputs: ['packages', 'apps/server', 'prisma/schema.prisma', 'package-lock.json'],
    output: 'apps/server/dist/main.js',
    label: 'Building the server ...',
    args: [vite, 'build', at('apps', 'server'), '--config', at('apps', 'server', 'vite.config.ts'), '--logLevel', 'warn'],
  });

export const buildWeb = () =>
  make('web', {
    inputs: [
      'packages/model',
      'packages/soundness',
      'packages/expressions',
      'packages/editing',
      'packages/contract',
      'packages/draft',
      'apps/web',
      'package-lock.json',
    ],
    output: 'apps/web/dist/index.html',
    label: 'Building the web app ...',
    args: [vite, 'build', at('apps', 'web'), '--config', at('apps', 'web', 'vite.config.ts'), '--logLevel', 'warn'],
  });

/** Everything that has to be there before the product runs; only what changed is made again. */
export async function prepare({ build = true } = {}) {
  await install();
  await generate();
  if (!build) return;
  await Promise.all([buildServer(), buildWeb()]);
}
