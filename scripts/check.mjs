// npm run check: what can be said in a minute. Types, lint, dead code, architecture and unit tests.
import { prepare } from './lib/prepare.mjs';
import { close, deadCode, lint, types, vitest } from './lib/stages.mjs';

const startedAt = Date.now();
await prepare({ build: false });
close([await types(), await lint(), await deadCode(), await vitest('unit')], startedAt);
