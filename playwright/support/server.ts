import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('Expected a port, but got none.'))));
    });
  });

/** The built product as a user runs it, on a folder and a port of its own. */
export class Server {
  private child: ChildProcess | undefined;
  private printed = '';

  private constructor(
    readonly url: string,
    private readonly dataDir: string,
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  /** `withKey`: an administrator's API key exists from the start (`Server.apiKey`). Without it, it is an installation as a newcomer has it. */
  static async create({ withKey = false } = {}): Promise<Server> {
    const port = await freePort();
    const server = new Server(`http://127.0.0.1:${port}`, await mkdtemp(join(tmpdir(), 'baton-e2e-')), port, withKey ? { BATON_API_KEY: Server.apiKey } : {});
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    this.printed = '';
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        BATON_DATA_DIR: this.dataDir,
        BATON_PUBLIC_URL: this.url,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline && child.exitCode === null) {
      const ready = await fetch(`${this.url}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
      // It may answer before what it printed has reached us.
      if (ready && this.printed.includes('Baton is ready')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Expected the server to become ready within 60 s, but it printed:\n${this.printed}`);
  }

  /** An administrator's key, for what a test has to prepare. */
  static readonly apiKey = 'e2e-key-of-at-least-24-characters';

  /** The one-time link to create the first administrator, as printed for the person who starts it. */
  get setupLink(): string {
    const link = this.printed.match(/https?:\/\/\S+\/setup#\S+/)?.[0];
    if (!link) throw new Error(`Expected the server to print a set-up link, but it printed:\n${this.printed}`);
    return link;
  }

  async api<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${Server.apiKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** As a power cut would: no signal that it could answer. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.on('close', () => resolve());
      child.kill(signal);
    });
  }
}
