-- CreateEnum
CREATE TYPE "FactTopic" AS ENUM ('index', 'funds', 'programmes', 'board', 'strategy', 'other');

-- CreateEnum
CREATE TYPE "FactCorrectionState" AS ENUM ('open', 'accepted', 'rejected');

-- CreateTable
CREATE TABLE "social_mobility_ranks" (
    "districtId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "rank" INTEGER,
    "spot" TEXT,
    "spotBasis" TEXT,
    "certainty" TEXT NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "social_mobility_ranks_pkey" PRIMARY KEY ("districtId","name","year")
);

-- CreateTable
CREATE TABLE "funding_awards" (
    "id" INTEGER NOT NULL,
    "fund" TEXT NOT NULL,
    "bodyName" TEXT NOT NULL,
    "bodyId" TEXT,
    "lepIds" TEXT[],
    "pounds" DOUBLE PRECISION NOT NULL,
    "basis" TEXT NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "funding_awards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "strategyId" TEXT,
    "districtIds" TEXT[],
    "districts" TEXT,
    "what" TEXT NOT NULL,
    "years" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards" (
    "id" INTEGER NOT NULL,
    "bodyIds" TEXT[],
    "name" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "members" TEXT,
    "privateSector" TEXT,
    "workerSeats" TEXT,
    "note" TEXT,
    "certainty" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "boards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_rules" (
    "id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "source" TEXT,

    CONSTRAINT "board_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_corrections" (
    "id" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "topic" "FactTopic" NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT,
    "sentFor" TEXT NOT NULL,
    "sentById" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "FactCorrectionState" NOT NULL DEFAULT 'open',
    "reply" TEXT,
    "checkedById" TEXT,
    "checkedAt" TIMESTAMP(3),

    CONSTRAINT "fact_corrections_pkey" PRIMARY KEY ("id")
);

-- the accepted corrections of an area
CREATE INDEX "fact_corrections_bodyId_state_idx" ON "fact_corrections"("bodyId", "state");

-- corrections that wait for an admin, the oldest first
CREATE INDEX "fact_corrections_state_sentAt_idx" ON "fact_corrections"("state", "sentAt");

-- AddForeignKey
ALTER TABLE "fact_corrections" ADD CONSTRAINT "fact_corrections_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- our own texts about strategies that are corrected or were marked as unchecked: loading the reference data writes them anew
UPDATE "strategies" SET "summary" = NULL, "canChange" = NULL
WHERE "summary" LIKE '%have not checked this%' OR "summary" LIKE '%found no list of its priorities.'
  OR "summary" LIKE '%found no list of priorities.' OR "summary" LIKE '%found no published strategy and no list of priorities.';
