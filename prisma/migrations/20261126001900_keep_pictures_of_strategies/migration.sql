-- CreateTable
CREATE TABLE "strategy_pictures" (
    "strategyId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "strategy_pictures_pkey" PRIMARY KEY ("strategyId","id")
);

-- AddForeignKey
ALTER TABLE "strategy_pictures" ADD CONSTRAINT "strategy_pictures_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
