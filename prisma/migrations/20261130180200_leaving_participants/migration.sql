-- Who erases themselves is gone at once; their published text goes with one of the next three editions of each strategy,
-- drawn at random, so that aliases that leave are not seen to leave together (docs/decisions/0157).
ALTER TABLE "participants" ADD COLUMN "leavesAtEdition" INTEGER;
CREATE INDEX "participants_strategyId_leavesAtEdition_idx" ON "participants"("strategyId", "leavesAtEdition");
