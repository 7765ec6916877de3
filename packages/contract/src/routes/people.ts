import { z } from 'zod';
import { PERMISSIONS, ROLES } from '../access.ts';
import { defineRoute } from '../define-route.ts';
import { pageOf, pageQuery } from '../page.ts';
import { instant } from '../values.ts';

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLES)),
  groups: z.array(z.string()),
  isActive: z.boolean(),
  createdAt: instant(),
});
export type User = z.infer<typeof userSchema>;
/** A group's `name` is what `candidateGroups` says. */
export const groupSchema = z.object({ id: z.string(), name: z.string(), members: z.array(z.object({ id: z.string(), name: z.string() })) });
export type Group = z.infer<typeof groupSchema>;

const email = z.email().max(254);
const password = z.string().min(10).max(200);
const personName = z.string().trim().min(1).max(200);

export const getMe = defineRoute({
  method: 'GET',
  path: '/me',
  tag: 'People',
  summary: 'Who I am and what I may do',
  access: 'signed-in',
  response: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    groups: z.array(z.string()),
    permissions: z.array(z.enum(PERMISSIONS)),
    tenant: z.string(),
  }),
});
/** Whether this installation still waits for its first administrator. */
export const getSetup = defineRoute({
  method: 'GET',
  path: '/setup',
  tag: 'People',
  summary: 'Is there an administrator yet?',
  access: 'public',
  response: z.object({ isNeeded: z.boolean() }),
});
export const createFirstAdministrator = defineRoute({
  method: 'POST',
  path: '/setup',
  tag: 'People',
  summary: 'Create the first administrator with the one-time link',
  access: 'public',
  body: z.strictObject({ token: z.string().max(200), name: personName, email, password }),
  response: z.object({ id: z.string() }),
  status: 201,
});

const listed = { ...pageQuery, search: z.string().max(200).optional() };
/** Names only, to pick from; e-mail addresses and roles need `people:manage`. */
export const listPeople = defineRoute({
  method: 'GET',
  path: '/people',
  tag: 'People',
  summary: 'People and groups to choose from',
  access: { permission: 'people:read' },
  query: z.strictObject(listed),
  response: z.object({ users: z.array(z.object({ id: z.string(), name: z.string() })), groups: z.array(z.object({ id: z.string(), name: z.string() })) }),
});
export const listUsers = defineRoute({
  method: 'GET',
  path: '/users',
  tag: 'People',
  summary: 'Users',
  access: { permission: 'people:manage' },
  query: z.strictObject(listed),
  response: pageOf(userSchema),
});
export const createUser = defineRoute({
  method: 'POST',
  path: '/users',
  tag: 'People',
  summary: 'Create a user',
  access: { permission: 'people:manage' },
  body: z.strictObject({ name: personName, email, password, roles: z.array(z.enum(ROLES)).min(1), groups: z.array(z.string()).optional() }),
  response: userSchema,
  status: 201,
});
export const updateUser = defineRoute({
  method: 'PATCH',
  path: '/users/:id',
  tag: 'People',
  summary: 'Change name, roles, groups, password or activity',
  access: { permission: 'people:manage' },
  body: z.strictObject({
    name: personName.optional(),
    roles: z.array(z.enum(ROLES)).min(1).optional(),
    groups: z.array(z.string()).optional(),
    isActive: z.boolean().optional(),
    password: password.optional(),
  }),
  response: userSchema,
});
export const listGroups = defineRoute({
  method: 'GET',
  path: '/groups',
  tag: 'People',
  summary: 'Groups with their members',
  access: { permission: 'people:manage' },
  query: z.strictObject(listed),
  response: pageOf(groupSchema),
});
export const createGroup = defineRoute({
  method: 'POST',
  path: '/groups',
  tag: 'People',
  summary: 'Create a group',
  access: { permission: 'people:manage' },
  body: z.strictObject({ name: personName, members: z.array(z.string()).optional() }),
  response: groupSchema,
  status: 201,
});
export const updateGroup = defineRoute({
  method: 'PATCH',
  path: '/groups/:id',
  tag: 'People',
  summary: 'Rename, or set the members',
  access: { permission: 'people:manage' },
  body: z.strictObject({ name: personName.optional(), members: z.array(z.string()).optional() }),
  response: groupSchema,
});
export const deleteGroup = defineRoute({
  method: 'DELETE',
  path: '/groups/:id',
  tag: 'People',
  summary: 'Delete a group',
  access: { permission: 'people:manage' },
  status: 204,
});
