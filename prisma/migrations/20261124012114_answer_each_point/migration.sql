-- CreateEnum
CREATE TYPE "PointKind" AS ENUM ('theme', 'thread', 'response');

-- CreateEnum
CREATE TYPE "AnswerDecision" AS ENUM ('accepted', 'partly', 'rejected', 'already_so');

-- CreateEnum
CREATE TYPE "AnswerState" AS ENUM ('draft', 'reviewed', 'published');

-- CreateTable
CREATE TABLE "answers" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "pointKind" "PointKind" NOT NULL,
    "pointId" TEXT NOT NULL,
    "state" "AnswerState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER,
    "week" DATE,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_revisions" (
    "answerId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "decision" "AnswerDecision" NOT NULL,
    "why" TEXT NOT NULL,
    "changed" TEXT,
    "paragraphId" TEXT,
    "versionId" TEXT,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewedById" TEXT,
    "reviewedAt" TIMESTAMP(3),
    "publishedById" TEXT,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "answer_revisions_pkey" PRIMARY KEY ("answerId","number")
);

-- CreateTable
CREATE TABLE "answers_closings" (
    "strategyId" TEXT NOT NULL,
    "closedById" TEXT NOT NULL,
    "closedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_closings_pkey" PRIMARY KEY ("strategyId")
);

-- CreateTable
CREATE TABLE "thread_notes" (
    "id" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_tags" (
    "bodyId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_tags_pkey" PRIMARY KEY ("bodyId","threadId","tag")
);

-- CreateTable
CREATE TABLE "last_seen" (
    "accountId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "last_seen_pkey" PRIMARY KEY ("accountId","bodyId")
);

-- the ledger of a strategy, newest week first
CREATE INDEX "answers_strategyId_week_id_idx" ON "answers"("strategyId", "week" DESC, "id");

-- what waits for a second officer
CREATE INDEX "answers_bodyId_state_idx" ON "answers"("bodyId", "state");

-- one answer to a point
CREATE UNIQUE INDEX "answers_strategyId_pointKind_pointId_key" ON "answers"("strategyId", "pointKind", "pointId");

-- a thread's notes
CREATE INDEX "thread_notes_bodyId_threadId_idx" ON "thread_notes"("bodyId", "threadId");

-- the threads with one tag
CREATE INDEX "thread_tags_bodyId_tag_idx" ON "thread_tags"("bodyId", "tag");

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "answers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers_closings" ADD CONSTRAINT "answers_closings_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an officer wrote stays as it was written; only who reviewed and published it is added.
CREATE TRIGGER answer_revisions_keep_words BEFORE UPDATE OF "answerId", number, decision, why, changed, "paragraphId", "versionId", "writtenById", "writtenAt" OR DELETE OR TRUNCATE ON answer_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answers_closings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answers_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
