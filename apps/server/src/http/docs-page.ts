import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Response, Router } from 'express';

/** The one package of Scalar's that carries its whole bundle; we serve the file and use nothing else of it. */
const bundle = join(dirname(createRequire(import.meta.url).resolve('@scalar/fastify-api-reference')), 'js', 'standalone.js');

const START =
  "Scalar.createApiReference('#app', { url: '/openapi.json', withDefaultFonts: false, telemetry: false, hideClientButton: true, showDeveloperTools: 'never', agent: { disabled: true }, proxyUrl: '', mcp: { disabled: true } });";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton API</title>
</head>
<body>
<div id="app"></div>
<script src="/docs/scalar.js"></script>
<script>${START}</script>
</body>
</html>
`;

/** A policy of its own: our one inline script by its hash, no other; Scalar makes style elements and asks only this server. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(START).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `/docs`: the API to read and to try. Its bundle comes from here, so that it works in a closed network. */
export function docsPage(): Router {
  const router = Router();
  router.get('/docs', (_request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('html').send(PAGE);
  });
  router.get('/docs/scalar.js', (_request, response, next) => sendBundle(response, next));
  return router;
}

function sendBundle(response: Response, next: (error: unknown) => void): void {
  response.type('js').setHeader('Cache-Control', 'public, max-age=86400');
  createReadStream(bundle).on('error', next).pipe(response);
}
