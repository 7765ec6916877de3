import { expect, type Page } from '@playwright/test';
import type { Server } from './server.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const ANNA: Person = { name: 'Anna Berg', email: 'anna@company.example', password: 'a long sentence of Anna' };
export const BEN: Person = { name: 'Ben Okafor', email: 'ben@company.example', password: 'a long sentence of Ben' };

/** Opens the link that the server printed and becomes its first administrator. */
export async function createAdministrator(page: Page, server: Server, person: Person): Promise<void> {
  await page.goto(server.setupLink);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Work email').fill(person.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page).toHaveURL(/\/processes$/);
}

/** Signs in on the page that is open, which is the sign-in page. */
export async function fillSignIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Work email').fill(person.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signIn(page: Page, server: Server, person: Person): Promise<void> {
  await page.goto(`${server.url}/sign-in`);
  await fillSignIn(page, person);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

type Role = 'administrator' | 'designer' | 'operator' | 'member';

/** Somebody a test needs but doesn't watch being made. */
export const addUser = (server: Server, person: Person, more: { readonly roles: readonly Role[]; readonly groups?: readonly string[] }) =>
  server.api<{ id: string }>('POST', '/users', { ...person, ...more });

export const addGroup = (server: Server, name: string) => server.api<{ id: string }>('POST', '/groups', { name });
