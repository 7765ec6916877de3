import { expect, type Page, test } from '@playwright/test';
import { Drawing } from './support/drawing.ts';
import { ANNA, addUser } from './support/people.ts';
import { inbox, liveInstance } from './support/running.ts';
import { Server } from './support/server.ts';

let server: Server;
test.beforeAll(async () => {
  server = await Server.create({ withKey: true });
  await addUser(server, ANNA, { roles: ['administrator'] });
});
test.afterAll(() => server.stop());

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Types a text where the focus is, and goes on to the next field. */
const type = async (page: Page, text: string) => {
  await page.keyboard.type(text);
  await press(page, 'Tab');
};

test('from sign-in to a decision without a mouse', async ({ page }) => {
  const drawing = new Drawing(page);
  const { board, element } = { board: drawing.board, element: drawing.element.bind(drawing) };

  await test.step('sign in', async () => {
    await page.goto(`${server.url}/sign-in`);
    await expect(page.getByLabel('Work email')).toBeFocused();
    await type(page, ANNA.email);
    await page.keyboard.type(ANNA.password);
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Start with a process that already runs' })).toBeVisible();
  });

  await test.step('a process from a template', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Use the template Invoice approval' }));
    await press(page, 'Enter');
    await expect(board).toBeFocused();
  });

  await test.step('add a step, name it, add another after it', async () => {
    await press(page, 'ArrowRight', 'ArrowRight');
    await expect(board).toHaveAttribute('aria-activedescendant', (await element('More than 1,000?').getAttribute('id')) ?? 'an id');
    await press(page, 'a');
    await expect(page.getByRole('menu', { name: 'What happens next?' })).toBeVisible();
    await press(page, 'h', 'Enter');
    await expect(board.getByRole('textbox', { name: /^Name of the/ })).toBeFocused();
    await page.keyboard.type('Call the supplier');
    await press(page, 'Enter');
    await expect(element('Call the supplier')).toBeVisible();
    await press(page, 'a', 'e', 'Enter');
    await page.keyboard.type('Called');
    await press(page, 'Enter');
    await expect(element('Call the supplier')).toHaveAccessibleName(/next: Called/);
  });

  await test.step('rename, connect, delete and take it back', async () => {
    await press(page, 'ArrowLeft', 'F2');
    await page.keyboard.type('Ring the supplier');
    await press(page, 'Enter');
    await expect(element('Ring the supplier')).toBeVisible();

    await press(page, 'c');
    await expect(page.getByRole('menu', { name: 'Connect to' })).toBeVisible();
    await press(page, 'p', 'Enter');
    await expect(element('Ring the supplier')).toHaveAccessibleName(/next: Called and Pay invoice/);
    await press(page, 'Control+z');
    await expect(element('Ring the supplier')).toHaveAccessibleName(/next: Called$/);

    await press(page, 'Delete');
    await expect(element('Ring the supplier')).toBeHidden();
    await press(page, 'Control+z');
    await expect(element('Ring the supplier')).toBeVisible();
    for (let undone = 0; undone < 5; undone++) await press(page, 'Control+z');
    await expect(element('Ring the supplier')).toBeHidden();
    await expect(drawing.problems).toContainText('No problems');
  });

  await test.step('publish and start one', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Publish' }), 'Shift+Tab');
    await press(page, 'Enter');
    const publish = page.getByRole('dialog', { name: 'Publish' });
    await tabTo(page, publish.getByRole('button', { name: 'Publish' }));
    await press(page, 'Enter');
    await expect(page.getByRole('dialog', { name: 'Version 1 is live' }).getByRole('button', { name: 'Start one now' })).toBeFocused();
    await press(page, 'Enter');
    const start = page.getByRole('dialog', { name: 'Start Invoice approval' });
    await tabTo(page, start.getByLabel('Supplier'));
    await type(page, 'Northwind Paper');
    await type(page, 'INV-7');
    await page.keyboard.type('4820');
    await press(page, 'Enter');
    await expect(liveInstance(page).now).toContainText('Waiting for Anna Berg');
  });

  await test.step('decide it in the inbox', async () => {
    await press(page, 'g', 'i');
    const { row, task } = inbox(page);
    await expect(row(/Approve invoice/)).toBeFocused();
    await press(page, 'j');
    await expect(task.getByRole('heading', { name: 'Approve invoice' })).toBeVisible();
    await press(page, 'a');
    await expect(row(/Pay invoice/)).toBeVisible();
    await press(page, 'g', 'n');
    await expect(page.getByRole('table')).toContainText('Pay invoice');
  });
});

/** Goes on with Tab until the focus is there; as many times as a page may have stops. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 60; stops++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await press(page, key);
  }
  await expect(target).toBeFocused();
}
