import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const BERLIN = 'Europe/Berlin';

/** A step that waits, beside it a timer that doesn't interrupt and counts its turns; begun on 2 March 2026 at noon UTC. */
const beside = (timer: object) =>
  run(
    process('p')
      .start()
      .userTask('t')
      .end()
      .from('t')
      .boundary('b', { interrupting: false, ...timer })
      .script('n', 'n', 'if n = null then 1 else n + 1')
      .end('e2')
      .build(),
  );
type Instance = ReturnType<typeof beside>;

const dueOf = ({ state }: Instance) => Object.values(state.timers).map(({ dueAt }) => new Date(dueAt).toISOString().replace('.000Z', 'Z'));

/** When it goes off, each time at once. */
function duesOf(instance: Instance, times: number): readonly string[] {
  const dues: string[] = [];
  for (let time = 0; time < times; time++) {
    const [due] = dueOf(instance);
    if (due === undefined) break;
    dues.push(due);
    instance.now = Date.parse(due);
    instance.pass(0);
  }
  return dues;
}

describe('a timer', () => {
  it.each([
    [{ date: '2026-03-29T02:30', timeZone: BERLIN }, '2026-03-29T01:30:00Z'],
    [{ date: '2026-10-25T02:30', timeZone: BERLIN }, '2026-10-25T00:30:00Z'],
    [{ date: '2026-04-01', timeZone: '=zone' }, '2026-03-31T22:00:00Z'],
    [{ date: '2026-04-01T10:00:00-05:00' }, '2026-04-01T15:00:00Z'],
    [{ duration: 'P30D', timeZone: BERLIN }, '2026-04-01T11:00:00Z'],
    [{ duration: 'PT720H', timeZone: BERLIN }, '2026-04-01T12:00:00Z'],
    [{ duration: 'P1M' }, '2026-04-02T12:00:00Z'],
  ])('%j is due %s', (timer, due) => {
    const drawn = process('p')
      .start()
      .timer('w', { ...timer })
      .end()
      .build();

    expect(dueOf(run(drawn, { zone: BERLIN }))).toEqual([due]);
  });

  it.each([
    [{ cycle: 'R3/PT1H' }, ['2026-03-02T13:00:00Z', '2026-03-02T14:00:00Z', '2026-03-02T15:00:00Z']],
    [{ cycle: 'R/2026-03-31T10:00:00Z/P1M' }, ['2026-03-31T10:00:00Z', '2026-04-30T10:00:00Z', '2026-05-31T10:00:00Z', '2026-06-30T10:00:00Z']],
    [{ cycle: 'R2/P1D/2026-03-04T08:00:00Z' }, ['2026-03-03T08:00:00Z', '2026-03-04T08:00:00Z']],
    [{ cycle: 'R/2026-03-28T02:30/P1D', timeZone: BERLIN }, ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z', '2026-03-31T00:30:00Z']],
    [{ cycle: '30 2 28-31 3 *', timeZone: BERLIN }, ['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z', '2026-03-31T00:30:00Z']],
  ])('%j comes again', (timer, dues) => {
    expect(duesOf(beside(timer), 4)).toEqual(dues);
  });

  it.each([
    ['one', 1, '2026-06-30T10:00:00Z'],
    ['all', 3, '2026-06-30T10:00:00Z'],
  ] as const)('after a long sleep catches up %s', (catchUp, turns, next) => {
    const instance = beside({ cycle: 'R/2026-03-31T10:00:00Z/P1M', catchUp });

    instance.now = Date.parse('2026-06-15T00:00:00Z');
    instance.pass(0);

    expect(instance.variables).toMatchObject({ n: turns });
    expect(dueOf(instance)).toEqual([next]);
  });

  it.each([
    [{ cycle: 'R/PT0S' }, 'at least one second'],
    [{ cycle: '0 0 30 2 *' }, 'never does'],
    [{ cycle: 'R3/PT1H/2020-01-01T00:00:00Z' }, 'it has ended'],
    [{ date: '2026-02-30' }, 'Expected an ISO 8601 date'],
    [{ duration: 'P1X' }, 'Expected an ISO 8601 duration'],
    [{ duration: 'P9999Y' }, 'before the year 10000'],
    [{ duration: '=5' }, 'Expected ISO 8601 text'],
    [{ duration: '=nosuch' }, 'nosuch'],
    [{ duration: 'P1D', timeZone: 'Europe/Atlantis' }, 'Expected a time zone'],
    [{ cycle: '= string join(for i in 1..400 return "1", ",") + " * * * *"' }, 'at most 200 characters'],
  ])('%j is an incident that says why', (timer, why) => {
    const instance = beside(timer);

    expect(instance.incidentCodes()).toEqual(['timer-invalid']);
    expect(instance.eventsOf('incident.raised')[0]?.message).toContain(why);
  });
});
