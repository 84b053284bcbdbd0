-- CreateEnum
CREATE TYPE "MandateMethod" AS ENUM ('ballot', 'survey', 'paper', 'meetings', 'delegates');

-- CreateTable
CREATE TABLE "collective_responses" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "unionId" TEXT NOT NULL,
    "branch" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collective_responses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_parts" (
    "responseId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedById" TEXT NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_parts_pkey" PRIMARY KEY ("responseId","place")
);

-- CreateTable
CREATE TABLE "response_edits" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isAside" BOOLEAN NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_edits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_mandates" (
    "responseId" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "tookPart" INTEGER NOT NULL,
    "method" "MandateMethod" NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "minority" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedById" TEXT NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_mandates_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "response_revisions" (
    "responseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "covers" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "tookPart" INTEGER NOT NULL,
    "method" "MandateMethod" NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "minority" TEXT NOT NULL,
    "why" TEXT,
    "publishedById" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_revisions_pkey" PRIMARY KEY ("responseId","number")
);

-- CreateTable
CREATE TABLE "response_revision_parts" (
    "responseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "response_revision_parts_pkey" PRIMARY KEY ("responseId","number","place")
);

-- CreateIndex
CREATE INDEX "collective_responses_unionId_idx" ON "collective_responses"("unionId");

-- CreateIndex
CREATE UNIQUE INDEX "collective_responses_strategyId_unionId_branch_key" ON "collective_responses"("strategyId", "unionId", "branch");

-- CreateIndex
CREATE INDEX "response_edits_responseId_place_at_idx" ON "response_edits"("responseId", "place", "at");

-- AddForeignKey
ALTER TABLE "collective_responses" ADD CONSTRAINT "collective_responses_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collective_responses" ADD CONSTRAINT "collective_responses_unionId_fkey" FOREIGN KEY ("unionId") REFERENCES "unions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_parts" ADD CONSTRAINT "response_parts_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "collective_responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_edits" ADD CONSTRAINT "response_edits_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "collective_responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_mandates" ADD CONSTRAINT "response_mandates_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "collective_responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_revisions" ADD CONSTRAINT "response_revisions_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "collective_responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_revision_parts" ADD CONSTRAINT "response_revision_parts_responseId_number_fkey" FOREIGN KEY ("responseId", "number") REFERENCES "response_revisions"("responseId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What was published, and every text that was sent, stays as it was.
CREATE TRIGGER response_edits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_edits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER response_revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER response_revision_parts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_revision_parts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
