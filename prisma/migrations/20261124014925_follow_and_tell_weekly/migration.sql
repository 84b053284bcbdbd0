-- CreateTable
CREATE TABLE "follows" (
    "accountId" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "follows_pkey" PRIMARY KEY ("accountId","strategyId","sectionId")
);

-- CreateTable
CREATE TABLE "digests" (
    "accountId" TEXT NOT NULL,
    "week" DATE NOT NULL,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("accountId")
);

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digests" ADD CONSTRAINT "digests_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
