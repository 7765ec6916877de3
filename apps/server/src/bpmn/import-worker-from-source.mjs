// Lets a thread run from source, as `npm run dev` and the tests do; the built server needs no such thing.
import { register } from 'tsx/esm/api';

register();
await import('./import-worker.ts');
