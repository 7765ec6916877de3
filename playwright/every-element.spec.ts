import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { Drawing } from './support/drawing.ts';
import { everyElement } from './support/every-element.ts';
import { ANNA, addUser, signIn } from './support/people.ts';
import { Server } from './support/server.ts';

test.describe.configure({ timeout: 240_000 });

let server: Server;
test.beforeAll(async () => {
  server = await Server.create({ withKey: true });
  await addUser(server, ANNA, { roles: ['administrator'] });
  await server.api('POST', '/processes', { key: everyElement.key, name: everyElement.name });
});
test.afterAll(() => server.stop());

const { elements, artifacts = [], pools = [], lanes = [], messageFlows = [] } = everyElement;
const drawnIds = [...elements, ...artifacts, ...pools, ...lanes, ...messageFlows].map(({ id }) => id);
const inClosed = new Set(elements.filter(({ parent }) => parent?.startsWith('closed-')).map(({ id }) => id));

async function importEverything(page: Page): Promise<Drawing> {
  const drawing = new Drawing(page);
  await signIn(page, server, ANNA);
  await page.goto(`${server.url}/processes/${everyElement.key}`);
  await expect(drawing.board).toBeVisible();
  const file = { name: 'every-element.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(everyElement)) };
  await page.getByLabel('JSON file to import').setInputFiles(file);
  await expect(page.getByText(`Imported ${elements.length} elements`).first()).toBeVisible();
  return drawing;
}

test('everything that can be drawn is on the board, in the outline, and keeps nobody out', async ({ browser }) => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  const drawing = await importEverything(page);
  await drawing.board.focus();
  await page.keyboard.press('Shift+1');

  await test.step('on the board', async () => {
    const shown = await drawing.board.locator('[data-element-id][role=img]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-element-id')));
    expect(drawnIds.filter((id) => !inClosed.has(id) && !shown.includes(id))).toEqual([]);
  });

  await test.step('in the outline', async () => {
    await page.keyboard.press('o');
    const listed = await page.getByRole('treeitem').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-outline-id')));
    expect(drawnIds.filter((id) => !listed.includes(id))).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page, `every element, ${colorScheme}`);
  }
});

test('More finds an element by its name and puts it down, without a mouse', async ({ page }) => {
  const drawing = await importEverything(page);
  const more = page.getByRole('toolbar', { name: 'Palette' }).getByRole('button', { name: 'More' });

  await test.step('a data store, by typing', async () => {
    await more.focus();
    await page.keyboard.press('Enter');
    const search = page.getByRole('combobox', { name: /^All elements/ });
    await expect(search).toBeFocused();
    await expectAccessible(page, 'all elements', '[role=dialog]');
    await page.keyboard.type('data st');
    await expect(page.getByRole('option', { name: 'Data store' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(drawing.board.getByRole('textbox', { name: 'Name of the data store' })).toBeFocused();
    await page.keyboard.type('Archive');
    await page.keyboard.press('Enter');
    await expect(drawing.element('Archive')).toHaveAccessibleName('Archive, Data store');
  });

  await test.step('an escalation border event on the step that is selected', async () => {
    await drawing.element('Confirm order').click();
    await page.keyboard.press('b');
    await page.getByRole('menuitem', { name: /^More/ }).press('Enter');
    await page.keyboard.type('escalation');
    await page.keyboard.press('Enter');
    await expect(drawing.element('Escalation border event').first()).toBeVisible();
  });

  await test.step('a step becomes a call', async () => {
    // The toolbar of the border event lies over its step.
    await drawing.board.focus();
    await page.keyboard.press('Escape');
    await drawing.element('Confirm order').click();
    await page.keyboard.press('r');
    await page.getByRole('menuitem', { name: 'Call a process' }).press('Enter');
    await expect(drawing.element('Confirm order')).toHaveAccessibleName(/^Confirm order, Call a process/);
    await page.keyboard.press('Control+z');
    await expect(drawing.element('Confirm order')).toHaveAccessibleName(/^Confirm order, Human task/);
  });
});

test('a pool is named, moved with all that is in it and taken back', async ({ page }) => {
  // Places are measured: the view must not be on its way still.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const drawing = await importEverything(page);
  await drawing.board.focus();
  await page.keyboard.press('o');
  await page.getByRole('treeitem', { name: /^Shop/ }).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Web shop');
  await page.keyboard.press('Enter');
  await expect(drawing.element('Web shop')).toBeVisible();

  // Beside the other pool, because the view may move meanwhile.
  const left = async (name: string) => (await drawing.element(name).boundingBox())?.x ?? Number.NaN;
  const middle = async (name: string) => (await left(name)) - (await left('Customer'));
  const [pool, step] = [await middle('Web shop'), await middle('Ship goods')];
  await drawing.board.focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const by = (await middle('Web shop')) - pool;
  expect(by).toBeGreaterThan(0);
  expect((await middle('Ship goods')) - step).toBeCloseTo(by, 0);

  await page.keyboard.press('Control+z');
  expect(await middle('Ship goods')).toBeCloseTo(step, 0);
});

test('everything that is drawn can be selected and has its properties', async ({ page }) => {
  const drawing = await importEverything(page);
  await drawing.board.focus();
  await page.keyboard.press('o');
  for (const id of drawnIds.filter((each) => !inClosed.has(each))) {
    await page.locator(`[data-outline-id="${id}"]`).click();
    await expect(drawing.properties.getByRole('textbox', { name: 'Notes' }), id).toBeVisible();
  }
});

test('a decision table is filled in by keys and by what a spreadsheet copied', async ({ page }) => {
  const drawing = await importEverything(page);
  await drawing.board.focus();
  await page.keyboard.press('o');
  await page.getByRole('treeitem', { name: /^Business Rule Task/ }).click();
  await drawing.properties.getByRole('button', { name: 'Make a decision table' }).click();
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true });

  await test.step('Enter goes down and adds a rule', async () => {
    await page.getByRole('combobox', { name: /^Question 1/ }).click();
    await page.keyboard.type('amount');
    await page.keyboard.press('ArrowDown');
    await expect(cell('Rule 1, amount')).toBeFocused();
    await page.keyboard.type('> 1000');
    await page.keyboard.press('Tab');
    await page.keyboard.type('"boss"');
    await page.keyboard.press('Enter');
    await expect(cell('Rule 2, result')).toBeFocused();
    await expect(cell('Rule 1, amount')).toHaveValue('> 1000');
    await expect(cell('Rule 1, result')).toHaveValue('"boss"');
  });

  await test.step('cells of a spreadsheet are pasted, with rules for them', async () => {
    await cell('Rule 2, amount').focus();
    await cell('Rule 2, amount').evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '> 100\t"lead"\n-\t"nobody"\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(cell('Rule 3, result')).toHaveValue('"nobody"');
  });

  await test.step('large, a rule is moved and one step back undoes it', async () => {
    await drawing.properties.getByRole('button', { name: 'Open large' }).click();
    const dialog = page.getByRole('dialog', { name: 'Business Rule Task' });
    await expectAccessible(page, 'decision table', '[role=dialog]');
    await dialog.getByRole('textbox', { name: 'Rule 3, result', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(dialog.getByRole('textbox', { name: 'Rule 2, result', exact: true })).toHaveValue('"nobody"');
    await expect(dialog.getByRole('textbox', { name: 'Rule 2, result', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(drawing.properties.getByRole('button', { name: 'Open large' })).toBeFocused();
    await drawing.board.focus();
    await page.keyboard.press('Control+z');
    await expect(cell('Rule 2, result')).toHaveValue('"lead"');
  });
});
