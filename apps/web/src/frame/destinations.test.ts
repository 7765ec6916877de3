import { permissionsOf, type Role } from '@baton/contract';
import { expect, it } from 'vitest';
import { landingPageOf } from '../api/session.ts';
import { tokenOf } from '../sign-in/token-of.ts';
import { destinationsOf, isWithin } from './destinations.ts';

const withRole = (...roles: Role[]) => ({ permissions: [...permissionsOf(roles)] });

it.each<[Role, string, string]>([
  ['member', '/inbox', 'inbox processes instances'],
  ['designer', '/processes', 'inbox processes instances incidents'],
  ['operator', '/incidents', 'inbox processes instances incidents'],
  ['administrator', '/processes', 'inbox processes instances incidents admin'],
])('a %s begins at %s and sees %s', (role, landing, seen) => {
  expect(landingPageOf(withRole(role))).toBe(landing);
  expect(
    destinationsOf(withRole(role))
      .map(({ id }) => id)
      .join(' '),
  ).toBe(seen);
});

it('knows the part of the product a path belongs to', () => {
  const [, processes] = destinationsOf(withRole('designer'));

  expect([processes && isWithin('/processes/leave', processes), processes && isWithin('/processes-old', processes)]).toEqual([true, false]);
});

it('finds the token of a one-time link', () => {
  expect([tokenOf('#abc_-1'), tokenOf('#token=abc'), tokenOf('#'), tokenOf(''), tokenOf('#other=1')]).toEqual(['abc_-1', 'abc', null, null, null]);
});
