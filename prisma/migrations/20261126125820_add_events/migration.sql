-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "call_element_id" TEXT,
ADD COLUMN     "call_key" TEXT,
ADD COLUMN     "correlation_key" TEXT,
ADD COLUMN     "depth" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "root_id" UUID;

-- CreateTable
CREATE TABLE "subscription" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "correlation_key" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("tenant_id","instance_id","key")
);

-- CreateTable
CREATE TABLE "start_subscription" (
    "tenant_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "expression" TEXT,
    "time_zone" TEXT,
    "catch_up" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "repetitions" INTEGER,

    CONSTRAINT "start_subscription_pkey" PRIMARY KEY ("tenant_id","process_key","element_id","index")
);

-- CreateTable
CREATE TABLE "message" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "correlation_key" TEXT NOT NULL,
    "message_id" TEXT,
    "variables" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,
    "is_tried" BOOLEAN NOT NULL DEFAULT false,
    "taken_by" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "has_started" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "message_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "instance_id" UUID,
    "payload" JSONB NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "message_name" TEXT NOT NULL,
    "correlation_key" TEXT,
    "message_id" TEXT,
    "variables" JSONB NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "start_subscription_tenant_id_kind_name_idx" ON "start_subscription"("tenant_id", "kind", "name");

-- CreateIndex
CREATE INDEX "outbox_available" ON "outbox"("available_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_id_key" ON "webhook"("id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_tenant_id_name_key" ON "webhook"("tenant_id", "name");

-- From here on by hand: what Prisma has no words for. Names and keys may be longer than an index entry, so their hashes are in it.

-- Who listens, those that have waited longest first.
CREATE INDEX "subscription_listening" ON "subscription" ("tenant_id", "kind", md5("name"), md5("correlation_key"), "opened_at");

-- Messages: one of an id, those that wait for a receiver, those that nobody has looked at, those that may go.
CREATE UNIQUE INDEX "message_once" ON "message" ("tenant_id", md5("name"), md5("message_id")) WHERE "message_id" IS NOT NULL;
CREATE INDEX "message_waiting" ON "message" ("tenant_id", md5("name"), md5("correlation_key"), "published_at") WHERE "taken_by" IS NULL;
CREATE INDEX "message_untried" ON "message" ("published_at") WHERE NOT "is_tried" AND "taken_by" IS NULL;
CREATE INDEX "message_kept" ON "message" ("kept_until");

CREATE INDEX "start_timer_due" ON "start_subscription" ("due_at") WHERE "due_at" IS NOT NULL;

-- At most one running instance of a process for one key of a message that started it.
CREATE UNIQUE INDEX "instance_started_by_key" ON "instance" ("tenant_id", "process_key", md5("correlation_key")) WHERE "correlation_key" IS NOT NULL AND "ended_at" IS NULL;
CREATE INDEX "instance_children" ON "instance" ("tenant_id", "parent_id", "id") WHERE "parent_id" IS NOT NULL;

ALTER TABLE "subscription" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "message" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "outbox" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
