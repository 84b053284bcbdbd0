-- The public record of decisions moves in editions (docs/decisions/0156): an edition appends its decisions, shuffled and
-- with its own day, to a second chain, which is the one that everybody reads. Lines that were published before stay as
-- they are, without a day of an edition.
CREATE TABLE "record_entries" (
    "chainId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "decisionId" TEXT NOT NULL,
    "day" DATE,
    "previousHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "record_entries_pkey" PRIMARY KEY ("chainId","number")
);
CREATE UNIQUE INDEX "record_entries_decisionId_key" ON "record_entries"("decisionId");
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO record_entries ("chainId", number, "decisionId", "previousHash", hash)
  SELECT "chainId", sequence, id, "previousHash", hash FROM decisions;

CREATE TRIGGER record_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE record_entries ENABLE ALWAYS TRIGGER record_entries_append_only;

-- Decisions are counted when they enter the public record, all of an edition in one statement.
DROP TRIGGER decisions_counted ON decisions;
DROP FUNCTION count_decision();
CREATE FUNCTION count_record_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO decision_counts ("chainId", week, kind, action, reason, count)
    SELECT d."chainId", london_week(d."decidedAt"), c.kind, d.action, coalesce(d.reason, ''), count(*)::int
    FROM added a JOIN decisions d ON d.id = a."decisionId" JOIN cases c ON c.id = d."caseId" GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT ("chainId", week, kind, action, reason) DO UPDATE SET count = decision_counts.count + excluded.count;
  RETURN NULL;
END $$;
CREATE TRIGGER record_entries_counted AFTER INSERT ON record_entries REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_record_entries();

-- The figures of /transparency as an edition computed them.
CREATE TABLE "moderation_figures" (
    "bodyId" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "moderation_figures_pkey" PRIMARY KEY ("bodyId")
);
ALTER TABLE "moderation_figures" ADD CONSTRAINT "moderation_figures_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
