-- Rows that are evidence cannot be updated or deleted, not by the application either: moderation decisions, the audit
-- log, published releases, answers and collective responses. Triggers enforce this inside the database, because a
-- permission check in the code does not cover a mistake in the code.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

-- The record of moderation.
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_reassignments_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_reassignments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_heads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON chain_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A session with session_replication_role = replica skips ordinary triggers. These four fire in such a session too.
ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_append_only;
ALTER TABLE case_reassignments ENABLE ALWAYS TRIGGER case_reassignments_append_only;
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only;
ALTER TABLE chain_heads ENABLE ALWAYS TRIGGER chain_heads_append_only;

-- Published counts.
CREATE TRIGGER releases_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON releases
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Answers of the lead body. The columns that a second officer fills in later (reviewedById, publishedById and their
-- times) may change; the text and its author may not.
CREATE TRIGGER answer_revisions_text_append_only
  BEFORE UPDATE OF "answerId", number, decision, why, changed, "paragraphId", "versionId", "writtenById", "writtenAt"
    OR DELETE OR TRUNCATE ON answer_revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answers_closures_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answers_closures
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Collective responses: each published revision, and every text that an editor submitted.
CREATE TRIGGER response_edits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_edits
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER response_revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER response_revision_parts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_revision_parts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
