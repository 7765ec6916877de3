import { expect, it } from 'vitest';
import { deviceDraft, draftToRestore } from './device-draft.ts';

const storage = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
};
const typed = { variables: { amount: 12 }, comment: 'So far' };

it('gives back what it kept, to the same person for the same task only', () => {
  const kept = storage();
  deviceDraft('anna', 't1', kept).keep(typed);

  expect(deviceDraft('anna', 't1', kept).read()).toEqual(typed);
  expect(deviceDraft('lee', 't1', kept).read()).toBeUndefined();
  expect(deviceDraft('anna', 't2', kept).read()).toBeUndefined();
});

it('forgets when the server has it', () => {
  const kept = storage();
  deviceDraft('anna', 't1', kept).keep(typed);
  deviceDraft('anna', 't1', kept).keep(undefined);

  expect(deviceDraft('anna', 't1', kept).read()).toBeUndefined();
});

it('does without where nothing can be stored, or what is stored is broken', () => {
  const refusing = {
    getItem: () => '{',
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => undefined,
  };

  expect(() => deviceDraft('anna', 't1', refusing).keep(typed)).not.toThrow();
  expect(deviceDraft('anna', 't1', refusing).read()).toBeUndefined();
  expect(deviceDraft('anna', 't1', undefined).read()).toBeUndefined();
});

it('goes on with what only the device has', () => {
  const server = { variables: { amount: 1 }, comment: null, savedAt: '2026-11-16T14:03:00.000Z' };

  expect(draftToRestore(server, typed)).toEqual({ draft: typed, isUnsaved: true, savedAt: null });
  expect(draftToRestore(server, undefined)).toMatchObject({ draft: { variables: { amount: 1 } }, isUnsaved: false, savedAt: server.savedAt });
});
