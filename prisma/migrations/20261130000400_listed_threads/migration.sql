-- Triggers that maintain listed_threads: one row for each theme and stance of a thread's first comment, with the columns
-- that lists are sorted by (lib/comments/threads/thread-list.queries.ts). They run in the transaction that changes a
-- comment, its themes or its thread, so that no command has to remember it.

-- The keys under which a thread is listed.
CREATE FUNCTION listed_thread_keys(comment_id text, stance "Stance") RETURNS SETOF text STABLE LANGUAGE sql AS $$
  SELECT 'theme:' || "themeId" FROM comment_themes WHERE "commentId" = comment_id
  UNION ALL SELECT 'stance:' || stance WHERE stance IS NOT NULL
$$;

-- Adds the rows of a thread whose first comment is published. It locks the thread's row first, so that the sort columns
-- it copies cannot change before this transaction ends.
CREATE FUNCTION update_listed_threads(thread_id text, comment_id text, stance "Stance")
  RETURNS void LANGUAGE plpgsql AS $$
DECLARE t threads;
BEGIN
  SELECT * INTO t FROM threads WHERE id = thread_id FOR NO KEY UPDATE;
  INSERT INTO listed_threads ("strategyId", key, id, week, "replyCount", support)
    SELECT t."strategyId", key, t.id, t.week, t."replyCount", t.support FROM listed_thread_keys(comment_id, stance) key
    ON CONFLICT DO NOTHING;
END $$;

-- A first comment is published or withdrawn, changes its stance, or is deleted.
CREATE FUNCTION first_comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM listed_threads WHERE id = OLD."threadId"; END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'published' THEN
    PERFORM update_listed_threads(NEW."threadId", NEW.id, NEW.stance);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_list_inserted AFTER INSERT ON comments FOR EACH ROW
  WHEN (NEW.state = 'published' AND NOT NEW."isReply") EXECUTE FUNCTION first_comment_changed();
CREATE TRIGGER comments_list_updated AFTER UPDATE OF state, stance ON comments FOR EACH ROW
  WHEN (NOT NEW."isReply" AND (OLD.state, OLD.stance) IS DISTINCT FROM (NEW.state, NEW.stance)
    AND 'published' IN (OLD.state, NEW.state)) EXECUTE FUNCTION first_comment_changed();
CREATE TRIGGER comments_list_deleted AFTER DELETE ON comments FOR EACH ROW
  WHEN (NOT OLD."isReply") EXECUTE FUNCTION first_comment_changed();

-- A first comment gets or loses a theme.
CREATE FUNCTION comment_theme_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c comments;
BEGIN
  SELECT * INTO c FROM comments WHERE id = coalesce(NEW."commentId", OLD."commentId");
  IF c.state = 'published' AND NOT c."isReply" THEN
    DELETE FROM listed_threads WHERE id = c."threadId";
    PERFORM update_listed_threads(c."threadId", c.id, c.stance);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_themes_list AFTER INSERT OR UPDATE OR DELETE ON comment_themes FOR EACH ROW
  EXECUTE FUNCTION comment_theme_changed();

-- A column that lists are sorted by changes.
CREATE FUNCTION thread_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE listed_threads SET week = NEW.week, "replyCount" = NEW."replyCount", support = NEW.support WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER threads_list AFTER UPDATE OF week, "replyCount", support ON threads FOR EACH ROW
  WHEN ((OLD.week, OLD."replyCount", OLD.support) IS DISTINCT FROM (NEW.week, NEW."replyCount", NEW.support))
  EXECUTE FUNCTION thread_changed();
