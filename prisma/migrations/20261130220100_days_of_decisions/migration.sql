-- The chain of decisions covers the day alone, so that the exact time can go once nothing needs it. What is hashed with
-- its exact time stays as it is.
ALTER TABLE "decisions" ADD COLUMN "isDayHashed" BOOLEAN NOT NULL DEFAULT false;

-- When a day in London begins. Times are stored in UTC, without a zone.
CREATE FUNCTION london_day_start(moment timestamp) RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT date_trunc('day', moment AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')
     AT TIME ZONE 'Europe/London' AT TIME ZONE 'UTC' $$;

-- A decision may become coarser, and nothing else of it may change.
CREATE FUNCTION refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."isDayHashed" AND NEW."decidedAt" = london_day_start(OLD."decidedAt")
    AND to_jsonb(NEW) - 'decidedAt' = to_jsonb(OLD) - 'decidedAt' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'decisions is append-only';
END $$;
DROP TRIGGER decisions_append_only ON decisions;
CREATE TRIGGER decisions_append_only BEFORE DELETE OR TRUNCATE ON decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_unchanged BEFORE UPDATE ON decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decision();
ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_append_only;
ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_unchanged;
