-- CreateTable
CREATE TABLE "drafts" (
    "id" TEXT NOT NULL,
    "ownerIndex" BYTEA NOT NULL,
    "strategyId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "drafts_savedAt_idx" ON "drafts"("savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_ownerIndex_place_key" ON "drafts"("ownerIndex", "place");

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
