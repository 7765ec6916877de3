import { expect, test } from '@playwright/test';
import { Drawing } from './support/drawing.ts';
import { ANNA, BEN, createAdministrator, signIn } from './support/people.ts';
import { fillStart, inbox, liveInstance, publishAndStart } from './support/running.ts';
import { Server } from './support/server.ts';

let server: Server;
test.beforeAll(async () => {
  server = await Server.create();
});
test.afterAll(() => server.stop());

test('Anna draws an approval by hand, publishes and starts it; Ben decides; Anna watches it finish', async ({ page, browser }) => {
  await test.step('Anna is the first administrator, by the printed link', () => createAdministrator(page, server, ANNA));

  await test.step('she makes the user Ben and the group Finance with him in it', async () => {
    await page.getByRole('link', { name: 'Admin' }).click();
    await page.getByRole('button', { name: 'New user' }).click();
    const user = page.getByRole('dialog', { name: 'New user' });
    await user.getByLabel('Name').fill(BEN.name);
    await user.getByLabel('Work email').fill(BEN.email);
    await user.getByRole('textbox', { name: 'First password' }).fill(BEN.password);
    await user.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('row', { name: /Ben Okafor/ })).toContainText('Active');

    await page
      .getByRole('link', { name: 'Groups' })
      .or(page.getByRole('tab', { name: 'Groups' }))
      .click();
    await page.getByRole('button', { name: 'New group' }).click();
    const group = page.getByRole('dialog', { name: 'New group' });
    await group.getByLabel('Name').fill('Finance');
    await group.getByRole('combobox', { name: 'Members' }).fill('Ben');
    await page.getByRole('option', { name: /Ben Okafor/ }).click();
    await page.keyboard.press('Tab');
    await group.getByRole('button', { name: 'Create group' }).click();
    await expect(page.getByRole('row', { name: /Finance/ })).toContainText('Ben Okafor');
  });

  const bens = await (await browser.newContext()).newPage();
  await test.step('Ben signs in, in a browser of his own, and has nothing to do', async () => {
    await signIn(bens, server, BEN);
    await expect(bens).toHaveURL(/\/inbox/);
    await expect(inbox(bens).list).toContainText('Nothing waiting for you');
  });

  const drawing = new Drawing(page);
  await test.step('Anna opens an empty canvas', async () => {
    await page.getByRole('link', { name: 'Processes' }).click();
    await page.getByRole('button', { name: 'Blank process' }).click();
    await page.getByLabel('What is it called?').fill('Invoice approval');
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expect(drawing.board).toBeFocused();
  });

  await test.step('on it is a start; she draws the rest: decision, approval, two ends', async () => {
    await drawing.rename('Start', 'Invoice received');
    await drawing.append('Invoice received', 'Decision', 'Large amount?');
    await drawing.drag('Approval', { from: 'Large amount?', right: 180, below: -120 }, 'Approve invoice');
    await drawing.connect('Large amount?', 'Approve invoice');
    await drawing.append('Approve invoice', 'End', 'Decided');
    await drawing.drag('End', { from: 'Large amount?', right: 200, below: 100 }, 'Small enough');
    await drawing.connect('Large amount?', 'Small enough');
    await expect(drawing.element('Large amount?')).toHaveAccessibleName(/next: Approve invoice and Small enough/);
  });

  await test.step('the start asks for supplier and amount', async () => {
    await drawing.openProperties('Invoice received', 'Form');
    await drawing.addField('Text', 'Supplier');
    await drawing.addField('Money', 'Amount');
  });

  await test.step('Finance approves, and only above 1000', async () => {
    await drawing.openProperties('Approve invoice', 'People');
    await drawing.properties.getByRole('combobox', { name: 'Groups' }).click();
    await page.getByRole('option', { name: 'Finance' }).click();
    await page.keyboard.press('Escape');

    await expect(drawing.problems).not.toContainText('No problems');
    await drawing.openProperties('Large amount?', 'Rules');
    const toApproval = drawing.properties.getByRole('region', { name: 'To Approve invoice' });
    await toApproval.getByRole('combobox', { name: 'What is asked' }).selectOption('Amount');
    const large = drawing.properties.getByRole('region', { name: /Amount is more than/ });
    await large.getByRole('textbox', { name: 'Value' }).fill('1000');
    await large.getByRole('textbox', { name: 'Value' }).press('Enter');
    await drawing.properties.getByRole('region', { name: 'To Small enough' }).getByRole('switch', { name: 'Default' }).check();
    await expect(drawing.problems).toContainText('No problems');
  });

  await test.step('she publishes and starts one over the limit, and watches it', async () => {
    await publishAndStart(page);
    await fillStart(page, 'Invoice approval', { supplier: 'Northwind Paper', amount: '4820' });
    await expect(liveInstance(page).now).toContainText('Waiting for Finance');
    await expect(liveInstance(page).step('Approve invoice')).toHaveAccessibleName(/Waiting for Finance/);
  });

  await test.step('Ben gets the task without a reload and approves', async () => {
    await inbox(bens)
      .row(/Approve invoice/)
      .click();
    await inbox(bens).task.getByRole('textbox', { name: /^Note/ }).fill('Matches the order');
    await inbox(bens)
      .task.getByRole('button', { name: /^Approve/ })
      .click();
    await expect(inbox(bens).row(/Approve invoice/)).toHaveCount(0);
  });

  await test.step('Anna sees it finish without a reload: status, path, who decided', async () => {
    const { now, timeline, step } = liveInstance(page);
    await expect(page.getByRole('main')).toContainText('Done');
    await expect(now).toContainText('Finished');
    await expect(step('Decided')).toHaveAccessibleName(/Done/);
    await expect(step('Small enough')).toHaveAccessibleName(/Not reached/);
    await expect(timeline.getByRole('row', { name: /Approve invoice/ })).toContainText('Ben Okafor: Approve, “Matches the order”');
  });
});
