import { decodeCursor, isText, pageOf } from '../cursor.ts';
import type { Prisma, PrismaClient } from '../generated/client.ts';
import { newId } from '../ids.ts';
import { refused } from '../result.ts';
import type { Group, PeopleStore, User } from './people-store.ts';

const PICKED = 50;
const ADMINISTRATOR = 'administrator';
const WITH_GROUPS = { groups: { include: { group: { select: { name: true } } } } } as const;
const WITH_MEMBERS = { members: { include: { user: { select: { id: true, name: true } } } } } as const;

type UserRow = Prisma.UserGetPayload<{ include: typeof WITH_GROUPS }>;
type GroupRow = Prisma.GroupGetPayload<{ include: typeof WITH_MEMBERS }>;

export function createPeopleStore(prisma: PrismaClient): PeopleStore {
  const findUser = (tenantId: string, id: string, client: Prisma.TransactionClient = prisma) =>
    client.user.findFirst({ where: { tenantId, id }, include: WITH_GROUPS });
  const findGroup = (tenantId: string, id: string, client: Prisma.TransactionClient = prisma) =>
    client.group.findUnique({ where: { tenantId_id: { tenantId, id } }, include: WITH_MEMBERS });
  const noGroup = (id: string) => refused('not-found', `Expected a group ${id}, but there is none.`);

  /** Sets the members of a group; false if one of them isn't a user of the tenant. */
  async function setMembers(client: Prisma.TransactionClient, tenantId: string, groupId: string, members: readonly string[]): Promise<boolean> {
    const ids = [...new Set(members)];
    const known = await client.user.count({ where: { tenantId, id: { in: ids } } });
    if (known !== ids.length) return false;
    await client.groupMember.deleteMany({ where: { tenantId, groupId, userId: { notIn: ids } } });
    await client.groupMember.createMany({ data: ids.map((userId) => ({ tenantId, groupId, userId })), skipDuplicates: true });
    return true;
  }

  async function nameIsTaken(client: Prisma.TransactionClient, tenantId: string, name: string, exceptId: string | null): Promise<boolean> {
    return (await client.group.count({ where: { tenantId, name, ...(exceptId ? { id: { not: exceptId } } : {}) } })) > 0;
  }
  const taken = (name: string) => refused('already-exists', `Expected a name that no group has, but "${name}" is taken.`);
  const unknownMember = () => refused('not-found', 'Expected members that are users, but one of them is none.');

  return {
    async user({ tenantId, userId }) {
      const row = await findUser(tenantId, userId);
      return row && userOf(row);
    },

    async listUsers({ tenantId, search, limit, cursor }) {
      const after = decodeCursor(cursor, [isText, isText]);
      const rows = await prisma.user.findMany({
        where: { tenantId, AND: [searched(search), after ? afterName(String(after[0]), String(after[1])) : {}] },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: limit + 1,
        include: WITH_GROUPS,
      });
      return pageOf(rows, limit, { toItem: userOf, toCursor: (row) => [row.name, row.id] });
    },

    async pick({ tenantId, search }) {
      const select = { id: true, name: true };
      const [users, groups] = await Promise.all([
        prisma.user.findMany({ where: { tenantId, isActive: true, ...searched(search) }, orderBy: { name: 'asc' }, take: PICKED, select }),
        prisma.group.findMany({
          where: { tenantId, ...(search ? { name: { contains: search, mode: 'insensitive' } } : {}) },
          orderBy: { name: 'asc' },
          take: PICKED,
          select,
        }),
      ]);
      return { users, groups };
    },

    async updateUser({ tenantId, userId, name, roles, groups, isActive }) {
      return prisma.$transaction(async (client) => {
        // Changes of users wait for each other, so that two administrators can't demote each other at once.
        await client.$executeRaw`SELECT 1 FROM tenant WHERE id = ${tenantId} FOR UPDATE`;
        const before = await findUser(tenantId, userId, client);
        if (!before) return refused('not-found', `Expected a user ${userId}, but there is none.`);
        const staysAdministrator = (roles ?? before.roles).includes(ADMINISTRATOR) && (isActive ?? before.isActive);
        const others = await client.user.count({ where: { tenantId, isActive: true, roles: { has: ADMINISTRATOR }, id: { not: userId } } });
        if (before.roles.includes(ADMINISTRATOR) && before.isActive && !staysAdministrator && others === 0)
          return refused('in-use', 'Expected another active administrator to be left, but this is the last one.');
        if (groups) {
          const found = await client.group.findMany({ where: { tenantId, name: { in: [...groups] } }, select: { id: true } });
          if (found.length !== new Set(groups).size) return refused('not-found', 'Expected names of groups, but one of them is none.');
          await client.groupMember.deleteMany({ where: { tenantId, userId } });
          await client.groupMember.createMany({ data: found.map(({ id }) => ({ tenantId, userId, groupId: id })) });
        }
        await client.user.update({
          where: { id: userId },
          data: { ...(name === undefined ? {} : { name }), ...(roles ? { roles: [...roles] } : {}), ...(isActive === undefined ? {} : { isActive }) },
        });
        if (isActive === false) await client.session.deleteMany({ where: { userId } });
        const after = await findUser(tenantId, userId, client);
        return after ? { ok: true as const, user: userOf(after) } : refused('not-found', `Expected a user ${userId}, but there is none.`);
      });
    },

    async listGroups({ tenantId, search, limit, cursor }) {
      const after = decodeCursor(cursor, [isText]);
      const rows = await prisma.group.findMany({
        where: { tenantId, AND: [search ? { name: { contains: search, mode: 'insensitive' } } : {}, after ? { name: { gt: String(after[0]) } } : {}] },
        orderBy: { name: 'asc' },
        take: limit + 1,
        include: WITH_MEMBERS,
      });
      return pageOf(rows, limit, { toItem: groupOf, toCursor: (row) => [row.name] });
    },

    async createGroup({ tenantId, name, members = [] }) {
      return writeGroup(async (client) => {
        if (await nameIsTaken(client, tenantId, name, null)) return taken(name);
        const { id } = await client.group.create({ data: { tenantId, id: newId(), name } });
        if (!(await setMembers(client, tenantId, id, members))) throw new Undo(unknownMember());
        const made = await findGroup(tenantId, id, client);
        return made ? { ok: true as const, group: groupOf(made) } : noGroup(id);
      });
    },

    async updateGroup({ tenantId, id, name, members }) {
      return writeGroup(async (client) => {
        if (!isUuid(id) || !(await findGroup(tenantId, id, client))) return noGroup(id);
        if (name !== undefined && (await nameIsTaken(client, tenantId, name, id))) return taken(name);
        if (name !== undefined) await client.group.update({ where: { tenantId_id: { tenantId, id } }, data: { name } });
        if (members && !(await setMembers(client, tenantId, id, members))) throw new Undo(unknownMember());
        const after = await findGroup(tenantId, id, client);
        return after ? { ok: true as const, group: groupOf(after) } : noGroup(id);
      });
    },

    async deleteGroup({ tenantId, id }) {
      if (!isUuid(id)) return false;
      return (await prisma.group.deleteMany({ where: { tenantId, id } })).count > 0;
    },

    async names({ tenantId, identities }) {
      const wanted = [...new Set(identities)];
      if (!wanted.length) return new Map();
      const found = await prisma.user.findMany({
        where: { tenantId, OR: [{ id: { in: wanted } }, { email: { in: wanted.map((one) => one.toLowerCase()) } }] },
        select: { id: true, name: true, email: true },
      });
      const named = new Map(found.flatMap((user) => [[user.id, user] as const, [user.email, user] as const]));
      return new Map(
        wanted.flatMap((one) => {
          const user = named.get(one) ?? named.get(one.toLowerCase());
          return user ? [[one, { id: user.id, name: user.name }] as const] : [];
        }),
      );
    },

    async apiKey(hash) {
      const key = await prisma.apiKey.findUnique({ where: { hash } });
      return key && { id: key.id, tenantId: key.tenantId, name: key.name, roles: key.roles };
    },

    async ensureApiKey({ tenantId, name, hash, roles }) {
      await prisma.apiKey.upsert({
        where: { tenantId_name: { tenantId, name } },
        create: { tenantId, id: newId(), name, hash, roles: [...roles] },
        update: { hash, roles: [...roles] },
      });
    },

    async hasAdministrator(tenantId) {
      return (await prisma.user.count({ where: { tenantId, isActive: true, roles: { has: ADMINISTRATOR } } })) > 0;
    },

    async putSetupToken({ tenantId, hash, expiresAt }) {
      await prisma.setupToken.upsert({ where: { tenantId }, create: { tenantId, hash, expiresAt }, update: { hash, expiresAt } });
    },

    async takeSetupToken({ tenantId, hash }) {
      // One statement decides: of two who come at once, one gets it.
      const taken = await prisma.$executeRaw`DELETE FROM setup_token WHERE tenant_id = ${tenantId} AND hash = ${hash} AND expires_at > now()
        AND NOT EXISTS (SELECT 1 FROM "user" WHERE tenant_id = ${tenantId} AND is_active AND 'administrator' = ANY(roles))`;
      return taken === 1;
    },
  };

  async function writeGroup<T>(work: (client: Prisma.TransactionClient) => Promise<T>): Promise<T | Undo['result']> {
    try {
      return await prisma.$transaction(work);
    } catch (error) {
      if (error instanceof Undo) return error.result;
      throw error;
    }
  }
}

/** Leaves a transaction, which is rolled back, with an answer. */
class Undo extends Error {
  readonly result: ReturnType<typeof refused<'not-found'>>;
  constructor(result: ReturnType<typeof refused<'not-found'>>) {
    super(result.detail);
    this.result = result;
  }
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

const searched = (search: string | undefined): Prisma.UserWhereInput =>
  search ? { OR: [{ name: { contains: search, mode: 'insensitive' } }, { email: { contains: search, mode: 'insensitive' } }] } : {};
const afterName = (name: string, id: string): Prisma.UserWhereInput => ({ OR: [{ name: { gt: name } }, { name, id: { gt: id } }] });

const userOf = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  roles: row.roles,
  groups: row.groups.map(({ group }) => group.name).sort(),
  isActive: row.isActive,
  createdAt: row.createdAt.toISOString(),
});

const groupOf = (row: GroupRow): Group => ({
  id: row.id,
  name: row.name,
  members: row.members.map(({ user }) => ({ id: user.id, name: user.name })).sort((a, b) => a.name.localeCompare(b.name)),
});
