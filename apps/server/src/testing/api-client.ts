import type { ProblemDetails } from '@baton/contract';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
  readonly headers: Headers;
}

interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** Somebody who calls the API over real HTTP. */
export class ApiClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get credentials(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  get = (path: string, options?: Options) => this.call('GET', path, undefined, options);
  post = (path: string, body: unknown = {}, options?: Options) => this.call('POST', path, body, options);
  put = (path: string, body: unknown, options?: Options) => this.call('PUT', path, body, options);
  patch = (path: string, body: unknown, options?: Options) => this.call('PATCH', path, body, options);
  delete = (path: string, options?: Options) => this.call('DELETE', path, undefined, options);

  async call(method: string, path: string, body?: unknown, { headers = {}, raw }: Options = {}): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.#url}${path.startsWith('/api') || path.startsWith('~') ? path.replace('~', '') : `/api/v1${path}`}`, {
      method,
      redirect: 'manual',
      headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...this.#headers, ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), headers: response.headers };
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The problem of an answer, after checking that it is one in form. */
export function problemIn({ status, body, headers }: Answer): ProblemDetails {
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    throw new Error(`Expected problem+json, but it is ${status} ${headers.get('content-type')}: ${JSON.stringify(body)}`);
  if (body.status !== status) throw new Error(`Expected the status in the body to be ${status}, but it is ${body.status}.`);
  return body;
}
