-- CreateTable
CREATE TABLE "decision_counts" (
    "chainId" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "deed" "Deed" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL,

    CONSTRAINT "decision_counts_pkey" PRIMARY KEY ("chainId","week","kind","deed","reason")
);

INSERT INTO decision_counts ("chainId", week, kind, deed, reason, count)
  SELECT d."chainId", date_trunc('week', d."decidedAt")::date, c.kind, d.deed, coalesce(d.reason, ''), count(*)
  FROM decisions d JOIN cases c ON c.id = d."caseId" GROUP BY 1, 2, 3, 4, 5;

-- Kept by a trigger, so that no deed can forget it. Decisions are only ever added, and one at a time in a chain.
CREATE FUNCTION count_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO decision_counts ("chainId", week, kind, deed, reason, count)
    SELECT NEW."chainId", date_trunc('week', NEW."decidedAt")::date, kind, NEW.deed, coalesce(NEW.reason, ''), 1
    FROM cases WHERE id = NEW."caseId"
    ON CONFLICT ("chainId", week, kind, deed, reason) DO UPDATE SET count = decision_counts.count + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER decisions_counted AFTER INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION count_decision();
