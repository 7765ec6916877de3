import type { Role } from '@baton/contract';
import { newId, type Store } from '@baton/store';
import type { SignIn } from '../http/auth/sign-in.ts';
import { HttpProblem } from '../http/http-problem.ts';

interface NewUser {
  readonly tenantId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
  /** Names. */
  readonly groups: readonly string[];
}

/** A person who can sign in, with all that belongs to them, or nothing: one transaction. Answers the id. */
export async function createUser(
  { prisma }: Pick<Store, 'prisma'>,
  signIn: SignIn,
  { tenantId, name, email, password, roles, groups }: NewUser,
): Promise<string> {
  const id = newId();
  const hash = await (await signIn.$context).password.hash(password);
  const groupRows = await prisma.group.findMany({ where: { tenantId, name: { in: [...groups] } }, select: { id: true, name: true } });
  refuseUnknown(groups, groupRows);
  try {
    await prisma.user.create({
      data: {
        ...{ id, tenantId, name, email: email.toLowerCase(), emailVerified: true, roles: [...roles] },
        accounts: { create: { id: newId(), accountId: id, providerId: 'credential', password: hash } },
        groups: { create: groupRows.map((group) => ({ group: { connect: { tenantId_id: { tenantId, id: group.id } } } })) },
      },
    });
  } catch (error) {
    if (isTaken(error)) throw new HttpProblem('already-exists', `Expected an e-mail address that nobody has, but there is a user with ${email}.`);
    throw error;
  }
  return id;
}

function refuseUnknown(names: readonly string[], known: readonly { name: string }[]): void {
  const unknown = names.filter((name) => !known.some((group) => group.name === name));
  if (unknown.length > 0) throw new HttpProblem('request-invalid', `Expected names of groups, but there is no ${unknown.join(', ')}.`);
}

/** Prisma's code for a unique key that exists. */
const isTaken = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
