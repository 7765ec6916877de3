import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measurePeer, type Peer, type PostgresAddress, preparePeers } from './peers.ts';
import { type Measurement, median, print } from './report.ts';
import { Bench } from './w1a.ts';

const asJson = process.argv.includes('--json');
const REPETITIONS = 3;
const IN_FLIGHT = 64;
/** Fewer for the slower ones, so that every run takes some seconds. */
const INSTANCES = { baton: 6000, dbos: 500, restate: 500, 'bpmn-engine': 200 };

const note = (line: string) => console.error(line);

/** A bench in a process of its own, so that its memory and JIT don't touch the others'. */
function script(name: string): Promise<Measurement[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(name, import.meta.url)), '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('close', () => resolve(output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Measurement] : []))));
  });
}

function addressOf(bench: Bench): PostgresAddress {
  const url = new URL(bench.postgres.url);
  return { host: url.hostname, port: url.port, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), pidFile: bench.pidFile };
}

/** Interleaved: ours, then every peer, again and again, so that a busy minute hits all of them. */
async function durable(peers: readonly Peer[]): Promise<Measurement[]> {
  const bench = await Bench.open();
  const measurements: Measurement[] = [];
  try {
    for (let repetition = 1; repetition <= REPETITIONS; repetition++) {
      measurements.push({ ...(await bench.measure(INSTANCES.baton, IN_FLIGHT)), repetition });
      for (const peer of peers) {
        note(`W1a, ${IN_FLIGHT} in flight, repetition ${repetition}: ${peer.name} ...`);
        const measured = await measurePeer(peer, 'W1', INSTANCES[peer.name as keyof typeof INSTANCES], IN_FLIGHT, addressOf(bench));
        if (measured) measurements.push({ ...measured, repetition });
        else note(`${peer.name} did not finish; left out of this repetition.`);
      }
    }
  } finally {
    await bench.close();
  }
  return measurements;
}

const of = (all: readonly Measurement[], target: string) => all.filter((measurement) => measurement.target === target);
const medianOf = (all: readonly Measurement[], target: string, key: 'instancesPerSec' | 'cpuMsPerInstance' | 'p50Ms' | 'p99Ms') =>
  median(of(all, target).flatMap((measurement) => (measurement[key] === undefined ? [] : [measurement[key]])));

function table(all: readonly Measurement[]): void {
  const targets = [...new Set(all.map((measurement) => measurement.target))];
  const ours = medianOf(all, 'baton', 'instancesPerSec');
  console.log(`\nW1a durable, ${IN_FLIGHT} in flight, medians of ${REPETITIONS} interleaved repetitions`);
  console.log(
    `${'target'.padEnd(14)}${'instances/s'.padStart(12)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'CPU ms each'.padStart(13)}${'ours is'.padStart(12)}`,
  );
  for (const target of targets) {
    const perSec = medianOf(all, target, 'instancesPerSec');
    const cells = [perSec, medianOf(all, target, 'p50Ms'), medianOf(all, target, 'p99Ms'), medianOf(all, target, 'cpuMsPerInstance')];
    const [rate, p50, p99, cpu] = cells.map((value) => (value >= 100 ? value.toFixed(0) : value.toFixed(2)));
    const isDurable = of(all, target).every((measurement) => measurement.durable);
    const times = target === 'baton' ? '' : `${(ours / perSec).toFixed(1)} x`;
    console.log(
      `${target.padEnd(14)}${rate!.padStart(12)}${p50!.padStart(10)}${p99!.padStart(10)}${cpu!.padStart(13)}${times.padStart(12)}${isDurable ? '' : '  (in memory only)'}`,
    );
  }
}

const core = await script('./core.ts');
const live = await script('./live.ts');
const peers = await preparePeers(note);
const w1a = await durable(peers);

if (asJson) for (const measurement of [...core, ...live, ...w1a]) print(measurement);
else {
  for (const { workload, target, ...figures } of [...core, ...live]) console.log(`${workload} ${target}: ${JSON.stringify(figures)}`);
  table(w1a);
}
