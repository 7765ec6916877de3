import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing that keeps somebody out: axe finds neither a serious nor a critical fault on what is shown, or in the part `within`. */
export async function expectAccessible(page: Page, screen: string, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const faults = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`);
  expect.soft(faults, screen).toEqual([]);
}

/** On a phone a page is read downwards only. */
export async function expectNoSidewaysScrolling(page: Page, screen: string): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(tooWide, `${screen}: pixels too wide`).toBeLessThanOrEqual(0);
}
