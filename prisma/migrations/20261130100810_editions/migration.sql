-- Everything public of a strategy moves in editions (docs/decisions/0124). Comments that were published before keep
-- their state, and their reactions are counted already.
CREATE TABLE "editions" (
    "strategyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "hash" BYTEA NOT NULL,
    "total" INTEGER NOT NULL,
    "comments" INTEGER NOT NULL,
    "replies" INTEGER NOT NULL,
    "reactions" INTEGER NOT NULL,
    "left" INTEGER NOT NULL,
    "waiting" JSONB NOT NULL,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("strategyId","number")
);
ALTER TABLE "editions" ADD CONSTRAINT "editions_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER editions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON editions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "comments" ADD COLUMN "readyAt" TIMESTAMP(3);

ALTER TABLE "reactions" ADD COLUMN "counted" "ReactionValue";
UPDATE "reactions" SET "counted" = "value";

CREATE TABLE "location_corrections" (
    "commentId" TEXT NOT NULL,
    "districtId" TEXT,
    "vintage" TEXT,
    "sectorId" TEXT,
    "lepId" TEXT,

    CONSTRAINT "location_corrections_pkey" PRIMARY KEY ("commentId")
);
ALTER TABLE "location_corrections" ADD CONSTRAINT "location_corrections_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
