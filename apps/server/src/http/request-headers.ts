import type { IncomingMessage } from 'node:http';

/** Node's headers as the web's, which better-auth reads. */
export function headersOf({ headers: given }: Pick<IncomingMessage, 'headers'>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
