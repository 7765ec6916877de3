import { process, run, runFrom } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const first = () =>
  process('p')
    .start()
    .eventGateway('wait')
    .message('paid', 'payment', { correlationKey: '=order' })
    .userTask('ship')
    .end()
    .from('wait')
    .timer('late', { duration: 'P1D' })
    .userTask('remind')
    .end('e2')
    .from('wait')
    .signal('stop', 'halt')
    .end('e3')
    .build();

describe('event-based gateway', () => {
  it('goes on with the event that comes first and listens for no other', () => {
    const instance = run(first(), { order: 7 });

    expect(instance.at()).toEqual(['wait']);
    expect(instance.listening('message')).toMatchObject([{ name: 'payment', correlationKey: '7' }]);
    instance.correlate('payment', { amount: 5 });

    expect(instance.at()).toEqual(['ship']);
    expect(instance.variables).toMatchObject({ amount: 5 });
    expect(instance.visited()).toEqual(['start', 'wait', 'paid', 'ship']);
    expect(instance.state.timers).toEqual({});
  });

  it('takes the way of its timer when nothing else came', () => {
    const instance = run(first(), { order: 7 });

    instance.pass(86_400_000);

    expect(instance.at()).toEqual(['remind']);
  });

  it('that begins an instance is past it at once; a parallel one waits for the others too', () => {
    const drawn = (kind: 'exclusive' | 'parallel') =>
      process('p')
        .eventGateway('begin', { instantiate: true, eventGatewayType: kind })
        .message('a', 'A')
        .userTask('ta')
        .end('e1')
        .from('begin')
        .message('b', 'B')
        .userTask('tb')
        .end('e2')
        .build();

    expect(runFrom(drawn('exclusive'), 'a').at()).toEqual(['ta']);
    const both = runFrom(drawn('parallel'), 'b');
    expect(both.at()).toEqual(['begin', 'tb']);
    both.correlate('A');
    expect(both.at()).toEqual(['tb', 'ta']);
  });
});
