-- CreateTable
CREATE TABLE "releases" (
    "id" TEXT NOT NULL,
    "lepId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "method" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "family" JSONB NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_states" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_states_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_parts" (
    "strategyId" TEXT NOT NULL,
    "lepId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "countedAt" TIMESTAMP(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "summary_parts_pkey" PRIMARY KEY ("strategyId","lepId","part")
);

-- CreateIndex
CREATE UNIQUE INDEX "releases_lepId_number_key" ON "releases"("lepId", "number" DESC);

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_lepId_fkey" FOREIGN KEY ("lepId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summary_parts" ADD CONSTRAINT "summary_parts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A release is never changed.
CREATE TRIGGER releases_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON releases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
