import { step as engineStep } from '@baton/engine';
import { ANNA, committed, process, type TestStore, testStore } from '@baton/testkit';
import { afterEach, expect, it } from 'vitest';

const tenantId = 'default';
const open: TestStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0).reverse()) await store.end();
});
async function store(options: Parameters<typeof testStore>[0] = {}): Promise<TestStore> {
  const made = await testStore(options);
  open.push(made);
  return made;
}

const charge = process('charge')
  .start()
  .serviceTask('charge', { job: { type: 'charge', retries: 3, headers: { to: 'bank' } } })
  .end()
  .build().graph;
const activate = (on: TestStore, worker: string, { maxJobs = 10, timeoutMs = 60_000 } = {}) =>
  on.jobs.activate({ tenantId, type: 'charge', worker, maxJobs, timeoutMs });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('a job goes to one worker, with its variables, and its completion moves the instance on', async () => {
  const one = await store();
  await one.deploy(charge);
  const { id } = await one.begin('charge', { amount: 5 });

  const jobs = await activate(one, 'w1');

  expect(jobs).toMatchObject([
    { type: 'charge', attempt: 1, retries: 3, headers: { to: 'bank' }, variables: { amount: 5 }, instanceId: id, elementId: 'charge', processKey: 'charge' },
  ]);
  expect(await activate(one, 'w2')).toEqual([]);
  const done = await one.jobs.complete({ tenantId, jobId: jobs[0]?.id ?? '', lease: { worker: 'w1', attempt: 1 }, variables: { paid: true } });
  expect(committed(done).instance.status).toBe('completed');
  expect(await one.jobs.complete({ tenantId, jobId: jobs[0]?.id ?? '', lease: { worker: 'w1', attempt: 1 }, variables: {} })).toMatchObject({ ok: false });
});

it('many workers on two nodes never get the same job', async () => {
  const one = await store();
  const two = await store({ url: one.url });
  await one.deploy(charge);
  await Promise.all(Array.from({ length: 100 }, () => one.begin('charge')));

  const taken = (await Promise.all(Array.from({ length: 20 }, (_, n) => activate(n % 2 ? one : two, `w${n}`)))).flat();
  const rest = await activate(one, 'last', { maxJobs: 100 });

  expect(new Set([...taken, ...rest].map((job) => job.id)).size).toBe(100);
  expect(taken.length + rest.length).toBe(100);
});

it('a job of a suspended instance waits until the instance goes on', async () => {
  const one = await store({
    step: (compiled, state, command, now) => {
      if (command.type === 'setVariables') throw new Error('a bug of ours');
      return engineStep(compiled, state, command, now);
    },
  });
  await one.deploy(charge);
  const { id: instanceId } = await one.begin('charge');
  await expect(one.runtime.execute({ tenantId, instanceId, command: { type: 'setVariables', variables: {}, by: ANNA } })).rejects.toThrow();

  expect(await activate(one, 'w1')).toEqual([]);

  const [incident] = (await one.incidents.list({ tenantId, status: 'open', limit: 10 })).items;
  const command = { type: 'resolveIncident', incidentKey: incident?.incidentKey ?? '', by: ANNA } as const;
  committed(await one.runtime.execute({ tenantId, instanceId, command }));
  expect(await activate(one, 'w1')).toMatchObject([{ instanceId }]);
});

it('a worker whose lease ran out can neither complete, fail nor extend, whether or not another took the job', async () => {
  const one = await store();
  await one.deploy(charge);
  await one.begin('charge');
  const [job] = await activate(one, 'slow', { timeoutMs: 100 });
  const jobId = job?.id ?? '';
  const late = { tenantId, jobId, lease: { worker: 'slow', attempt: 1 } };
  await wait(150);

  expect(await one.jobs.complete({ ...late, variables: {} })).toMatchObject({ ok: false, code: 'lease-lost' });
  const [again] = await activate(one, 'quick');
  expect(again).toMatchObject({ id: jobId, attempt: 2 });
  expect(await one.jobs.complete({ ...late, variables: {} })).toMatchObject({ ok: false, code: 'lease-lost' });
  expect(await one.jobs.fail({ ...late, message: 'late' })).toMatchObject({ ok: false, code: 'lease-lost' });
  expect(await one.jobs.extend({ ...late, timeoutMs: 1000 })).toMatchObject({ ok: false, code: 'lease-lost' });
  expect(await one.jobs.complete({ tenantId, jobId, lease: { worker: 'quick', attempt: 2 }, variables: {} })).toMatchObject({ ok: true });
});

it('a late worker does not ride on the lease of the one who has the job now, in one batch', async () => {
  const one = await store();
  await one.deploy(charge);
  await one.begin('charge');
  const [job] = await activate(one, 'slow', { timeoutMs: 50 });
  const [instanceId = '', jobKey = ''] = [job?.instanceId, job?.id.slice(job.id.lastIndexOf('e'))];
  await wait(100);
  await activate(one, 'quick');
  const fail = (worker: string, retries: number) =>
    one.runtime.execute({ tenantId, instanceId, command: { type: 'failJob', jobKey, message: worker, retries }, lease: { worker } });

  const [slow, quick] = await Promise.all([fail('slow', 7), fail('quick', 2)]);

  expect(slow).toMatchObject({ ok: false, code: 'lease-lost' });
  expect(quick).toMatchObject({ ok: true });
  expect(await activate(one, 'next')).toMatchObject([{ retries: 2 }]);
});

it('an extended lease holds', async () => {
  const one = await store();
  await one.deploy(charge);
  await one.begin('charge');
  const [job] = await activate(one, 'w1', { timeoutMs: 200 });
  const on = { tenantId, jobId: job?.id ?? '', lease: { worker: 'w1' } };

  expect(await one.jobs.extend({ ...on, timeoutMs: 60_000 })).toMatchObject({ ok: true });
  await wait(250);

  expect(await activate(one, 'w2')).toEqual([]);
  expect(await one.jobs.complete({ ...on, variables: {} })).toMatchObject({ ok: true });
});

it('a failure costs a try and comes back after its pause; the last one is an incident, which a retry lets go on', async () => {
  const one = await store();
  await one.deploy(charge);
  const { id: instanceId } = await one.begin('charge');
  const hints: string[] = [];
  one.jobs.onAvailable(({ type }) => hints.push(type));

  const [first] = await activate(one, 'w1');
  const jobId = first?.id ?? '';
  expect(await one.jobs.fail({ tenantId, jobId, lease: { worker: 'w1', attempt: 1 }, message: 'no', backoffMs: 150 })).toMatchObject({ ok: true, retries: 2 });
  expect(await activate(one, 'w1')).toEqual([]);
  await wait(220);
  expect(hints).toContain('charge');
  expect(await activate(one, 'w1')).toMatchObject([{ id: jobId, attempt: 2, retries: 2 }]);

  expect(await one.jobs.fail({ tenantId, jobId, lease: { worker: 'w1', attempt: 2 }, message: 'never', retries: 0 })).toMatchObject({ ok: true, retries: 0 });
  const [incident] = (await one.incidents.list({ tenantId, status: 'open', limit: 5 })).items;
  expect(incident).toMatchObject({ instanceId, code: 'job-failed', elementId: 'charge' });
  expect(await activate(one, 'w1')).toEqual([]);
  committed(
    await one.runtime.execute({ tenantId, instanceId, command: { type: 'resolveIncident', incidentKey: incident?.incidentKey ?? '', retries: 1, by: ANNA } }),
  );
  expect(await activate(one, 'w1')).toMatchObject([{ id: jobId, retries: 1 }]);
  expect(await one.incidents.get({ tenantId, incidentId: incident?.id ?? '' })).toMatchObject({ status: 'resolved' });
});
