// npm run e2e [-- playwright's arguments]: the end-to-end tests alone.
import { ensureChromium } from './lib/chromium.mjs';
import { prepare } from './lib/prepare.mjs';
import { close, playwright } from './lib/stages.mjs';

const startedAt = Date.now();
await prepare();
process.env.BATON_CHROMIUM = await ensureChromium();
close([await playwright(process.argv.slice(2))], startedAt);
