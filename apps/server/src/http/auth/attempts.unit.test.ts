import { describe, expect, it } from 'vitest';
import { Attempts } from './attempts.ts';

describe('attempts', () => {
  it('lets ten through in a quarter of an hour, and the next one after it', () => {
    let now = 0;
    const attempts = new Attempts({ attempts: 10, windowMs: 900_000 }, () => now);

    for (let guess = 0; guess < 10; guess++) attempts.count('anna');
    expect(() => attempts.count('anna')).toThrow('Expected at most 10 attempts in 15 minutes');

    now = 900_001;
    expect(() => attempts.count('anna')).not.toThrow();
  });

  it('counts each account for itself', () => {
    const attempts = new Attempts({ attempts: 1, windowMs: 1000 }, () => 0);

    attempts.count('anna');

    expect(() => attempts.count('ben')).not.toThrow();
  });

  it('forgives after a success', () => {
    const attempts = new Attempts({ attempts: 1, windowMs: 1000 }, () => 0);

    attempts.count('anna');
    attempts.forgive('anna');

    expect(() => attempts.count('anna')).not.toThrow();
  });
});
