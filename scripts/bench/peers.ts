import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './report.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Where the peers' own scripts lie: beside the project, not in it. BATON_PEERS_DIR names another place. */
const source = process.env.BATON_PEERS_DIR ?? join(root, '..', 'shared', 'bench', 'peers');
const home = join(root, '.cache', 'peers');

export interface Peer {
  readonly name: string;
  /** Commits each step, as a workflow engine must: these count for the goals. */
  readonly isDurable: boolean;
}

const PEERS: readonly Peer[] = [
  { name: 'dbos', isDurable: true },
  { name: 'restate', isDurable: true },
  { name: 'bpmn-engine', isDurable: false },
];

export interface PostgresAddress {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  readonly pidFile?: string;
}

interface PeerResult {
  workload: string;
  concurrency: number;
  inst_s: number;
  p50_ms: number;
  p99_ms: number;
  cpu_ms_inst: number;
}

function run(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}, timeoutMs = 300_000): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? output : null);
    });
  });
}

const installed = (folder: string) => existsSync(join(home, folder, 'node_modules'));

async function install(folder: string, packages: readonly string[] = []): Promise<boolean> {
  if (installed(folder)) return true;
  mkdirSync(join(home, folder), { recursive: true });
  if (packages.length) writeFileSync(join(home, folder, 'package.json'), '{"private":true}\n');
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts=false', '--loglevel=error', ...packages];
  return (await run('npm', args, join(home, folder))) !== null;
}

/** Installs what can be installed here; says which peers will run, and why one won't. */
export async function preparePeers(note: (line: string) => void): Promise<Peer[]> {
  if (!existsSync(source)) {
    note(`No peers: ${relative(root, source)} isn't there (BATON_PEERS_DIR names another place). Ours runs alone.`);
    return [];
  }
  cpSync(source, home, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const ready: Peer[] = [];
  for (const peer of PEERS) {
    // Restate's SDK needs a newer Node than our floor; npm has one as a package.
    const node = peer.name === 'restate' ? await install('_node24', ['node@24']) : true;
    if (node && (await install(peer.name))) ready.push(peer);
    else note(`${peer.name} could not be installed here; left out.`);
  }
  return ready;
}

/** Runs one peer once and returns what it measured, or null when it failed. */
export async function measurePeer(
  peer: Peer,
  workload: 'W1' | 'W3',
  instances: number,
  inFlight: number,
  postgres: PostgresAddress,
): Promise<Measurement | null> {
  const mode = peer.name === 'bpmn-engine' ? ['--mode', 'elements'] : [];
  const args = ['bench.mjs', '--workload', workload, '--instances', String(instances), '--concurrency', String(inFlight), ...mode];
  const env = {
    PGHOST: postgres.host,
    PGPORT: postgres.port,
    PGUSER: postgres.user,
    PGPASSWORD: postgres.password,
    ...(postgres.pidFile ? { PG_PIDFILE: postgres.pidFile } : {}),
  };
  const output = await run(process.execPath, args, join(home, peer.name), env, 180_000);
  const line = output?.split('\n').find((text) => text.startsWith('{'));
  if (!line) return null;
  const result = JSON.parse(line) as PeerResult;
  return {
    workload: workload === 'W1' ? 'W1a' : workload,
    target: peer.name,
    durable: peer.isDurable,
    inFlight,
    instancesPerSec: result.inst_s,
    p50Ms: result.p50_ms,
    p99Ms: result.p99_ms,
    cpuMsPerInstance: result.cpu_ms_inst,
  };
}
