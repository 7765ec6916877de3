import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { asStored, canonical, process as draw, Runner, run, SOMEBODY } from '@baton/testkit';
import { describe, expect, it } from 'vitest';
import { type EngineEvent, EVENT_TYPES, emptyInstance, evolve, type InstanceState } from './index.ts';

/**
 * One file per event type and version: an event as it was stored, the state before and the state it led to. A stored log must
 * replay for ever, so a file is never changed and never deleted; a new shape is a new version with a new file.
 * `BATON_GOLDEN=write` adds files that are missing, and their checksums; it overwrites none.
 */
const FOLDER = new URL('./golden/', import.meta.url);
const SUMS = new URL('./golden/checksums.json', import.meta.url);
const isWriting = process.env.BATON_GOLDEN === 'write';

type Golden = { readonly before: InstanceState; readonly event: EngineEvent; readonly after: InstanceState };
const fileOf = (type: string, v = 1) => `${type}.v${v}.json`;
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
const sumOf = (text: string) => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
const sums = (): Record<string, string> => (existsSync(SUMS) ? JSON.parse(readFileSync(SUMS, 'utf8')) : {});
const goldenFiles = () => readdirSync(FOLDER).filter((file) => file !== 'checksums.json');

/** Runs in which every event type occurs, with as many of its fields as there are. */
function examples(): Runner[] {
  const everything = draw('golden', 'Golden')
    .start()
    .and('fork')
    .userTask('approve', {
      assignee: 'ann',
      candidateGroups: ['finance'],
      priority: 80,
      dueDate: 'P1D',
      followUpDate: 'PT1H',
      approval: {},
      inputs: [{ target: 'local', value: '=amount + 1' }],
    })
    .and('join')
    .end()
    .from('fork')
    .serviceTask('mail', { job: { type: 'mail', retries: 2, headers: { to: 'ann' } } })
    .to('join')
    .from('approve')
    .boundary('nag', { cycle: 'R3/PT1H', interrupting: false })
    .step('remind')
    .end('reminded')
    .build();
  const done = run(everything, { amount: 5, note: { text: 'x', list: [1, null, true] } });
  done.claim('approve');
  done.assign('approve', null);
  done.pass(3_600_000);
  done.set({ amount: 6 });
  done.fail('mail', 1);
  done.send({ type: 'failJob', jobKey: done.keyOf('mail'), message: 'No connection', retries: 0, retryAt: done.now + 1000 });
  done.resolve();
  done.work('mail', { sent: true });
  done.complete('approve', { outcome: 'reject', comment: 'Too much', variables: { amount: 7 } });
  const cancelled = run(everything, { amount: 5 });
  cancelled.work('mail');
  cancelled.send({ type: 'cancel', reason: 'Not needed', by: SOMEBODY });
  const cancelledJob = run(everything, { amount: 5 });
  cancelledJob.cancel();
  const failing = run(draw('failing').start().script('calc', 'x', 'y + 1').end().build());
  failing.set({ y: 1 });
  failing.resolve();
  return [done, cancelled, cancelledJob, failing, ...examplesOfEvents(), ...examplesOfScopes()];
}

/** Messages, signals, conditions, errors, escalations, calls. */
function examplesOfEvents(): Runner[] {
  const listening = draw('listening', 'Listening')
    .start()
    .and('fork')
    .message('paid', 'payment', { correlationKey: '=order' })
    .send('thank', 'thanks', { message: { correlationKey: '=order', messageId: 'once', timeToLive: 'PT1H' }, inputs: [{ target: 'text', value: 'Hi' }] })
    .end('e1')
    .from('fork')
    .userTask('work')
    .throwSignal('tell', 'news')
    .end('e2')
    .from('work')
    .boundary('rise', { type: 'conditional', condition: 'amount > 10', interrupting: false })
    .end('e3')
    .build();
  const heard = run(listening, { order: 'A', amount: 1 });
  heard.set({ amount: 11 });
  heard.set({ amount: 2 });
  heard.correlate('payment', { amount: 3 }, { messageId: 'm-1' });
  heard.complete('work');
  const calling = draw('calling', 'Calling')
    .start()
    .call('sub', 'other', { binding: 'tag', tag: 'gold', businessKey: '=order', inputs: [{ target: 'x', value: '=order' }] })
    .end()
    .from('sub')
    .boundary('oops', { type: 'error', code: 'E' })
    .end('e1')
    .from('sub')
    .boundary('more', { type: 'escalation', code: 'M', interrupting: false })
    .end('e2')
    .build();
  const called = run(calling, { order: 'A' });
  called.escalateCall('sub', 'M', { a: 1 });
  called.failCall('sub', 'E', { message: 'No', variables: { b: 2 } });
  const broken = run(calling, { order: 'A' });
  broken.cancel();
  const asCalled = draw('child', 'Child').start().escalate('say', 'M').end('throw', { type: 'error', code: 'E', message: 'No' }).build();
  const child = new Runner(asCalled).begun({ type: 'start', variables: {}, by: SOMEBODY, isCalled: true });
  return [heard, called, broken, child];
}

/** Loops, compensation, complex gateways, ad-hoc sub-processes. */
function examplesOfScopes(): Runner[] {
  const looping = draw('looping', 'Looping')
    .start()
    .userTask('ask', { loop: { kind: 'sequential', collection: '=people', elementVariable: 'who', outputCollection: 'all', outputElement: 'who' } })
    .end()
    .build();
  const loop = run(looping, { people: ['a', 'b'] });
  loop.complete('ask');
  loop.complete('ask');
  const undoing = draw('undoing', 'Undoing')
    .start()
    .script('pay', 'paid', '5')
    .undoneBy('refund')
    .throw('undo', { type: 'compensation', waitForCompletion: false })
    .end()
    .build();
  const undo = run(undoing);
  undo.work('refund');
  const joining = draw('joining', 'Joining')
    .start()
    .and('fork')
    .userTask('a')
    .complex('join', 'activationCount >= 1')
    .end()
    .from('fork')
    .userTask('b')
    .to('join')
    .build();
  const join = run(joining);
  join.complete('a');
  join.complete('b');
  const caring = draw('caring', 'Caring')
    .start()
    .adHoc('care', (b) => b.userTask('call').apart().userTask('visit').apart(), { ordering: 'sequential' })
    .end()
    .build();
  const care = run(caring);
  care.complete('call');
  return [loop, undo, join, care];
}

function recorded(runners: readonly Runner[]): Map<string, Golden> {
  const found = new Map<string, Golden>();
  const fieldsOf = (event: EngineEvent) => JSON.stringify(event).split('":').length;
  for (const { log } of runners) {
    let before = emptyInstance();
    for (const event of log) {
      const after = evolve(before, event);
      const known = found.get(event.type);
      if (!known || fieldsOf(event) > fieldsOf(known.event)) found.set(event.type, { before, event, after });
      before = after;
    }
  }
  return found;
}

function writeMissing(): void {
  const known = sums();
  for (const [type, golden] of recorded(examples())) {
    const file = fileOf(type);
    if (existsSync(new URL(file, FOLDER))) continue;
    const text = `${JSON.stringify(asStored(golden), null, 2)}\n`;
    writeFileSync(new URL(file, FOLDER), text);
    known[file] = sumOf(text);
  }
  writeFileSync(SUMS, `${JSON.stringify(known, null, 2)}\n`);
}
if (isWriting) writeMissing();

describe('golden events', () => {
  it.each(EVENT_TYPES)('%s has a file', (type) => {
    expect(existsSync(new URL(fileOf(type), FOLDER)), `Expected golden/${fileOf(type)}: run this test with BATON_GOLDEN=write`).toBe(true);
  });

  it.each(goldenFiles())('%s still leads to the state it led to', (file) => {
    const { before, event, after }: Golden = JSON.parse(read(file));

    expect(canonical(evolve(before, event))).toBe(canonical(after));
    expect(fileOf(event.type, event.v)).toBe(file);
  });

  it('are never changed or deleted: a new shape is a new version', () => {
    const now = Object.fromEntries(goldenFiles().map((file) => [file, sumOf(read(file))]));

    expect(now).toEqual(sums());
  });

  it('have the fields that events of today have', () => {
    for (const [type, { event }] of recorded(examples())) {
      const golden: Golden = JSON.parse(read(fileOf(type)));
      expect(Object.keys(golden.event).sort(), `Expected ${type} to look as it is stored; a new field or shape is a new version`).toEqual(
        Object.keys(event).sort(),
      );
    }
  });
});
