-- CreateTable
CREATE TABLE "meeting_records" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "takenById" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "meeting_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_entries" (
    "commentId" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "meeting_entries_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "meeting_records_takenById_startedAt_id_idx" ON "meeting_records"("takenById", "startedAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_entries_recordId_number_key" ON "meeting_entries"("recordId", "number");

-- AddForeignKey
ALTER TABLE "meeting_records" ADD CONSTRAINT "meeting_records_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_entries" ADD CONSTRAINT "meeting_entries_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_entries" ADD CONSTRAINT "meeting_entries_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "meeting_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
