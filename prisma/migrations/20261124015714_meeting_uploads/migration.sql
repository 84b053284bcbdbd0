-- CreateEnum
CREATE TYPE "UploadState" AS ENUM ('preview', 'running', 'done');

-- CreateTable
CREATE TABLE "meeting_uploads" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "fileHash" BYTEA NOT NULL,
    "state" "UploadState" NOT NULL DEFAULT 'preview',
    "rows" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex: a file is taken down once
CREATE UNIQUE INDEX "meeting_uploads_recordId_fileHash_key" ON "meeting_uploads"("recordId", "fileHash");

-- AddForeignKey
ALTER TABLE "meeting_uploads" ADD CONSTRAINT "meeting_uploads_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "meeting_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
