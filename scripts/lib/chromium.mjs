import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { at } from './paths.mjs';
import { node, run } from './run.mjs';
import { giveUp, say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

function ofTheSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC].find((path) => existsSync(path));
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * A Chromium to test with: BATON_CHROMIUM, the system's, Playwright's; else Playwright's is downloaded; else Debian's is
 * installed where we are root (a closed network has packages, but not Playwright's own host).
 * @returns {Promise<string>} path of the executable
 */
export async function ensureChromium() {
  const found = process.env.BATON_CHROMIUM || ofTheSystem() || (await ofPlaywright());
  if (found) return found;
  say('Fetching Chromium for the end-to-end tests ...');
  await node([at('node_modules', '@playwright', 'test', 'cli.js'), 'install', '--with-deps', 'chromium'], { quiet: true });
  const downloaded = await ofPlaywright();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('apt-get', ['update'], { quiet: true });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return (
    ofTheSystem() ??
    giveUp(
      'Expected a Chromium for the end-to-end tests, but found none and could not fetch one. Install Chromium or Chrome, or set BATON_CHROMIUM to its path.',
    )
  );
}
