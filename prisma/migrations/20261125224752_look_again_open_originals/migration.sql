-- AlterEnum
ALTER TYPE "CaseStepKind" ADD VALUE 'taken_back';
ALTER TYPE "Deed" ADD VALUE 'agree';
ALTER TYPE "Deed" ADD VALUE 'disagree';

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "firstUnionId" TEXT,
ADD COLUMN     "looksAtId" TEXT;

-- AlterTable
ALTER TABLE "sealed_originals" ADD COLUMN     "areaId" TEXT;

-- those that are there already belong to their strategy's lead body
UPDATE "sealed_originals" SET "areaId" = "leadBodyId" FROM "comments" JOIN "strategies" ON "strategies"."id" = "strategyId"
WHERE "comments"."id" = "commentId";
ALTER TABLE "sealed_originals" ALTER COLUMN "areaId" SET NOT NULL;

-- AlterTable
ALTER TABLE "strategies" ADD COLUMN     "secondLookPercent" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "original_openings" (
    "id" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedUnion" TEXT,
    "why" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "isAgreed" BOOLEAN,
    "shownAt" TIMESTAMP(3),

    CONSTRAINT "original_openings_pkey" PRIMARY KEY ("id")
);

-- who asked to see an original
CREATE INDEX "original_openings_originalId_idx" ON "original_openings"("originalId");

-- what waits for a second person
CREATE INDEX "original_openings_answeredAt_askedAt_idx" ON "original_openings"("answeredAt", "askedAt");

-- a decision is looked at again once
CREATE UNIQUE INDEX "cases_looksAtId_key" ON "cases"("looksAtId");

-- the sealed originals of an area, the newest first
CREATE INDEX "sealed_originals_areaId_sealedAt_id_idx" ON "sealed_originals"("areaId", "sealedAt" DESC, "id" DESC);

-- the job that draws second looks
CREATE INDEX "decisions_decidedAt_idx" ON "decisions"("decidedAt");

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_looksAtId_fkey" FOREIGN KEY ("looksAtId") REFERENCES "decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "original_openings" ADD CONSTRAINT "original_openings_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "sealed_originals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
