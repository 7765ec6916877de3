import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-baton-signature';
/** A signature older (or newer) than this is somebody's recording. */
const WINDOW_S = 300;
const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** `t=<seconds since 1970>,v1=<hex>` of the HMAC-SHA256 over `<t>.<body>`. */
export function sign(secret: string, body: Uint8Array, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000);
  return `t=${seconds},v1=${digest(secret, String(seconds), body)}`;
}

export function isSigned(header: unknown, { secret, body, nowMs }: { secret: string; body: Uint8Array; nowMs: number }): boolean {
  const [, seconds, given] = typeof header === 'string' ? (FORM.exec(header) ?? []) : [];
  if (seconds === undefined || given === undefined) return false;
  const isMeant = timingSafeEqual(Buffer.from(given), Buffer.from(digest(secret, seconds, body)));
  return isMeant && Math.abs(nowMs / 1000 - Number(seconds)) <= WINDOW_S;
}

const digest = (secret: string, seconds: string, body: Uint8Array) => createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
