import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';

type Encoding = 'br' | 'gzip';
const COMPRESS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
} as const satisfies { [E in Encoding]: (bytes: Buffer) => Promise<Buffer> };
const COMPRESSIBLE = new Set(['.js', '.css', '.html', '.svg', '.json', '.map', '.txt', '.webmanifest']);
const SMALL = 1024;

/** The built web app: hashed assets for ever, compressed once and kept; every other page that a browser asks for is the app itself. */
export function webApp(folder: string): Router {
  const router = Router();
  if (!existsSync(join(folder, 'index.html'))) return router;
  router.use(compressedAssets(folder));
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.get('/{*page}', (request, response, next) => {
    const isPage = request.path === '/' || (request.headers.accept?.includes('text/html') === true && !extname(request.path));
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
  return router;
}

function compressedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  const assets = resolve(folder, 'assets') + sep;
  return async (request, response, next) => {
    const path = resolve(folder, `.${decoded(request.path)}`);
    const encoding = request.acceptsEncodings('br', 'gzip');
    const isFit = (request.method === 'GET' || request.method === 'HEAD') && path.startsWith(assets) && COMPRESSIBLE.has(extname(path));
    if (!isFit || (encoding !== 'br' && encoding !== 'gzip') || !(await isLargeFile(path))) return next();
    const key = `${encoding}:${path}`;
    const work = kept.get(key) ?? compressed(path, encoding);
    kept.set(key, work);
    send(request, response, path, encoding, await work);
  };
}

/** As the build left it beside the file, else made now. */
async function compressed(path: string, encoding: Encoding): Promise<Buffer> {
  const ready = `${path}.${encoding === 'br' ? 'br' : 'gz'}`;
  return existsSync(ready) ? readFile(ready) : COMPRESS[encoding](await readFile(path));
}

function send(request: Request, response: Response, path: string, encoding: Encoding, bytes: Buffer): void {
  response.type(extname(path)).setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('Content-Encoding', encoding).setHeader('Vary', 'Accept-Encoding').setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function isLargeFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size > SMALL;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}
