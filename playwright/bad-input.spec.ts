import { expect, test } from '@playwright/test';
import { ANNA, addGroup, addUser, BEN, fillSignIn, signIn } from './support/people.ts';
import { approvedBy, waitingApproval, withCostCentre } from './support/processes.ts';
import { inbox } from './support/running.ts';
import { Server } from './support/server.ts';

const CARA = { name: 'Cara Meyer', email: 'cara@company.example', password: 'a long sentence of Cara' };
let server: Server;
test.beforeAll(async () => {
  server = await Server.create({ withKey: true });
  await addGroup(server, 'Finance');
  await addUser(server, ANNA, { roles: ['administrator'], groups: ['Finance'] });
  await addUser(server, BEN, { roles: ['member'], groups: ['Finance'] });
  await addUser(server, CARA, { roles: ['member'] });
});
test.afterAll(() => server.stop());

test('a wrong password: one sentence, and the next try works', async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await fillSignIn(page, { ...ANNA, password: 'not the password' });
  await expect(page.getByRole('alert')).toContainText('That email and password don’t belong together');
  await fillSignIn(page, ANNA);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/processes$/);
});

test('files that are no process: every problem is listed and nothing is created', async ({ page }) => {
  await signIn(page, server, ANNA);
  await page.getByRole('button', { name: 'Import JSON file' }).click();
  const dialog = page.getByRole('dialog', { name: 'New process' });
  const give = (text: string) =>
    dialog.getByLabel('JSON file').setInputFiles({ name: 'process.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  await give('{ "format": "baton.graph", ');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was imported');

  const graph = approvedBy('Finance');
  await give(JSON.stringify({ ...graph, elements: [...graph.elements, { id: 'magic', type: 'magicTask' }, { id: 'spell', type: 'spellTask' }] }));
  await expect(dialog.getByRole('alert')).toContainText('Nothing was imported: 2 problems in the file');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'magic' })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'spell' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Start with a process that already runs' })).toBeVisible();
});

test.describe('with a published approval', () => {
  test.beforeAll(() => server.api('POST', '/deployments', withCostCentre(approvedBy('Finance'))));

  test('a required field left empty: said on top and at the field, and the task stays', async ({ page }) => {
    const { task: id } = await waitingApproval(server);
    await signIn(page, server, BEN);
    await page.goto(`${server.url}/t/${id}`);
    await page.getByRole('button', { name: 'Approve' }).click();

    const summary = page.getByRole('alert').filter({ hasText: 'Cost centre' });
    await expect(summary).toBeFocused();
    await summary.getByRole('link', { name: /^Cost centre/ }).click();
    await expect(page.getByLabel('Cost centre')).toBeFocused();
    await expect(page.getByLabel('Cost centre')).toHaveAccessibleDescription(/./);

    await page.getByLabel('Cost centre').fill('4711');
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your decision: Approve' })).toBeVisible();
  });

  test('a task that was decided elsewhere in between: who and when, and nothing happens twice', async ({ page, browser }) => {
    const { task: id } = await waitingApproval(server);
    await signIn(page, server, ANNA);
    await page.goto(`${server.url}/t/${id}`);
    await expect(page.getByRole('button', { name: 'Approve' })).toBeEnabled();
    // Anna's page is cut off from what happens, so that she decides on what is no longer so.
    await page.context().setOffline(true);

    const bens = await (await browser.newContext()).newPage();
    await signIn(bens, server, BEN);
    await bens.goto(`${server.url}/t/${id}`);
    await bens.getByLabel('Cost centre').fill('4711');
    await bens.getByRole('button', { name: 'Approve' }).click();
    await expect(bens.getByRole('heading', { level: 1, name: 'Your decision: Approve' })).toBeVisible();

    await page.getByLabel('Cost centre').fill('4712');
    await page.context().setOffline(false);
    await expect(page.getByText(/^Ben Okafor decided this (just now|\d+ \w+ ago): Approve$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
  });

  test('a task of other people: not for you, and no form', async ({ page }) => {
    const { task: id } = await waitingApproval(server);
    await signIn(page, server, CARA);
    await page.goto(`${server.url}/t/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: 'There is no task here for you' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
  });
});

test('pages that are not there, or not for you, say so', async ({ page }) => {
  await signIn(page, server, CARA);
  for (const [path, title] of [
    ['/nowhere', 'There is no page here'],
    ['/instances/01a20a0d-6cdd-7813-a6a1-bb17dddef0b3', 'There is no such instance'],
    ['/t/01a20a0d-6cdd-7813-a6a1-bb17dddef0b3', 'There is no task here for you'],
    ['/admin/users', 'This isn’t for your role'],
    ['/processes/invoice-approval', 'This isn’t for your role'],
  ] as const) {
    await page.goto(server.url + path);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  await page.goto(`${server.url}/inbox`);
  await expect(inbox(page).list).toContainText('Nothing waiting for you');
});
