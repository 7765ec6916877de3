import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { at } from './paths.mjs';
import { typeProjects } from './rooms.mjs';
import { node } from './run.mjs';
import { say } from './say.mjs';

/** What a stage found: checks that have no count of their own count as one. */
const asOne = (name, code) => ({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

export async function types() {
  say('Types ...');
  const tsc = at('node_modules', 'typescript', 'bin', 'tsc');
  let failed = 0;
  const projects = typeProjects();
  for (const project of projects) {
    const { code, output } = await node([tsc, '-p', at(project), '--pretty', 'false'], { quiet: true });
    if (code === 0) continue;
    failed += 1;
    console.error(`${project}:\n${output}`);
  }
  return { name: 'types', passed: projects.length - failed, failed };
}

export async function lint() {
  say('Lint and format ...');
  return asOne('lint', (await node([at('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'])).code);
}

export async function deadCode() {
  say('Dead code and dependencies ...');
  return asOne('dead code', (await node([at('node_modules', 'knip', 'bin', 'knip.js')])).code);
}

/** One of vitest's projects: unit, store, api. */
export async function vitest(project) {
  say(`Tests: ${project} ...`);
  const report = at('.cache', `vitest-${project}.json`);
  mkdirSync(at('.cache'), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await node([
    at('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return countsOf(project, report, code, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }));
}

export async function playwright(args = []) {
  say('Tests: end to end in Chromium ...');
  const report = at('.cache', 'playwright.json');
  rmSync(report, { force: true });
  const { code } = await node([at('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', at('playwright', 'playwright.config.ts'), ...args], {
    env: { BATON_E2E_REPORT: report },
  });
  return countsOf('end to end', report, code, (json) => ({
    passed: json.stats.expected,
    failed: json.stats.unexpected + json.stats.flaky,
    skipped: json.stats.skipped,
  }));
}

/** A runner that ended badly without a failed test (a broken file, a crash) counts as one failure. */
function countsOf(name, report, code, read) {
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')));
    return { name, ...counts, failed: counts.failed || (code === 0 ? 0 : 1) };
  } catch {
    return asOne(name, code || 1);
  }
}

/** Prints the totals and sets the exit code. The last line is `N passed, N failed`. */
export function close(results, startedAt) {
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  console.log('');
  for (const { name, passed, failed, skipped = 0 } of results)
    console.log(`${name.padEnd(12)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  console.log(`in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exitCode = sum('failed') ? 1 : 0;
}
