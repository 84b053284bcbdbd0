-- AlterEnum
ALTER TYPE "CaseKind" ADD VALUE 'sanction_appeal' AFTER 'appeal';

-- AlterEnum
ALTER TYPE "Deed" ADD VALUE 'warn';
ALTER TYPE "Deed" ADD VALUE 'pre_moderate';
ALTER TYPE "Deed" ADD VALUE 'suspend';

-- DropIndex
DROP INDEX "sanctions_strategyId_appealedAt_idx";

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "heldUntil" TIMESTAMP(3);

-- no command has written a sanction yet: the table is empty
ALTER TABLE "sanctions" DROP COLUMN "appeal",
DROP COLUMN "appealedAt",
DROP COLUMN "caseId",
DROP COLUMN "liftedById",
ADD COLUMN     "decisionId" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "appeals" (
    "caseId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("caseId")
);

-- once for each decision
CREATE UNIQUE INDEX "appeals_decisionId_key" ON "appeals"("decisionId");

-- the job that ends holds
CREATE INDEX "cases_heldUntil_idx" ON "cases"("heldUntil");

-- from a decision to its sanction
CREATE UNIQUE INDEX "sanctions_decisionId_key" ON "sanctions"("decisionId");

-- what somebody reported
CREATE INDEX "flags_participantId_idx" ON "flags"("participantId");

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
