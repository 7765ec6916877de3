import { expect, test } from '@playwright/test';
import { Drawing } from './support/drawing.ts';
import { ANNA, addGroup, addUser, BEN, signIn } from './support/people.ts';
import { approvedBy, waitingApproval } from './support/processes.ts';
import { inbox, liveInstance } from './support/running.ts';
import { Server } from './support/server.ts';

let server: Server;
test.beforeAll(async () => {
  server = await Server.create({ withKey: true });
  await addGroup(server, 'Finance');
  await addUser(server, ANNA, { roles: ['administrator'] });
  await addUser(server, BEN, { roles: ['member'], groups: ['Finance'] });
  await server.api('POST', '/deployments', approvedBy('Finance'));
});
test.afterAll(() => server.stop());

test('a reload in the middle of drawing loses nothing', async ({ page }) => {
  await server.api('POST', '/processes', { name: 'Half drawn' });
  await signIn(page, server, ANNA);
  await page
    .getByRole('link', { name: 'Open Half drawn' })
    .or(page.getByRole('button', { name: 'Open Half drawn' }))
    .click();
  const drawing = new Drawing(page);
  await drawing.rename('Start', 'Order received');
  await drawing.append('Order received', 'Human task', 'Pack it');

  await page.reload();

  await expect(drawing.element('Order received')).toHaveAccessibleName(/next: Pack it/);
  await drawing.append('Pack it', 'End', 'Sent');
  await expect(drawing.element('Pack it')).toHaveAccessibleName(/next: Sent/);
});

test('a kill -9 in the middle: the session, the draft, the instance and the live view go on', async ({ page, browser }) => {
  const { instance } = await waitingApproval(server);
  await signIn(page, server, ANNA);
  await page.goto(`${server.url}/instances/${instance}`);
  const { now, timeline, step } = liveInstance(page);
  await expect(now).toContainText('Waiting for Finance');

  const bens = await (await browser.newContext()).newPage();
  await signIn(bens, server, BEN);
  await bens.getByRole('link', { name: /^My groups/ }).click();
  await inbox(bens)
    .row(/Approve invoice/)
    .click();
  const note = inbox(bens).task.getByRole('textbox', { name: /^Note/ });
  await note.fill('Ordered in October');
  await expect(inbox(bens).task).toContainText(/Draft saved/);

  await server.kill();
  await expect(page.getByText('Live updates paused, reconnecting')).toBeVisible();
  await server.start();

  await expect(page.getByText('Live updates paused, reconnecting')).toBeHidden();
  await expect(now).toContainText('Waiting for');
  await bens.reload();
  await expect(note).toHaveValue('Ordered in October');
  await inbox(bens)
    .task.getByRole('button', { name: /^Reject/ })
    .click();

  await expect(now).toContainText('Finished');
  await expect(step('Invoice rejected')).toHaveAccessibleName(/Done/);
  await expect(timeline.getByRole('row', { name: /Approve invoice/ })).toContainText('Ben Okafor: Reject, “Ordered in October”');
  await page.reload();
  await expect(page.getByRole('button', { name: /^Anna Berg/ })).toBeVisible();
});

test('a kill -9 right after a start was acknowledged: the instance is there', async ({ page }) => {
  const started = await server.api<{ id: string }>('POST', '/instances', {
    processKey: 'invoice-approval',
    businessKey: 'INV-2',
    variables: { supplier: 'Contoso', invoiceNumber: 'INV-2', amount: 2000 },
  });
  await server.kill();
  await server.start();

  await signIn(page, server, ANNA);
  await page.goto(`${server.url}/instances/${started.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'INV-2' })).toBeVisible();
  await expect(liveInstance(page).now).toContainText('Waiting for Finance');
});
