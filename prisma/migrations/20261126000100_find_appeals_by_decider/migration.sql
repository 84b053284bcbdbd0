-- no command has written an appeal yet: the table is empty
ALTER TABLE "appeals" ADD COLUMN     "deciderId" TEXT NOT NULL;

-- what became of a rep's own decisions
CREATE INDEX "appeals_deciderId_idx" ON "appeals"("deciderId");
