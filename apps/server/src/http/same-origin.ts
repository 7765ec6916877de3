import type { IncomingHttpHeaders } from 'node:http';
import { HttpProblem } from './http-problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** May a page of this origin act with our cookies? Only our own pages may. */
export function isOwnOrigin(origin: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/**
 * Defence against forged requests, for calls that a cookie authorises: the browser says where the page came from
 * (`Sec-Fetch-Site`, else `Origin`). Neither is there only outside of browsers, where no cookie is lent to others.
 */
export function refuseForeignOrigin(method: string, headers: IncomingHttpHeaders, publicUrl: string): void {
  if (SAFE.has(method)) return;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isForeign = origin !== undefined ? !isOwnOrigin(origin, headers, publicUrl) : site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign) throw new HttpProblem('origin-not-allowed', `Expected a request from a page of this address, but it came from ${origin ?? 'another site'}.`);
}
