-- RFC 3161 timestamps of the heads of the record, one for each day: docs/decisions/0202.
CREATE TABLE "head_timestamps" (
    "day" DATE NOT NULL,
    "token" BYTEA NOT NULL,

    CONSTRAINT "head_timestamps_pkey" PRIMARY KEY ("day")
);
CREATE TRIGGER head_timestamps_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON head_timestamps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE head_timestamps ENABLE ALWAYS TRIGGER head_timestamps_append_only;
