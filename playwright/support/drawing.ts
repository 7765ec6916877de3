import { expect, type Locator, type Page } from '@playwright/test';

/** Where something is put down: so far right of and below the middle of something that is there. */
export interface Place {
  readonly from: string;
  readonly right: number;
  readonly below: number;
}

/** Just outside a shape, where a new flow can be pulled from it. */
const RING = 4;

/** A person's hand over the designer's canvas: it points, presses and types, and knows nothing of the drawing's inside. */
export class Drawing {
  readonly board: Locator;
  readonly problems: Locator;
  readonly properties: Locator;

  constructor(private readonly page: Page) {
    this.board = page.getByRole('application', { name: /^Diagram of/ });
    this.problems = page.getByRole('region', { name: 'Problems' });
    this.properties = page.getByRole('complementary', { name: 'Properties' });
  }

  /** An element as it is read out: "Approve invoice, Approval, next: Approved". */
  element(name: string): Locator {
    return this.board.getByRole('img', { name: new RegExp(`^${escaped(name)}(,|$)`) });
  }

  /** From the palette to a place on the board; the name is typed where the new element stands. */
  async drag(kind: string, to: Place, name: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    const { x, y, width, height } = await boxOf(this.element(to.from));
    const [left, top] = [x + width / 2 + to.right, y + height / 2 + to.below];
    await this.palette(kind).hover();
    await this.page.mouse.down();
    await this.page.mouse.move(left - 30, top - 20, { steps: 6 });
    await this.page.mouse.move(left, top, { steps: 3 });
    await this.page.mouse.up();
    await this.typeName(name);
  }

  /** A double click, and the new name where the old one stood. */
  async rename(from: string, to: string): Promise<void> {
    await this.element(from).dblclick();
    await this.typeName(to);
  }

  /** By the plus behind an element. */
  async append(after: string, kind: string, name: string): Promise<void> {
    await this.element(after).click();
    await this.page.getByRole('button', { name: `Add a step after ${after}` }).click();
    await this.page.getByRole('menu', { name: 'What happens next?' }).getByRole('menuitem', { name: kind }).click();
    await this.typeName(name);
  }

  /** Pulls a flow from the lower side of one element onto another. */
  async connect(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    const [start, end] = [await boxOf(this.element(from)), await boxOf(this.element(to))];
    await this.element(from).hover();
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height + RING, { steps: 4 });
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height + 40, { steps: 4 });
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
    await this.page.mouse.up();
  }

  async openProperties(name: string, tab: string): Promise<void> {
    await this.element(name).click();
    await expect(this.properties.getByRole('heading', { name })).toBeVisible();
    await this.properties.getByRole('tab', { name: tab }).click();
  }

  async addField(kind: string, label: string): Promise<void> {
    await this.properties.getByRole('button', { name: 'Add field' }).click();
    await this.page.getByRole('menuitem', { name: kind, exact: true }).click();
    await this.properties.getByRole('textbox', { name: 'Label' }).fill(label);
    await this.properties.getByRole('switch', { name: 'Has to be filled in' }).check();
    await expect(this.properties.getByRole('button', { name: new RegExp(`^${label}`) })).toBeVisible();
  }

  private palette(kind: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Palette' }).getByRole('button', { name: new RegExp(`^${kind}`) });
  }

  private async typeName(name: string): Promise<void> {
    await expect(this.board.getByRole('textbox', { name: /^Name of the/ })).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(this.element(name)).toBeVisible();
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function boxOf(shown: Locator) {
  const box = await shown.boundingBox();
  if (!box) throw new Error(`Expected ${shown} to be in the picture, but it isn't.`);
  return box;
}
