import { ROLES, type Role } from '@baton/contract';
import { DEFAULT_TENANT, type User } from '@baton/store';
import { createUser } from '../../people/create-user.ts';
import { setPassword } from '../../people/set-password.ts';
import type { Services } from '../../services.ts';
import { Attempts } from '../auth/attempts.ts';
import { hashToken } from '../auth/hash-token.ts';
import { actorOf, type Principal } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';

type Names =
  | 'getMe'
  | 'getSetup'
  | 'createFirstAdministrator'
  | 'listPeople'
  | 'listUsers'
  | 'createUser'
  | 'updateUser'
  | 'listGroups'
  | 'createGroup'
  | 'updateGroup'
  | 'deleteGroup';

export const peopleHandlers = (services: Services): Pick<Handlers, Names> => {
  const { store, signIn, onAccessChanged } = services;
  const setupAttempts = new Attempts({ attempts: 10, windowMs: 15 * 60_000 });
  const note = (principal: Principal, action: string, subject: string, detail: { readonly [name: string]: string | string[] | boolean } = {}) =>
    store.audit.append({ tenantId: principal.tenantId, by: actorOf(principal), action, subject, detail });

  return {
    getMe: async ({ principal: { id, name, email, roles, groups, permissions, tenantId } }) => ({
      body: { id, name, email, roles: [...roles], groups: [...groups], permissions: [...permissions], tenant: tenantId },
    }),

    getSetup: async () => ({ body: { isNeeded: !(await store.people.hasAdministrator(DEFAULT_TENANT)) } }),

    createFirstAdministrator: async ({ body: { token, ...person }, address }) => {
      setupAttempts.count(address);
      const isTaken = await store.people.takeSetupToken({ tenantId: DEFAULT_TENANT, hash: hashToken(token) });
      if (!isTaken)
        throw new HttpProblem('setup-link-invalid', 'Expected the one-time link that the server printed at its last start, but it is another, or it was used.');
      return { body: { id: await createUser(store, signIn, { tenantId: DEFAULT_TENANT, ...person, roles: ['administrator'], groups: [] }) } };
    },

    listPeople: async ({ query, principal: { tenantId } }) => ({ body: await store.people.pick({ tenantId, search: query.search }) }),

    listUsers: async ({ query, principal: { tenantId } }) => {
      const { items, nextCursor } = await store.people.listUsers({ tenantId, ...query });
      return { body: { items: items.map(publicUser), nextCursor } };
    },

    createUser: async ({ body: { groups = [], ...person }, principal }) => {
      const id = await createUser(store, signIn, { tenantId: principal.tenantId, ...person, groups });
      await note(principal, 'user.created', id, { roles: person.roles, groups });
      return { body: await userOf(services, principal, id) };
    },

    updateUser: async ({ params: { id }, body: { password, ...change }, principal }) => {
      const updated = granted(await store.people.updateUser({ tenantId: principal.tenantId, userId: id, ...change }));
      if (password !== undefined) await setPassword(store, signIn, id, password);
      await note(principal, 'user.updated', id, { changed: [...Object.keys(change), ...(password === undefined ? [] : ['password'])] });
      onAccessChanged(id);
      return { body: publicUser(updated.user) };
    },

    listGroups: async ({ query, principal: { tenantId } }) => ({ body: await store.people.listGroups({ tenantId, ...query }) }),

    createGroup: async ({ body, principal }) => {
      const { group } = granted(await store.people.createGroup({ tenantId: principal.tenantId, ...body }));
      await note(principal, 'group.created', group.id, { name: group.name });
      for (const member of group.members) onAccessChanged(member.id);
      return { body: group };
    },

    updateGroup: async ({ params: { id }, body, principal }) => {
      const { group } = granted(await store.people.updateGroup({ tenantId: principal.tenantId, id: groupId(id), ...body }));
      await note(principal, 'group.updated', id, { name: group.name });
      for (const member of group.members) onAccessChanged(member.id);
      return { body: group };
    },

    deleteGroup: async ({ params: { id }, principal }) => {
      if (!(await store.people.deleteGroup({ tenantId: principal.tenantId, id: groupId(id) }))) throw notFound('group');
      await note(principal, 'group.deleted', id);
      return { body: undefined };
    },
  };
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function groupId(id: string): string {
  if (!UUID.test(id)) throw notFound('group');
  return id;
}

async function userOf({ store }: Services, { tenantId }: Principal, userId: string) {
  const user = await store.people.user({ tenantId, userId });
  if (!user) throw notFound('user');
  return publicUser(user);
}

const publicUser = (user: User) => ({ ...user, roles: user.roles.filter(isRole) });
const isRole = (name: string): name is Role => ROLES.some((role) => role === name);
