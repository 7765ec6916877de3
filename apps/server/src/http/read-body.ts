import { type Request, type Response, raw } from 'express';
import { HttpProblem } from './http-problem.ts';
import { parseJson } from './json/parse-json.ts';
import { xmlOf } from './xml-of.ts';

export const MIB = 1024 * 1024;

const NOTHING = new Uint8Array();

/** The bytes of a request, inflated, within `limit`. */
export async function readBytes(request: Request, response: Response, limit: number): Promise<Uint8Array> {
  await new Promise<void>((resolve, reject) => {
    raw({ type: () => true, limit })(request, response, (error?: unknown) => (error ? reject(toProblem(error, limit)) : resolve()));
  });
  return request.body instanceof Uint8Array ? request.body : NOTHING;
}

/** JSON as its value, XML as its text; `undefined` for an empty body. */
export function contentOf(request: Request, bytes: Uint8Array, accepted: readonly string[]): unknown {
  if (bytes.length === 0) return undefined;
  if (!request.is([...accepted])) {
    const given = request.headers['content-type'];
    throw new HttpProblem('media-type-unsupported', `Expected the Content-Type ${accepted.join(' or ')}, but it is ${given ?? 'missing'}.`, {
      expected: [...accepted],
    });
  }
  return request.is(['application/xml', 'text/xml']) ? xmlOf(bytes) : parseJson(bytes);
}

/** Errors of body-parser carry a `type`; see its README. */
function toProblem(error: unknown, limit: number): unknown {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large')
    return new HttpProblem('body-too-large', `Expected at most ${limit} bytes, but there are more.`, { expected: { maxBytes: limit } });
  if (type === 'encoding.unsupported')
    return new HttpProblem('media-type-unsupported', 'Expected a Content-Encoding of gzip, deflate, br or none, but it is another.');
  if (type === 'request.aborted' || type === 'request.size.invalid')
    return new HttpProblem('request-invalid', 'Expected as many bytes as Content-Length says, but there were others.');
  return isClientError(error) ? new HttpProblem('request-invalid', 'Expected a body that can be read, but it is damaged.') : error;
}

const isClientError = (error: unknown) =>
  typeof error === 'object' && error !== null && (('status' in error && error.status === 400) || ('code' in error && String(error.code).startsWith('Z_')));
