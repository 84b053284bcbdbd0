-- The queue puts reports of illegal content first and people in danger second, reps save views of it, and find whom to
-- call when somebody may be in danger.
CREATE TYPE "CaseLane" AS ENUM ('illegal', 'danger', 'ordinary');

ALTER TABLE "cases" ADD COLUMN "lane" "CaseLane" NOT NULL DEFAULT 'ordinary';

UPDATE "cases" SET "lane" = 'illegal' WHERE "kind" = 'illegal';
UPDATE "cases" SET "lane" = 'danger'
WHERE "kind" IN ('pre_moderation', 'check', 'report')
  AND EXISTS (SELECT FROM "check_hits" WHERE "caseId" = "cases"."id" AND "check" IN ('self-harm', 'threat'));

DROP INDEX "cases_areaId_state_dueAt_id_idx";
DROP INDEX "cases_areaId_state_kind_dueAt_id_idx";
CREATE INDEX "cases_areaId_state_lane_dueAt_id_idx" ON "cases"("areaId", "state", "lane", "dueAt", "id");
CREATE INDEX "cases_areaId_state_kind_lane_dueAt_id_idx" ON "cases"("areaId", "state", "kind", "lane", "dueAt", "id");
CREATE INDEX "decisions_deciderId_decidedAt_idx" ON "decisions"("deciderId", "decidedAt");

CREATE TABLE "queue_views" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "queue_views_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "queue_views_accountId_name_key" ON "queue_views"("accountId", "name");

CREATE TABLE "safeguarding_contacts" (
    "scope" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,

    CONSTRAINT "safeguarding_contacts_pkey" PRIMARY KEY ("scope")
);
