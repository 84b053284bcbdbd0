-- AlterTable
ALTER TABLE "bodies" ADD COLUMN     "isCounted" BOOLEAN NOT NULL DEFAULT false;

-- LEPs are; so are bodies that lead a strategy which their officers began.
UPDATE bodies SET "isCounted" = true WHERE "kindId" = 'lep'
  OR id IN (SELECT "leadBodyId" FROM strategies WHERE "leadType" = 'body');
