-- When staff did something is known to the day once that is over, and in which order of the day (docs/decisions/0211).
ALTER TABLE "audit_events" ADD COLUMN "orderInDay" INTEGER;
ALTER TABLE "case_reassignments" ADD COLUMN "orderInDay" INTEGER;

-- Such a row may lose its exact time, once, and nothing else of it may change. The argument is the name of the column.
CREATE FUNCTION refuse_change_but_to_the_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  time_column text := TG_ARGV[0];
  moment timestamp := (to_jsonb(OLD) ->> time_column)::timestamp;
BEGIN
  IF OLD."orderInDay" IS NULL AND NEW."orderInDay" IS NOT NULL
    AND (to_jsonb(NEW) ->> time_column)::timestamp = london_day_start(moment)
    AND to_jsonb(NEW) - ARRAY[time_column, 'orderInDay'] = to_jsonb(OLD) - ARRAY[time_column, 'orderInDay'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

DROP TRIGGER audit_events_append_only ON audit_events;
CREATE TRIGGER audit_events_append_only BEFORE DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_unchanged BEFORE UPDATE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_to_the_day('occurredAt');
DROP TRIGGER case_reassignments_append_only ON case_reassignments;
CREATE TRIGGER case_reassignments_append_only BEFORE DELETE OR TRUNCATE ON case_reassignments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_reassignments_unchanged BEFORE UPDATE ON case_reassignments
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_to_the_day('reassignedAt');
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only;
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_unchanged;
ALTER TABLE case_reassignments ENABLE ALWAYS TRIGGER case_reassignments_append_only;
ALTER TABLE case_reassignments ENABLE ALWAYS TRIGGER case_reassignments_unchanged;

-- the role that runs the service, where it is not the owner
DO $$
DECLARE service text;
BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.column_privileges
    WHERE table_schema = 'public' AND table_name = 'decisions' AND column_name = 'decidedAt'
      AND privilege_type = 'UPDATE' AND grantee NOT IN (current_user, 'PUBLIC')
  LOOP
    EXECUTE format('GRANT UPDATE ("occurredAt", "orderInDay") ON audit_events TO %I', service);
    EXECUTE format('GRANT UPDATE ("reassignedAt", "orderInDay") ON case_reassignments TO %I', service);
  END LOOP;
END $$;
