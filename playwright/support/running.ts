import { expect, type Locator, type Page } from '@playwright/test';

export interface Invoice {
  readonly supplier: string;
  readonly amount: string;
  readonly number?: string;
}

/** Fills in the start form that is open and starts. The page of the instance opens. */
export async function fillStart(page: Page, process: string, { supplier, amount, number }: Invoice): Promise<void> {
  const start = page.getByRole('dialog', { name: `Start ${process}` });
  await start.getByLabel('Supplier').fill(supplier);
  if (number) await start.getByLabel('Invoice number').fill(number);
  await start.getByLabel('Amount').fill(amount);
  await start.getByRole('button', { name: 'Start' }).click();
  await expect(page).toHaveURL(/\/instances\/[^/]+$/);
  await expect(page.getByRole('complementary', { name: 'Now and key facts' })).toBeVisible();
}

/** Publishes what the designer shows and goes on to its start form. */
export async function publishAndStart(page: Page, version = 1): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog', { name: 'Publish' }).getByRole('button', { name: 'Publish' }).click();
  await page
    .getByRole('dialog', { name: `Version ${version} is live` })
    .getByRole('button', { name: 'Start one now' })
    .click();
}

/** What the page of an instance says. */
export const liveInstance = (page: Page) => ({
  now: page.getByRole('complementary', { name: 'Now and key facts' }),
  timeline: page.getByRole('tabpanel', { name: /^Timeline/ }),
  /** A step of the diagram, as it is read out: "Approve invoice, Approval, Waiting for Finance ...". */
  step: (name: string): Locator =>
    page.getByRole('application', { name: /Arrow keys go from step to step/ }).getByRole('img', { name: new RegExp(`^${name}`) }),
});

export const inbox = (page: Page) => ({
  list: page.getByRole('region', { name: 'Tasks' }),
  row: (name: RegExp) => page.getByRole('region', { name: 'Tasks' }).getByRole('link', { name }),
  task: page.getByRole('region', { name: 'Open task' }),
});
