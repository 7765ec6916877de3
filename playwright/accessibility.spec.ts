import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from './support/axe.ts';
import { ANNA, addGroup, addUser, BEN, createAdministrator, signIn } from './support/people.ts';
import { approvedBy, stuckAtOnce, waitingApproval } from './support/processes.ts';
import { Server } from './support/server.ts';

let server: Server;
let instance: string;
let task: string;

const SCHEMES = ['light', 'dark'] as const;
const PHONE = { width: 390, height: 844 };

/** Pages are looked at at rest: a colour on its way to another isn't one that anybody reads. */
const newPage = async (browser: Browser, options: { readonly viewport?: typeof PHONE } = {}) =>
  (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();

async function inBothSchemes(page: Page, screen: string, within?: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page, `${screen}, ${colorScheme}`, within);
  }
}

test.beforeAll(async () => {
  server = await Server.create({ withKey: true });
});
test.afterAll(() => server.stop());

test('before anything is there: set-up, sign-in, no processes, no incidents', async ({ browser }) => {
  const page = await newPage(browser);
  await page.goto(server.setupLink);
  await expect(page.getByRole('button', { name: 'Create administrator' })).toBeVisible();
  await inBothSchemes(page, 'set-up');
  await createAdministrator(page, server, ANNA);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await inBothSchemes(page, 'no processes');
  await page.goto(`${server.url}/incidents`);
  await expect(page.getByRole('heading', { level: 1, name: 'All running' })).toBeVisible();
  await inBothSchemes(page, 'no incidents');

  const stranger = await newPage(browser);
  await stranger.goto(`${server.url}/sign-in`);
  await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await inBothSchemes(stranger, 'sign-in');
  await stranger.setViewportSize(PHONE);
  await expectNoSidewaysScrolling(stranger, 'sign-in');
});

test.describe('with processes that run', () => {
  test.beforeAll(async () => {
    await addGroup(server, 'Finance');
    await addUser(server, BEN, { roles: ['administrator', 'member'], groups: ['Finance'] });
    await server.api('POST', '/deployments', approvedBy('Finance'));
    await server.api('POST', '/deployments', stuckAtOnce);
    await server.api('POST', '/instances', { processKey: stuckAtOnce.key });
    ({ instance, task } = await waitingApproval(server, { supplier: 'Northwind Paper Mills and Daughters', amount: 48200.5, payBy: '2026-12-24' }));
  });

  test('the pages, light and dark', async ({ browser }) => {
    const page = await newPage(browser);
    await signIn(page, server, BEN);
    const pages: readonly (readonly [string, string, ReturnType<Page['getByRole']>])[] = [
      ['processes', '/processes', page.getByRole('heading', { level: 1, name: 'All processes' })],
      ['inbox', '/inbox?view=candidate', page.getByRole('link', { name: /Approve invoice/ })],
      ['inbox with an open task', `/inbox/${task}?view=candidate`, page.getByRole('button', { name: /^Approve/ })],
      ['task', `/t/${task}`, page.getByRole('button', { name: 'Approve' })],
      ['instances', '/instances', page.getByRole('link', { name: 'INV-2026-1184' })],
      ['live instance', `/instances/${instance}`, page.getByText('Waiting for Finance').first()],
      ['incidents', '/incidents', page.getByRole('button', { name: /Retry/ }).first()],
      ['users', '/admin/users', page.getByRole('row', { name: /Ben Okafor/ })],
      ['groups', '/admin/groups', page.getByRole('row', { name: /Finance/ })],
      ['profile', '/profile', page.getByRole('button', { name: 'Change password' })],
    ];
    for (const [screen, path, sign] of pages) {
      await page.goto(server.url + path);
      await expect(sign).toBeVisible();
      await inBothSchemes(page, screen);
    }
  });

  test('the designer and its dialogs, light and dark', async ({ browser }) => {
    const page = await newPage(browser);
    await signIn(page, server, BEN);
    await page.goto(`${server.url}/processes/invoice-approval`);
    const board = page.getByRole('application', { name: /^Diagram of/ });
    await board.getByRole('img', { name: /^Approve invoice/ }).click();
    await expect(page.getByRole('button', { name: 'Add a step after Approve invoice' })).toBeVisible();
    await inBothSchemes(page, 'designer');
    for (const tab of await page.getByRole('complementary', { name: 'Properties' }).getByRole('tab').all()) {
      await tab.click();
      await inBothSchemes(page, `designer, ${await tab.textContent()}`, 'aside[aria-label=Properties]');
    }
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByRole('dialog', { name: 'Publish' })).toBeVisible();
    await inBothSchemes(page, 'publish');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Start Invoice approval' }).getByLabel('Supplier')).toBeVisible();
    await inBothSchemes(page, 'start');
  });

  test('on a phone: inbox, task and live instance, without scrolling sideways', async ({ browser }) => {
    const page = await newPage(browser, { viewport: PHONE });
    await signIn(page, server, BEN);
    for (const [screen, path, sign] of [
      ['inbox', '/inbox?view=candidate', page.getByRole('link', { name: /Approve invoice/ })],
      ['task', `/t/${task}`, page.getByRole('button', { name: 'Approve' })],
      ['live instance', `/instances/${instance}`, page.getByRole('region', { name: 'Steps' })],
    ] as const) {
      await page.goto(server.url + path);
      await expect(sign).toBeVisible();
      await expectNoSidewaysScrolling(page, screen);
      await inBothSchemes(page, `${screen} on a phone`);
    }
  });
});
