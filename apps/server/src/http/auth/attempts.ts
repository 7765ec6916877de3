import { HttpProblem } from '../http-problem.ts';

interface Limit {
  readonly attempts: number;
  readonly windowMs: number;
}

/**
 * Counts attempts by key in a moving window, in this process. Counted before the attempt, so that many at once can't slip through;
 * a success gives back what was counted. Nobody is locked out for longer than the window.
 */
export class Attempts {
  readonly #limit: Limit;
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();

  constructor(limit: Limit, now: () => number = Date.now) {
    this.#limit = limit;
    this.#now = now;
  }

  count(key: string): void {
    const now = this.#now();
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - this.#limit.windowMs);
    if (recent.length >= this.#limit.attempts) {
      const waitSeconds = Math.max(1, Math.ceil(((recent[0] ?? now) + this.#limit.windowMs - now) / 1000));
      throw new HttpProblem(
        'too-many-requests',
        `Expected at most ${this.#limit.attempts} attempts in ${this.#limit.windowMs / 60_000} minutes, but there were more. Try again in ${waitSeconds} s.`,
        {},
        { 'Retry-After': String(waitSeconds) },
      );
    }
    this.#times.set(key, [...recent, now]);
    if (this.#times.size > 10_000) this.#forgetOld(now);
  }

  forgive(key: string): void {
    this.#times.delete(key);
  }

  #forgetOld(now: number): void {
    for (const [key, times] of this.#times) if ((times.at(-1) ?? 0) <= now - this.#limit.windowMs) this.#times.delete(key);
  }
}
