-- Decisions whose hash covers the exact time may lose it: what the hash covers of them beside the public fields is
-- replaced by its own hash, from which nobody finds the time again without the keyed hash of the text.
ALTER TABLE "decisions" ADD COLUMN "commitment" BYTEA;

-- Whether the hash of a decision is that of its public fields with this commitment, as lib/audit/chain.rules.ts has it.
-- A week begins on Monday in London, or in UTC in hashes until December 2026.
CREATE FUNCTION is_hash_of_commitment(decision decisions, commitment bytea) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT bool_or(decision.hash = sha256(convert_to(format('["%s",%s,%s,"%s","%s","%s","%s","%s"]',
    encode(decision."previousHash", 'hex'), to_json(decision."chainId"), decision.sequence,
    to_char(date_trunc('week', local), 'YYYY-MM-DD'), decision.action, decision."fromState", decision."toState",
    encode(commitment, 'hex')), 'UTF8')))
  FROM (VALUES (decision."decidedAt" AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London'), (decision."decidedAt")) t (local)
$$;

-- A decision may become coarser, and nothing else of it may change.
CREATE OR REPLACE FUNCTION refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."decidedAt" = london_day_start(OLD."decidedAt") THEN
    IF NEW."isDayHashed" AND to_jsonb(NEW) - 'decidedAt' = to_jsonb(OLD) - 'decidedAt' THEN
      RETURN NEW;
    END IF;
    IF NOT OLD."isDayHashed" AND OLD."commitment" IS NULL AND NEW."textHash" = ''
      AND is_hash_of_commitment(OLD, NEW."commitment")
      AND to_jsonb(NEW) - '{decidedAt,textHash,commitment}'::text[]
        = to_jsonb(OLD) - '{decidedAt,textHash,commitment}'::text[] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'decisions is append-only';
END $$;

-- the role that runs the service, where it is not the owner
DO $$
DECLARE service text;
BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.column_privileges
    WHERE table_schema = 'public' AND table_name = 'decisions' AND column_name = 'decidedAt'
      AND privilege_type = 'UPDATE' AND grantee NOT IN (current_user, 'PUBLIC')
  LOOP
    EXECUTE format('GRANT UPDATE ("textHash", commitment) ON decisions TO %I', service);
  END LOOP;
END $$;
