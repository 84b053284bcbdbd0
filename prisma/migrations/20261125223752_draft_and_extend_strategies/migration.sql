-- AlterTable
ALTER TABLE "version_paragraphs" DROP COLUMN "html",
ADD COLUMN     "block" JSONB;

-- CreateTable
CREATE TABLE "strategy_drafts" (
    "strategyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "about" JSONB NOT NULL,
    "sections" JSONB NOT NULL,
    "editedById" TEXT NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedById" TEXT,
    "opensAt" TIMESTAMP(3),

    CONSTRAINT "strategy_drafts_pkey" PRIMARY KEY ("strategyId")
);

-- CreateTable
CREATE TABLE "strategy_extensions" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "before" TIMESTAMP(3),
    "after" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "strategy_extensions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "strategy_drafts_opensAt_idx" ON "strategy_drafts"("opensAt");

-- CreateIndex
CREATE INDEX "strategy_extensions_strategyId_at_idx" ON "strategy_extensions"("strategyId", "at");

-- AddForeignKey
ALTER TABLE "strategy_drafts" ADD CONSTRAINT "strategy_drafts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_extensions" ADD CONSTRAINT "strategy_extensions_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
