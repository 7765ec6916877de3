-- AlterTable
ALTER TABLE "idempotency_key" ALTER COLUMN "answer" SET DATA TYPE JSON;
