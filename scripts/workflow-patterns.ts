import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workflowPatternsPage } from '@baton/testkit';

/* Writes docs/workflow-patterns.md. A test says when it is out of date. */
writeFileSync(fileURLToPath(new URL('../docs/workflow-patterns.md', import.meta.url)), workflowPatternsPage());
