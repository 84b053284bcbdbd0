-- CreateTable
CREATE TABLE "listed_threads" (
    "strategyId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "week" DATE,
    "replyCount" INTEGER NOT NULL,
    "support" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "listed_threads_pkey" PRIMARY KEY ("strategyId","key","id")
);

-- CreateIndex
CREATE INDEX "listed_threads_strategyId_key_week_id_idx" ON "listed_threads"("strategyId", "key", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "listed_threads_strategyId_key_support_id_idx" ON "listed_threads"("strategyId", "key", "support" DESC, "id");

-- CreateIndex
CREATE INDEX "listed_threads_strategyId_key_replyCount_id_idx" ON "listed_threads"("strategyId", "key", "replyCount" DESC, "id");

-- CreateIndex
CREATE INDEX "listed_threads_id_idx" ON "listed_threads"("id");

-- AddForeignKey
ALTER TABLE "listed_threads" ADD CONSTRAINT "listed_threads_id_fkey" FOREIGN KEY ("id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows is no table: the rows are kept by triggers, so that no deed can forget them.

CREATE FUNCTION keys_of_first_comment(comment_id text, stance "Stance") RETURNS SETOF text STABLE LANGUAGE sql AS $$
  SELECT 'theme:' || "themeId" FROM comment_themes WHERE "commentId" = comment_id
  UNION ALL SELECT 'stance:' || stance WHERE stance IS NOT NULL
$$;

-- Lists a thread whose first comment is published. Its row is held first: what it is sorted by is that of one moment.
CREATE FUNCTION list_thread(thread_id text, comment_id text, stance "Stance") RETURNS void LANGUAGE plpgsql AS $$
DECLARE t threads;
BEGIN
  SELECT * INTO t FROM threads WHERE id = thread_id FOR NO KEY UPDATE;
  INSERT INTO listed_threads ("strategyId", key, id, week, "replyCount", support)
    SELECT t."strategyId", key, t.id, t.week, t."replyCount", t.support FROM keys_of_first_comment(comment_id, stance) key
    ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION first_comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM listed_threads WHERE id = OLD."threadId"; END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'published' THEN PERFORM list_thread(NEW."threadId", NEW.id, NEW.stance); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_list_new AFTER INSERT ON comments FOR EACH ROW
  WHEN (NEW.state = 'published' AND NOT NEW."isReply") EXECUTE FUNCTION first_comment_changed();
CREATE TRIGGER comments_list AFTER UPDATE OF state, stance ON comments FOR EACH ROW
  WHEN (NOT NEW."isReply" AND (OLD.state, OLD.stance) IS DISTINCT FROM (NEW.state, NEW.stance)
    AND 'published' IN (OLD.state, NEW.state)) EXECUTE FUNCTION first_comment_changed();
CREATE TRIGGER comments_list_gone AFTER DELETE ON comments FOR EACH ROW
  WHEN (NOT OLD."isReply") EXECUTE FUNCTION first_comment_changed();

CREATE FUNCTION comment_theme_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c comments;
BEGIN
  SELECT * INTO c FROM comments WHERE id = coalesce(NEW."commentId", OLD."commentId");
  IF c.state = 'published' AND NOT c."isReply" THEN
    DELETE FROM listed_threads WHERE id = c."threadId";
    PERFORM list_thread(c."threadId", c.id, c.stance);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_themes_list AFTER INSERT OR UPDATE OR DELETE ON comment_themes FOR EACH ROW
  EXECUTE FUNCTION comment_theme_changed();

CREATE FUNCTION thread_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE listed_threads SET week = NEW.week, "replyCount" = NEW."replyCount", support = NEW.support WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER threads_list AFTER UPDATE OF week, "replyCount", support ON threads FOR EACH ROW
  WHEN ((OLD.week, OLD."replyCount", OLD.support) IS DISTINCT FROM (NEW.week, NEW."replyCount", NEW.support))
  EXECUTE FUNCTION thread_changed();

-- What is published already.
INSERT INTO listed_threads ("strategyId", key, id, week, "replyCount", support)
  SELECT t."strategyId", key, t.id, t.week, t."replyCount", t.support
  FROM threads t JOIN comments c ON c."threadId" = t.id AND NOT c."isReply" AND c.state = 'published',
    keys_of_first_comment(c.id, c.stance) key;
