-- Days and weeks are those of London (lib/dates.ts). Times are stored in UTC, without a zone.
CREATE FUNCTION london_week(moment timestamp) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT date_trunc('week', moment AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::date $$;

CREATE OR REPLACE FUNCTION count_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO decision_counts ("chainId", week, kind, action, reason, count)
    SELECT NEW."chainId", london_week(NEW."decidedAt"), kind, NEW.action, coalesce(NEW.reason, ''), 1
    FROM cases WHERE id = NEW."caseId"
    ON CONFLICT ("chainId", week, kind, action, reason) DO UPDATE SET count = decision_counts.count + 1;
  RETURN NULL;
END $$;
DELETE FROM decision_counts;
INSERT INTO decision_counts ("chainId", week, kind, action, reason, count)
  SELECT d."chainId", london_week(d."decidedAt"), c.kind, d.action, coalesce(d.reason, ''), count(*)::int
  FROM decisions d JOIN cases c ON c.id = d."caseId" GROUP BY 1, 2, 3, 4, 5;

-- In summer, a closing day used to end at 00:59:59 of the day after, and a planned opening began at 01:00.
UPDATE strategies SET "closesAt" = "closesAt" - interval '1 hour'
  WHERE "closesAt"::time = '23:59:59' AND ("closesAt" AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::time = '00:59:59';
UPDATE strategy_extensions SET before = before - interval '1 hour'
  WHERE before::time = '23:59:59' AND (before AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::time = '00:59:59';
UPDATE strategy_extensions SET after = after - interval '1 hour'
  WHERE after::time = '23:59:59' AND (after AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::time = '00:59:59';
UPDATE strategy_drafts SET "opensAt" = "opensAt" - interval '1 hour'
  WHERE "opensAt"::time = '00:00:00' AND ("opensAt" AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::time = '01:00:00';
