-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "noticeMails" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "announcedAt" TIMESTAMP(3);

-- nobody is written to about what they were told before
UPDATE "notices" SET "announcedAt" = CURRENT_TIMESTAMP;

-- the job that writes to authors: those that it has not taken up
CREATE INDEX "notices_announcedAt_idx" ON "notices"("announcedAt");
