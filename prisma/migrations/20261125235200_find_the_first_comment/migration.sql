-- DropIndex
DROP INDEX "comments_threadId_state_week_id_idx";

-- CreateIndex
CREATE INDEX "comments_threadId_isReply_week_id_idx" ON "comments"("threadId", "isReply", "week", "id");
