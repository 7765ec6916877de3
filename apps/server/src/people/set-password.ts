import type { Store } from '@baton/store';
import type { SignIn } from '../http/auth/sign-in.ts';

/** A new password by an administrator ends every session of its owner. */
export async function setPassword({ prisma }: Pick<Store, 'prisma'>, signIn: SignIn, userId: string, password: string): Promise<void> {
  const hash = await (await signIn.$context).password.hash(password);
  await prisma.$transaction([
    prisma.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password: hash } }),
    prisma.session.deleteMany({ where: { userId } }),
  ]);
}
