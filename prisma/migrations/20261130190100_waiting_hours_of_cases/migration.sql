-- How long cases waited is stored apart from them, so that their times can be coarsened to the day (docs/decisions/0190).
ALTER TABLE "cases" ADD COLUMN "isWaitStored" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "waiting_times" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "week" DATE NOT NULL,
    "hours" INTEGER NOT NULL,

    CONSTRAINT "waiting_times_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "waiting_times_strategyId_kind_week_idx" ON "waiting_times"("strategyId", "kind", "week");
ALTER TABLE "waiting_times" ADD CONSTRAINT "waiting_times_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
