import { expect, test } from '@playwright/test';
import { ANNA, createAdministrator } from './support/people.ts';
import { fillStart, inbox, liveInstance, publishAndStart } from './support/running.ts';
import { Server } from './support/server.ts';

let server: Server;
test.beforeAll(async () => {
  server = await Server.create();
});
test.afterAll(() => server.stop());

test('from npm start to a finished approval, as the README says', async ({ page, context }) => {
  await test.step('1. Open the printed link, create your administrator', () => createAdministrator(page, server, ANNA));

  await test.step('2. On Processes choose the template Invoice approval: it opens in the designer', async () => {
    await page.getByRole('button', { name: 'Use the template Invoice approval' }).click();
    await expect(page.getByRole('application', { name: /^Diagram of Invoice approval/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Problems' })).toContainText('No problems');
  });

  await test.step('3. Publish, then Start one now: an amount over 1,000', async () => {
    await publishAndStart(page);
    await fillStart(page, 'Invoice approval', { supplier: 'Northwind Paper', number: 'INV-2026-1184', amount: '4820' });
    await expect(page.getByRole('heading', { level: 1, name: 'Invoice approval' })).toBeVisible();
  });

  await test.step('4. Open Inbox: the approval waits there. Decide', async () => {
    await page.getByRole('link', { name: /^Inbox/ }).click();
    const { row, task } = inbox(page);
    await row(/Approve invoice/).click();
    await expect(task.getByRole('heading', { name: 'Approve invoice' })).toBeVisible();
    await expect(task).toContainText('4,820.00 EUR');
    await task.getByRole('button', { name: /^Approve/ }).click();
    await expect(row(/Pay invoice/)).toBeVisible();
    await expect(row(/Approve invoice/)).toBeHidden();
  });

  await test.step('5. Open Instances and the one you started: the path it took, who decided what and when', async () => {
    await page.getByRole('link', { name: /^Instances/ }).click();
    await page.getByRole('table').getByRole('link').first().click();
    const { timeline, step } = liveInstance(page);
    await expect(timeline.getByRole('row', { name: /Approve invoice/ })).toContainText('Anna Berg: Approve');
    await expect(step('Approve invoice')).toHaveAccessibleName(/Done/);
    await expect(step('Approve automatically')).toHaveAccessibleName(/Not reached/);
  });

  await test.step('Start another and leave this page open: it moves by itself', async () => {
    await page.goto(`${server.url}/processes`);
    await page.getByRole('button', { name: 'Start Invoice approval' }).first().click();
    await fillStart(page, 'Invoice approval', { supplier: 'Contoso', number: 'INV-2026-1185', amount: '2000' });
    const { now, timeline } = liveInstance(page);
    await expect(now).toContainText('Waiting for Anna Berg');

    const elsewhere = await context.newPage();
    await elsewhere.goto(`${server.url}/inbox`);
    await inbox(elsewhere)
      .row(/Approve invoice/)
      .click();
    await inbox(elsewhere).task.getByRole('textbox', { name: /^Note/ }).fill('Twice the same invoice');
    await inbox(elsewhere)
      .task.getByRole('button', { name: /^Reject/ })
      .click();

    await expect(now).toContainText('Finished');
    await expect(timeline.getByRole('row', { name: /Approve invoice/ })).toContainText('Anna Berg: Reject, “Twice the same invoice”');
  });
});
