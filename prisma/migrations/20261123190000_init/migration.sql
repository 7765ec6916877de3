-- CreateTable
CREATE TABLE "tenant" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "status" TEXT NOT NULL,
    "owner_id" TEXT,
    "owner_name" TEXT,
    "latest_version" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "is_startable" BOOLEAN NOT NULL DEFAULT false,
    "start_form" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "process_version" (
    "tenant_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "graph" JSONB NOT NULL,
    "note" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" TEXT,
    "published_by_name" TEXT NOT NULL,

    CONSTRAINT "process_version_pkey" PRIMARY KEY ("tenant_id","process_key","version")
);

-- CreateTable
CREATE TABLE "draft" (
    "tenant_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "graph" JSONB NOT NULL,
    "state" BYTEA NOT NULL,
    "checksum" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "based_on" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" TEXT,
    "changed_by_name" TEXT,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("tenant_id","process_key")
);

-- CreateTable
CREATE TABLE "instance" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "process_key" TEXT NOT NULL,
    "process_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "has_incident" BOOLEAN NOT NULL DEFAULT false,
    "business_key" TEXT,
    "waiting_at" TEXT[],
    "started_by_id" TEXT,
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "state" JSONB NOT NULL,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "instance_event" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "first_seq" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "events" JSONB NOT NULL,

    CONSTRAINT "instance_event_pkey" PRIMARY KEY ("tenant_id","instance_id","first_seq","at")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "task" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "process_version" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "business_key" TEXT,
    "status" TEXT NOT NULL,
    "assignee" TEXT,
    "candidates" TEXT[],
    "priority" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "follow_up_at" TIMESTAMPTZ(3),
    "requester_id" TEXT,
    "requester_name" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "completed_by_id" TEXT,
    "completed_by_name" TEXT,
    "outcome" TEXT,
    "comment" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("tenant_id","instance_id","key")
);

-- CreateTable
CREATE TABLE "task_draft" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "variables" JSONB NOT NULL,
    "comment" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_draft_pkey" PRIMARY KEY ("tenant_id","instance_id","key","user_id")
);

-- CreateTable
CREATE TABLE "job" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "process_version" INTEGER NOT NULL,
    "retries" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "worker" TEXT,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_pkey" PRIMARY KEY ("tenant_id","instance_id","key")
);

-- CreateTable
CREATE TABLE "timer" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("tenant_id","instance_id","key")
);

-- CreateTable
CREATE TABLE "incident" (
    "tenant_id" TEXT NOT NULL,
    "instance_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "process_version" INTEGER NOT NULL,
    "business_key" TEXT,
    "element_key" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("tenant_id","instance_id","key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "tenant_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("tenant_id","scope","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" TEXT,
    "by_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "tenant_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "roles" TEXT[] DEFAULT ARRAY['member']::TEXT[],
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "group_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "tenant_id" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("tenant_id","group_id","user_id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "tenant_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "process_tenant_id_changed_at_key_idx" ON "process"("tenant_id", "changed_at" DESC, "key");

-- CreateIndex
CREATE UNIQUE INDEX "process_version_tenant_id_id_key" ON "process_version"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "instance_tenant_id_process_key_id_idx" ON "instance"("tenant_id", "process_key", "id");

-- CreateIndex
CREATE INDEX "timer_available" ON "timer"("available_at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_subject_id_idx" ON "audit_entry"("tenant_id", "subject", "id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "user_tenant_id_name_id_idx" ON "user"("tenant_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "group_tenant_id_name_key" ON "group"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "group_member_user_id_idx" ON "group_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_tenant_id_name_key" ON "api_key"("tenant_id", "name");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_tenant_id_group_id_fkey" FOREIGN KEY ("tenant_id", "group_id") REFERENCES "group"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what Prisma has no words for.

INSERT INTO "tenant" ("id", "name") VALUES ('default', 'Default');

-- The code makes the months ahead of time; what falls outside all the same isn't lost.
CREATE TABLE "instance_event_default" PARTITION OF "instance_event" DEFAULT;

-- What was written once is never changed.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Expected rows of % to stay as they were written, but a % was tried.', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "process_version_is_immutable" BEFORE UPDATE OR DELETE ON "process_version" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "instance_event_is_append_only" BEFORE UPDATE OR DELETE ON "instance_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_is_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Lists of instances. Ids are UUIDs of version 7: their order is that of the starts.
CREATE INDEX "instance_active" ON "instance" ("tenant_id", "process_key", "id") WHERE "status" = 'active';
CREATE INDEX "instance_with_incident" ON "instance" ("tenant_id", "process_key", "id") WHERE "has_incident";
CREATE INDEX "instance_by_business_key" ON "instance" ("tenant_id", "business_key" text_pattern_ops, "id") WHERE "business_key" IS NOT NULL;
CREATE INDEX "instance_by_starter" ON "instance" ("tenant_id", "started_by_id", "id") WHERE "started_by_id" IS NOT NULL;
CREATE INDEX "instance_stands_at" ON "instance" USING gin ("waiting_at") WHERE "status" = 'active';

-- Inboxes: only what is still to do, in the order in which it is shown.
CREATE INDEX "task_of_assignee" ON "task" ("tenant_id", "assignee", (COALESCE("due_at", 'infinity'::timestamptz)), (-"priority"), "instance_id", "key") WHERE "status" IN ('open', 'claimed');
CREATE INDEX "task_to_do" ON "task" ("tenant_id", (COALESCE("due_at", 'infinity'::timestamptz)), (-"priority"), "instance_id", "key") WHERE "status" IN ('open', 'claimed');
CREATE INDEX "task_of_candidates" ON "task" USING gin ("candidates") WHERE "status" = 'open';
CREATE INDEX "task_done_by" ON "task" ("tenant_id", "completed_by_id", "completed_at" DESC, "instance_id", "key") WHERE "status" = 'completed';
CREATE INDEX "task_done" ON "task" ("tenant_id", "completed_at" DESC, "instance_id", "key") WHERE "completed_at" IS NOT NULL;

-- Claims.
CREATE INDEX "job_available" ON "job" ("tenant_id", "type", "available_at") WHERE "retries" > 0;

CREATE INDEX "incident_open" ON "incident" ("tenant_id", "raised_at" DESC, "instance_id", "key") WHERE "status" = 'open';
CREATE INDEX "incident_resolved" ON "incident" ("tenant_id", "raised_at" DESC, "instance_id", "key") WHERE "status" = 'resolved';

-- Room on the page for the next version of a row that changes often, and a vacuum that doesn't wait for a fifth of the table.
ALTER TABLE "instance" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "task" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
ALTER TABLE "job" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "timer" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "idempotency_key" SET (autovacuum_vacuum_scale_factor = 0.05);
