-- docs/decisions/0214. Sessions from before name their account until they end, within a day.
ALTER TABLE "sessions" ADD COLUMN "ownerSealed" BYTEA, ADD COLUMN "ownerIndex" BYTEA;
CREATE INDEX "sessions_ownerIndex_idx" ON "sessions"("ownerIndex");
