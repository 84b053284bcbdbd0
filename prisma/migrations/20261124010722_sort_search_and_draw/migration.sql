-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "support" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- PostgreSQL takes "bus" and "buses" for different words, and buses are what people write about.
CREATE FUNCTION one_form(words text, form text) RETURNS text IMMUTABLE LANGUAGE sql AS
  $$ SELECT regexp_replace(words, '\m(bus|gas)(es)?\M', form, 'gi') $$;

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (to_tsvector('english', one_form(text, '\1'))) STORED;

-- Wilson's lower bound (95%, two sides) for the share who agree, as lib/summaries/support has it.
CREATE FUNCTION wilson(agrees integer, reacted integer) RETURNS double precision IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN reacted = 0 THEN 0 ELSE greatest(0,
    (share + zz / (2 * reacted) - sqrt(zz) * sqrt((share * (1 - share) + zz / (4 * reacted)) / reacted)) / (1 + zz / reacted)) END
  FROM (SELECT agrees::double precision / nullif(reacted, 0) AS share, 1.959964::double precision ^ 2 AS zz) AS given
$$;
UPDATE threads SET support = wilson(agrees, agrees + disagrees + passes)
  FROM comments WHERE "threadId" = threads.id AND NOT "isReply";

-- CreateIndex
CREATE INDEX "threads_strategyId_support_id_idx" ON "threads"("strategyId", "support" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_sectionId_support_id_idx" ON "threads"("sectionId", "support" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_strategyId_replyCount_id_idx" ON "threads"("strategyId", "replyCount" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_sectionId_replyCount_id_idx" ON "threads"("sectionId", "replyCount" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_strategyId_id_idx" ON "threads"("strategyId", "id");

-- CreateIndex
CREATE INDEX "threads_sectionId_id_idx" ON "threads"("sectionId", "id");

-- CreateIndex
CREATE INDEX "threads_sectionId_paragraphId_idx" ON "threads"("sectionId", "paragraphId");

-- CreateIndex
CREATE INDEX "comments_strategyId_isReply_state_id_idx" ON "comments"("strategyId", "isReply", "state", "id");

-- CreateIndex
CREATE INDEX "comments_search_idx" ON "comments" USING GIN ("search" tsvector_ops);
