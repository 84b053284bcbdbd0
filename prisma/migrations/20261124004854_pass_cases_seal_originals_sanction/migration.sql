-- CreateEnum
CREATE TYPE "CaseStepKind" AS ENUM ('passed_to_rep', 'passed_to_union', 'passed_to_area', 'recused', 'rep_away');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('warning', 'pre_moderation', 'suspension');

-- AlterEnum
ALTER TYPE "Deed" ADD VALUE 'unlock' AFTER 'lock';

-- DropIndex
DROP INDEX "cases_strategyId_state_dueAt_id_idx";

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "areaId" TEXT,
ADD COLUMN     "isDistressing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ofUnionId" TEXT,
ADD COLUMN     "sameText" BYTEA,
ADD COLUMN     "toAccountId" TEXT,
ADD COLUMN     "toUnionId" TEXT;

-- cases that are there already stay with their strategy's lead body
UPDATE "cases" SET "areaId" = "leadBodyId" FROM "strategies" WHERE "strategies"."id" = "strategyId";
ALTER TABLE "cases" ALTER COLUMN "areaId" SET NOT NULL;

-- CreateTable
CREATE TABLE "case_steps" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" "CaseStepKind" NOT NULL,
    "byId" TEXT,
    "fromArea" TEXT NOT NULL,
    "toArea" TEXT NOT NULL,
    "toUnionId" TEXT,
    "toAccount" TEXT,
    "why" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_settings" (
    "strategyId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "tuning" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "check_settings_pkey" PRIMARY KEY ("strategyId","check")
);

-- CreateTable
CREATE TABLE "sealed_originals" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "decisionId" TEXT,
    "sealedKey" BYTEA,
    "sealedText" BYTEA NOT NULL,
    "sealedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_originals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rota_turns" (
    "bodyId" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "rota_turns_pkey" PRIMARY KEY ("bodyId","week","accountId")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanctions" (
    "id" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "kind" "SanctionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "reasonVersion" INTEGER NOT NULL,
    "words" TEXT,
    "caseId" TEXT,
    "givenById" TEXT NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMP(3),
    "acknowledgedAt" TIMESTAMP(3),
    "appealedAt" TIMESTAMP(3),
    "appeal" TEXT,
    "liftedAt" TIMESTAMP(3),
    "liftedById" TEXT,

    CONSTRAINT "sanctions_pkey" PRIMARY KEY ("id")
);

-- a case's path
CREATE INDEX "case_steps_caseId_idx" ON "case_steps"("caseId");

-- erasure, and what was masked in a comment
CREATE INDEX "sealed_originals_commentId_idx" ON "sealed_originals"("commentId");

-- my weeks
CREATE INDEX "rota_turns_accountId_idx" ON "rota_turns"("accountId");

-- who is away now
CREATE INDEX "absences_accountId_to_idx" ON "absences"("accountId", "to");

-- what an alias may not do
CREATE INDEX "sanctions_participantId_idx" ON "sanctions"("participantId");

-- appeals of a strategy
CREATE INDEX "sanctions_strategyId_appealedAt_idx" ON "sanctions"("strategyId", "appealedAt");

-- the queue of an area, most urgent first
CREATE INDEX "cases_areaId_state_dueAt_id_idx" ON "cases"("areaId", "state", "dueAt", "id");

-- the same of one kind, and how many
CREATE INDEX "cases_areaId_state_kind_dueAt_id_idx" ON "cases"("areaId", "state", "kind", "dueAt", "id");

-- identical texts, for deciding them together
CREATE INDEX "cases_strategyId_sameText_state_idx" ON "cases"("strategyId", "sameText", "state");

-- the job that looks for late ones
CREATE INDEX "cases_state_dueAt_idx" ON "cases"("state", "dueAt");

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_steps" ADD CONSTRAINT "case_steps_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_originals" ADD CONSTRAINT "sealed_originals_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER case_steps_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
