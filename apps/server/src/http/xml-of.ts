import { HttpProblem } from './http-problem.ts';

const DECLARED = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;

/** Bytes of an XML file to text, by its byte order mark or what it declares, else UTF-8. */
export function xmlOf(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem('request-invalid', `Expected XML in ${encoding}, as it says itself, but the bytes are something else.`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '');
  return DECLARED.exec(beginning)?.[1]?.toLowerCase() ?? 'utf-8';
}
