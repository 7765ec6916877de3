import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const refusalOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('Expected a refusal, but it was accepted.');
};

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', logLevel: 'info', databaseUrl: undefined });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('drops the slash at the end of the public address', () => {
    expect(readConfig({ BATON_PUBLIC_URL: 'https://baton.example.com/' }).publicUrl).toBe('https://baton.example.com');
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT: expected a whole number from 0 to 65535, but it is "abc".'],
    [{ PORT: '70000' }, 'PORT: expected a number of at most 65535, but it is "70000".'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL: expected a PostgreSQL address like postgresql://user:password@host:5432/database'],
    [
      { BATON_PUBLIC_URL: 'baton.example.com' },
      'BATON_PUBLIC_URL: expected the address people open, like https://baton.example.com, but it is "baton.example.com".',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, but it is "loud".'],
  ])('names the wrong value and what was expected: %o', (environment, sentence) => {
    expect(refusalOf(environment)).toContain(sentence);
  });

  it('names every wrong value at once', () => {
    expect(refusalOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2);
  });

  it('never shows a secret', () => {
    const refusal = refusalOf({ BATON_API_KEY: 'too-short' });

    expect(refusal).toContain('BATON_API_KEY: expected at least 24 characters');
    expect(refusal).not.toContain('too-short');
  });
});
