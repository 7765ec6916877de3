// npm test: everything. Types, lint, dead code, architecture, unit, store on real PostgreSQL, API, end to end in Chromium.
import { ensureChromium } from './lib/chromium.mjs';
import { prepare } from './lib/prepare.mjs';
import { close, deadCode, lint, playwright, types, vitest } from './lib/stages.mjs';

const startedAt = Date.now();
await prepare();
const results = [await types(), await lint(), await deadCode(), await vitest('unit'), await vitest('store'), await vitest('api')];
process.env.BATON_CHROMIUM = await ensureChromium();
results.push(await playwright());
close(results, startedAt);
