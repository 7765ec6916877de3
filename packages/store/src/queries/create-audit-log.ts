import type { Json } from '@baton/engine';
import { decodeCursor, isText, pageOf } from '../cursor.ts';
import type { PrismaClient } from '../generated/client.ts';
import { newId } from '../ids.ts';
import type { AuditLog } from './audit-log.ts';

export function createAuditLog(prisma: PrismaClient): AuditLog {
  return {
    async append({ tenantId, by, action, subject, detail }) {
      await prisma.auditEntry.create({
        data: { tenantId, id: newId(), byId: by.userId ?? null, byName: by.name, action, subject, detail: toPrisma(detail ?? {}) },
      });
    },
    async list({ tenantId, subject, limit, cursor }) {
      const after = decodeCursor(cursor, [isText]);
      const rows = await prisma.auditEntry.findMany({
        where: { tenantId, ...(subject === undefined ? {} : { subject }), ...(after ? { id: { lt: String(after[0]) } } : {}) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return pageOf(rows, limit, {
        toItem: (row) => ({
          id: row.id,
          at: row.at.toISOString(),
          by: row.byId ? { userId: row.byId, name: row.byName } : { name: row.byName },
          action: row.action,
          subject: row.subject,
          detail: row.detail as Json,
        }),
        toCursor: (row) => [row.id],
      });
    },
  };
}

/** A JSON null on its own is a special value to Prisma; in an object it is one like any other. */
const toPrisma = (detail: Json) =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? (detail as { [key: string]: never }) : { value: detail as never };
