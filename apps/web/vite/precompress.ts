import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = new Set(['.js', '.css']);
const SMALL = 1024;

/** Leaves `.br` and `.gz` beside every asset, as small as they get: the server sends them, and squeezes nothing itself while somebody waits. */
export const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir = 'dist' }) {
      const folder = join(dir, 'assets');
      for (const name of (await readdir(folder)).filter((file) => COMPRESSIBLE.has(extname(file)))) {
        const bytes = await readFile(join(folder, name));
        if (bytes.length <= SMALL) continue;
        const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
        await writeFile(join(folder, `${name}.br`), br);
        await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
      }
    },
  },
});
