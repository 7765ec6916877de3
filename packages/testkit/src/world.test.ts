import { describe, expect, it } from 'vitest';
import { process } from './process-builder.ts';
import { World } from './world.ts';

const waiting = (key: string) => process(key).start().message('reply', 'reply', { correlationKey: '=order' }).userTask('after').end().build();
const child = process('child').start().userTask('work').end().build();
const parent = process('parent')
  .start()
  .call('ask', 'child')
  .userTask('after')
  .end()
  .from('ask')
  .boundary('failed', { type: 'error' })
  .userTask('repair')
  .end('e2')
  .build();

describe('World', () => {
  it('gives a message to whoever waits for its name and key, and to nobody else', () => {
    const world = new World().deploy(waiting('buyer'));
    const [one, two] = [world.start('buyer', { order: 'A' }), world.start('buyer', { order: 'B' })];

    world.message('reply', { correlationKey: 'B' });

    expect([one.at(), two.at()]).toEqual([['reply'], ['after']]);
  });

  it('keeps a message until somebody waits for it or its time is over', () => {
    const world = new World().deploy(waiting('buyer'));
    world.message('reply', { correlationKey: 'A', timeToLiveMs: 1000 });
    world.message('reply', { correlationKey: 'B', timeToLiveMs: 1000 });

    const early = world.start('buyer', { order: 'A' });
    world.pass(1001);
    const late = world.start('buyer', { order: 'B' });

    expect([early.at(), late.at()]).toEqual([['after'], ['reply']]);
  });

  it('counts a message with an id once', () => {
    const world = new World().deploy(waiting('buyer'));
    const [one, two] = [world.start('buyer', { order: 'A' }), world.start('buyer', { order: 'A' })];

    world.message('reply', { correlationKey: 'A', messageId: 'm1' });
    world.message('reply', { correlationKey: 'A', messageId: 'm1' });

    expect([one.at(), two.at()]).toEqual([['after'], ['reply']]);
  });

  it('starts an instance by a message or a signal, thrown by another process', () => {
    const world = new World().deploy(
      process('sender').start().throwMessage('order', 'order').throwSignal('tell', 'news').end().build(),
      process('seller')
        .start('start', { trigger: { type: 'message', name: 'order' } })
        .userTask('pack')
        .end()
        .build(),
      process('reader')
        .start('start', { trigger: { type: 'signal', name: 'news' } })
        .userTask('read')
        .end()
        .build(),
    );

    world.start('sender');

    expect([world.of('seller').map((each) => each.at()), world.of('reader').map((each) => each.at())]).toEqual([[['pack']], [['read']]]);
  });

  it('brings a signal to all that wait, in whatever instance', () => {
    const listens = process('listens').start().signal('heard', 'news').userTask('after').end().build();
    const world = new World().deploy(listens);
    const [one, two] = [world.start('listens'), world.start('listens')];

    world.signal('news');

    expect([one.at(), two.at()]).toEqual([['after'], ['after']]);
  });

  it('takes a called process’s end, error and cancellation back to the caller', () => {
    const fails = process('child').start().userTask('work').end('bad', { type: 'error', code: 'E' }).build();
    const [good, bad] = [new World().deploy(child, parent), new World().deploy(fails, parent)];
    const callers = [good.start('parent'), bad.start('parent'), good.start('parent')];

    good.of('child')[0]?.complete('work');
    bad.of('child')[0]?.complete('work');
    good.of('child')[1]?.cancel();

    expect(callers.map((caller) => caller.at())).toEqual([['after'], ['repair'], ['ask']]);
    expect(callers[2]?.incidentCodes()).toEqual(['call-failed']);
  });

  it('cancels what was called with its caller', () => {
    const world = new World().deploy(child, parent);

    world.start('parent').cancel();

    expect(world.of('child').map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('lets the timers of all instances go off in the order of their times', () => {
    const ticks = process('ticks').start().timer('wait', { duration: '=after' }).end().build();
    const world = new World().deploy(ticks);
    const [slow, quick] = [world.start('ticks', { after: 'PT2H' }), world.start('ticks', { after: 'PT1H' })];

    world.pass(3_600_000);
    const half = [slow.status, quick.status];
    world.pass(3_600_000);

    expect([half, slow.status]).toEqual([['active', 'completed'], 'completed']);
  });
});
