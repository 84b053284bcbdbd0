-- where each chain of decisions ended on a day
CREATE TABLE "chain_heads" (
    "chainId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "length" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "chain_heads_pkey" PRIMARY KEY ("chainId","day")
);

-- how long cases waited lately
CREATE INDEX "cases_decidedAt_idx" ON "cases"("decidedAt");

CREATE TRIGGER chain_heads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- also for a session that calls itself a replica, which skips ordinary triggers
ALTER TABLE chain_heads ENABLE ALWAYS TRIGGER chain_heads_append_only;
ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_append_only;
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only;
ALTER TABLE case_steps ENABLE ALWAYS TRIGGER case_steps_append_only;
