/** The token of a one-time link: `#token=abc`, or just `#abc`. */
export function tokenOf(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return new URLSearchParams(text).get('token') ?? (text.includes('=') ? null : text || null);
}
