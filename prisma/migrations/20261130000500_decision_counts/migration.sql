-- A trigger that maintains decision_counts, from which /transparency shows how many decisions were taken
-- (lib/moderation/decisions/transparency.queries.ts). Counting the decisions themselves would take longer with every
-- decision. Decisions are only ever inserted, and one at a time in a chain, so that adding 1 is enough.
CREATE FUNCTION count_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO decision_counts ("chainId", week, kind, action, reason, count)
    SELECT NEW."chainId", date_trunc('week', NEW."decidedAt")::date, kind, NEW.action, coalesce(NEW.reason, ''), 1
    FROM cases WHERE id = NEW."caseId"
    ON CONFLICT ("chainId", week, kind, action, reason) DO UPDATE SET count = decision_counts.count + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER decisions_counted AFTER INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION count_decision();
