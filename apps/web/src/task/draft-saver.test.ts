import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftSaver, type DraftState } from './draft-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers when told to, and a device that remembers. */
const given = () => {
  const answers: { resolve: () => void; reject: (message?: string) => void }[] = [];
  const sent: string[] = [];
  const states: DraftState['type'][] = [];
  const device: { draft: string | undefined } = { draft: undefined };
  const saver = createDraftSaver<string>({
    save: (draft) => {
      sent.push(draft);
      return new Promise((resolve, reject) =>
        answers.push({ resolve: () => resolve({ savedAt: '14:03' }), reject: (message = 'offline') => reject(new Error(message)) }),
      );
    },
    keep: (draft) => {
      device.draft = draft;
    },
    onState: (state) => states.push(state.type),
    isFinal: (error) => error instanceof Error && error.message === 'taken',
  });
  return { saver, answers, sent, states, device };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('saves half a second after the last change, once', async () => {
  const { saver, sent } = given();

  saver.change('a');
  await pass(400);
  saver.change('ab');
  await pass(499);
  expect(sent).toEqual([]);
  await pass(1);

  expect(sent).toEqual(['ab']);
});

it('keeps every change on the device until the server has it', async () => {
  const { saver, device, answers, states } = given();

  saver.change('a');
  expect(device.draft).toBe('a');
  await pass(500);
  answers[0]?.resolve();
  await pass(0);

  expect(device.draft).toBeUndefined();
  expect(states).toEqual(['unsaved', 'saving', 'saved']);
});

it('saves what was typed while a save was under way, after it', async () => {
  const { saver, sent, answers, device, states } = given();
  saver.change('a');
  await pass(500);

  saver.change('ab');
  await pass(500);
  expect(sent).toEqual(['a']);
  answers[0]?.resolve();
  await pass(0);

  expect(sent).toEqual(['a', 'ab']);
  expect(device.draft).toBe('ab');
  expect(states.at(-1)).toBe('saving');
});

it('says that only this device has it, and tries again', async () => {
  const { saver, sent, answers, device, states } = given();
  saver.change('a');
  await pass(500);
  answers[0]?.reject();
  await pass(0);
  expect(states.at(-1)).toBe('local');
  expect(device.draft).toBe('a');

  await pass(5000);
  answers[1]?.resolve();
  await pass(0);

  expect(sent).toEqual(['a', 'a']);
  expect(states.at(-1)).toBe('saved');
});

it('gives up when it is refused for good', async () => {
  const { saver, sent, answers, device, states } = given();
  saver.change('a');
  await pass(500);

  answers[0]?.reject('taken');
  await pass(10_000);

  expect(sent).toEqual(['a']);
  expect(device.draft).toBeUndefined();
  expect(states.at(-1)).toBe('none');
});

describe('flush', () => {
  it('saves at once and resolves when it is saved', async () => {
    const { saver, sent, answers } = given();
    saver.change('a');
    let isDone = false;
    const done = saver.flush().then(() => {
      isDone = true;
    });
    await pass(0);
    expect(sent).toEqual(['a']);
    expect(isDone).toBe(false);

    answers[0]?.resolve();
    await done;

    expect(isDone).toBe(true);
  });

  it('sends nothing when nothing changed', async () => {
    const { saver, sent } = given();

    await saver.flush();

    expect(sent).toEqual([]);
  });
});

it('forgets what was sent as the decision, whatever a late answer says', async () => {
  const { saver, sent, answers, device, states } = given();
  saver.change('a');
  await pass(500);

  saver.drop();
  answers[0]?.reject();
  await pass(10_000);

  expect(sent).toEqual(['a']);
  expect(device.draft).toBeUndefined();
  expect(states.at(-1)).toBe('none');
});
