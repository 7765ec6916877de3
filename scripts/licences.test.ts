import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entry = { license?: string; dev?: boolean; devOptional?: boolean; link?: boolean };
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, Entry> };

/** Licences that may ship. MPL-2.0 and EPL-2.0: unmodified files only, which is how we use them. */
const ALLOWED =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|MPL-2\.0|EPL-2\.0|OFL-1\.1|Zlib|WTFPL)( (AND|OR) .*)?\)?$/;
/** Packages that state their licence elsewhere than in the field, read by hand. */
const READ_BY_HAND: Record<string, string> = {
  'xmlhttprequest-ssl': 'MIT, in its LICENSE file',
  'seq-queue': 'MIT, in its LICENSE file',
  '@visx/vendor': 'MIT and ISC',
};

describe('licences', () => {
  it('lets nothing under GPL, AGPL, SSPL, BUSL or a watermark clause into the tree', () => {
    const shipped = Object.entries(lock.packages).filter(
      ([path, entry]) => path.includes('node_modules/') && !entry.link && !path.includes('node_modules/@baton/'),
    );
    const wrong = shipped
      .map(([path, entry]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), licence: entry.license ?? 'none stated' }))
      .filter(({ name, licence }) => !ALLOWED.test(licence) && !(name in READ_BY_HAND));

    expect(shipped.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});
