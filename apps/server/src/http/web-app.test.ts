import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';
import { webApp } from './web-app.ts';

describe('the built web app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-web-'));
  const script = `export const text = ${JSON.stringify('x'.repeat(5000))};`;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Baton</title>');
    writeFileSync(join(folder, 'assets', 'main-abc123.js'), script);
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const app = express().use(securityHeaders(false), webApp(folder));
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it.each(['br', 'gzip'])('sends a hashed asset as %s, to be kept for ever', async (encoding) => {
    const response = await fetch(`${url}/assets/main-abc123.js`, { headers: { 'accept-encoding': encoding } });

    expect(await response.text()).toBe(script);
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it('is every page that a browser asks for, looked for anew each time', async () => {
    const response = await fetch(`${url}/instances/0198?tab=data`, { headers: { accept: 'text/html' } });

    expect(await response.text()).toContain('<title>Baton</title>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('runs no script but its own and shows in no frame', async () => {
    const policy = (await fetch(`${url}/`, { headers: { accept: 'text/html' } })).headers.get('content-security-policy') ?? '';

    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it.each(['/assets/missing-abc.js', '/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fetc%2fpasswd', '/.env'])('has nothing at %s', async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });
});
