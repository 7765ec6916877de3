import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import { CannotListen } from './listen.ts';
import { start } from './start.ts';

const apps = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..');
const GIVE_UP_MS = 25_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const config = configOrExit();
const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));

function die(error: unknown, what: string): never {
  log.fatal({ err: error }, what);
  process.exit(1);
}
process.on('uncaughtException', (error) => die(error, 'Something was thrown that nobody caught'));
process.on('unhandledRejection', (error) => die(error, 'A promise was rejected and nobody looked'));

const { version } = JSON.parse(readFileSync(join(apps, 'server', 'package.json'), 'utf8')) as { version: string };

try {
  const running = await start({ config, log, webFolder: join(apps, 'web', 'dist'), version });
  const next = running.setupLink
    ? `Create the first administrator (the link works once): ${running.setupLink}`
    : 'Sign in with your e-mail address and password.';
  say(['', `  Baton is ready: ${running.address}`, `  ${next}`, ''].join('\n'));
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'Finishing what is under way');
    setTimeout(() => die(new Error('It took too long'), 'Stopping took too long'), GIVE_UP_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error) => die(error, 'Stopping failed'),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
} catch (error) {
  if (!(error instanceof CannotListen)) die(error, 'Baton could not start');
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
