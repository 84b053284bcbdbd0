-- Places are found by misspelt names.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ThemeFamily" AS ENUM ('foundation', 'grand_challenge', 'work_theme');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('for', 'neutral', 'against');

-- CreateEnum
CREATE TYPE "CommentState" AS ENUM ('held', 'published', 'returned', 'rejected', 'removed', 'withdrawn');

-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('open', 'locked', 'archived');

-- CreateEnum
CREATE TYPE "ReactionValue" AS ENUM ('agree', 'disagree', 'pass');

-- CreateEnum
CREATE TYPE "Source" AS ENUM ('participant', 'meeting_record', 'import');

-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('pre_moderation', 'check', 'flag', 'illegal', 'appeal', 'second_look');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('open', 'decided', 'lapsed');

-- CreateEnum
CREATE TYPE "Deed" AS ENUM ('publish', 'return', 'reject', 'redact', 'remove', 'lock', 'uphold', 'dismiss');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('rep', 'union_editor', 'union_officer', 'officer', 'admin');

-- CreateEnum
CREATE TYPE "Phase" AS ENUM ('reference', 'draft', 'checked', 'open', 'closed', 'archived');

-- CreateEnum
CREATE TYPE "ModerationMode" AS ENUM ('before', 'after');

-- CreateEnum
CREATE TYPE "DistrictRole" AS ENUM ('constituent', 'lep_area', 'lep_area_only', 'former_lep_area');

-- CreateTable
CREATE TABLE "body_kinds" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "plural" TEXT NOT NULL,
    "short" TEXT NOT NULL,

    CONSTRAINT "body_kinds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bodies" (
    "id" TEXT NOT NULL,
    "kindId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "otherNames" TEXT,
    "onsCode" TEXT,
    "regions" TEXT[],
    "population" INTEGER,
    "shareRural" DOUBLE PRECISION,
    "hasMayor" BOOLEAN NOT NULL DEFAULT false,
    "mayor" TEXT,
    "established" TEXT,
    "tileQ" INTEGER,
    "tileR" INTEGER,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "districts" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "county" TEXT,
    "code2021" TEXT NOT NULL,
    "name2021" TEXT NOT NULL,
    "code2023" TEXT NOT NULL,
    "name2023" TEXT NOT NULL,
    "population" INTEGER NOT NULL,
    "coast" TEXT NOT NULL,
    "ruralClass" TEXT NOT NULL,
    "nuts3" TEXT NOT NULL,
    "nuts3Name" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "districts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_districts" (
    "bodyId" TEXT NOT NULL,
    "districtId" TEXT NOT NULL,
    "vintage" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "share" DOUBLE PRECISION,

    CONSTRAINT "body_districts_pkey" PRIMARY KEY ("bodyId","districtId","vintage")
);

-- CreateTable
CREATE TABLE "places" (
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "districtId" TEXT NOT NULL,

    CONSTRAINT "places_pkey" PRIMARY KEY ("name","districtId")
);

-- CreateTable
CREATE TABLE "sectors" (
    "id" TEXT NOT NULL,
    "officialName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "foundational" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "lowPaid" TEXT NOT NULL,
    "unions" TEXT[],
    "partOf" TEXT,

    CONSTRAINT "sectors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "themes" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "family" "ThemeFamily" NOT NULL,
    "description" TEXT NOT NULL,
    "parentId" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "themes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unions" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "sectors" TEXT[],
    "certainty" TEXT NOT NULL,

    CONSTRAINT "unions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tuc_regions" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,

    CONSTRAINT "tuc_regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_evidence" (
    "id" INTEGER NOT NULL,
    "strategyId" TEXT,
    "what" TEXT NOT NULL,
    "size" TEXT,
    "named" TEXT,
    "unionsNamed" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "consultation_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_counts" (
    "areaId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sectorId" TEXT NOT NULL,
    "employment" INTEGER NOT NULL,

    CONSTRAINT "job_counts_pkey" PRIMARY KEY ("areaId","year","sectorId")
);

-- CreateTable
CREATE TABLE "resident_counts" (
    "districtCode" TEXT NOT NULL,
    "industryGroup" TEXT NOT NULL,
    "residents" INTEGER,
    "plusMinus" INTEGER,
    "flag" TEXT,

    CONSTRAINT "resident_counts_pkey" PRIMARY KEY ("districtCode","industryGroup")
);

-- CreateTable
CREATE TABLE "median_pay" (
    "districtId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "pounds" DOUBLE PRECISION,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "measuredFor" TEXT NOT NULL,

    CONSTRAINT "median_pay_pkey" PRIMARY KEY ("districtId","year")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deed" TEXT NOT NULL,
    "accountId" TEXT,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "commentId" TEXT,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "paragraphId" TEXT,
    "state" "ThreadState" NOT NULL DEFAULT 'open',
    "week" DATE,
    "replyCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "isReply" BOOLEAN NOT NULL DEFAULT false,
    "participantId" TEXT NOT NULL,
    "stance" "Stance",
    "state" "CommentState" NOT NULL DEFAULT 'held',
    "source" "Source" NOT NULL DEFAULT 'participant',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL DEFAULT '',
    "isRedacted" BOOLEAN NOT NULL DEFAULT false,
    "week" DATE,
    "districtId" TEXT,
    "vintage" TEXT,
    "sectorId" TEXT,
    "lepId" TEXT,
    "agrees" INTEGER NOT NULL DEFAULT 0,
    "disagrees" INTEGER NOT NULL DEFAULT 0,
    "passes" INTEGER NOT NULL DEFAULT 0,
    "formId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "commentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "versionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("commentId","number")
);

-- CreateTable
CREATE TABLE "comment_themes" (
    "commentId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,

    CONSTRAINT "comment_themes_pkey" PRIMARY KEY ("commentId","themeId")
);

-- CreateTable
CREATE TABLE "reactions" (
    "commentId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "value" "ReactionValue" NOT NULL,

    CONSTRAINT "reactions_pkey" PRIMARY KEY ("commentId","participantId")
);

-- CreateTable
CREATE TABLE "tallies" (
    "strategyId" TEXT NOT NULL,
    "lepId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "threads" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tallies_pkey" PRIMARY KEY ("strategyId","lepId","by","key")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" TEXT NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "state" "CaseState" NOT NULL DEFAULT 'open',
    "strategyId" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "claimedById" TEXT,
    "claimedUntil" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_hits" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "check_hits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "participantId" TEXT,
    "reason" TEXT NOT NULL,
    "words" TEXT,

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" TEXT NOT NULL,
    "chainId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "caseId" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "deed" "Deed" NOT NULL,
    "fromState" "CommentState" NOT NULL,
    "toState" "CommentState" NOT NULL,
    "reason" TEXT,
    "reasonVersion" INTEGER,
    "spans" JSONB,
    "textHash" BYTEA NOT NULL,
    "deciderId" TEXT NOT NULL,
    "deciderUnion" TEXT,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "previousHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_notes" (
    "decisionId" TEXT NOT NULL,
    "toAuthor" TEXT,
    "private" TEXT,

    CONSTRAINT "decision_notes_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "emailSealed" BYTEA,
    "emailIndex" BYTEA,
    "label" TEXT,
    "erasedAt" TIMESTAMP(3),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grants" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "bodyId" TEXT,
    "unionId" TEXT,
    "grantedById" TEXT,
    "grantedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "accountId" TEXT,
    "participantId" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "steppedUpAt" TIMESTAMP(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_requests" (
    "id" TEXT NOT NULL,
    "emailSealed" BYTEA NOT NULL,
    "emailIndex" BYTEA NOT NULL,
    "linkHash" BYTEA NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "mailSealed" BYTEA,
    "browserHash" BYTEA NOT NULL,
    "returnTo" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "sign_in_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participants" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "receiptHash" BYTEA,
    "ownerIndex" BYTEA,
    "consentedTo" TEXT,
    "consentedAt" TIMESTAMP(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "participants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" BYTEA NOT NULL,
    "points" INTEGER NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "strategy_kinds" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "plural" TEXT NOT NULL,
    "short" TEXT NOT NULL,

    CONSTRAINT "strategy_kinds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategies" (
    "id" TEXT NOT NULL,
    "kindId" TEXT NOT NULL,
    "areaName" TEXT NOT NULL,
    "leadBodyId" TEXT NOT NULL,
    "leadType" TEXT NOT NULL,
    "leadName" TEXT NOT NULL,
    "leadPerson" TEXT,
    "title" TEXT,
    "wave" INTEGER,
    "status" TEXT NOT NULL,
    "statusDate" TEXT,
    "priorities" TEXT[],
    "certainty" TEXT NOT NULL,
    "source" TEXT,
    "phase" "Phase" NOT NULL DEFAULT 'reference',
    "moderation" "ModerationMode" NOT NULL DEFAULT 'before',
    "opensAt" TIMESTAMP(3),
    "closesAt" TIMESTAMP(3),
    "summary" TEXT,
    "canChange" TEXT,
    "contact" TEXT,

    CONSTRAINT "strategies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategy_bodies" (
    "strategyId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,

    CONSTRAINT "strategy_bodies_pkey" PRIMARY KEY ("strategyId","bodyId")
);

-- CreateTable
CREATE TABLE "strategy_districts" (
    "strategyId" TEXT NOT NULL,
    "districtId" TEXT NOT NULL,
    "role" "DistrictRole" NOT NULL,
    "viaBodies" TEXT[],
    "on2017" BOOLEAN NOT NULL,
    "on2021" BOOLEAN NOT NULL,
    "alsoInMayoralCa" TEXT,

    CONSTRAINT "strategy_districts_pkey" PRIMARY KEY ("strategyId","districtId")
);

-- CreateTable
CREATE TABLE "versions" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "publishedAt" TIMESTAMP(3),
    "checkedById" TEXT,
    "createdById" TEXT,

    CONSTRAINT "versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sections" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_sections" (
    "versionId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "foundationId" TEXT,
    "themeIds" TEXT[],
    "canChange" TEXT,

    CONSTRAINT "version_sections_pkey" PRIMARY KEY ("versionId","sectionId")
);

-- CreateTable
CREATE TABLE "paragraphs" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,

    CONSTRAINT "paragraphs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_paragraphs" (
    "versionId" TEXT NOT NULL,
    "paragraphId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,

    CONSTRAINT "version_paragraphs_pkey" PRIMARY KEY ("versionId","paragraphId")
);

-- CreateIndex
CREATE INDEX "bodies_kindId_name_idx" ON "bodies"("kindId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "districts_slug_key" ON "districts"("slug");

-- CreateIndex
CREATE INDEX "districts_nuts3_idx" ON "districts"("nuts3");

-- CreateIndex
CREATE INDEX "body_districts_districtId_idx" ON "body_districts"("districtId");

-- CreateIndex
CREATE INDEX "places_search_trgm" ON "places" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "places_search_idx" ON "places"("search");

-- CreateIndex
CREATE INDEX "audit_events_subject_idx" ON "audit_events"("subject");

-- CreateIndex
CREATE INDEX "notices_participantId_idx" ON "notices"("participantId");

-- CreateIndex
CREATE INDEX "threads_strategyId_week_id_idx" ON "threads"("strategyId", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_sectionId_week_id_idx" ON "threads"("sectionId", "week" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "comments_formId_key" ON "comments"("formId");

-- CreateIndex
CREATE INDEX "comments_threadId_state_week_id_idx" ON "comments"("threadId", "state", "week", "id");

-- CreateIndex
CREATE INDEX "comments_participantId_idx" ON "comments"("participantId");

-- CreateIndex
CREATE INDEX "comments_lepId_state_week_id_idx" ON "comments"("lepId", "state", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "comments_strategyId_state_week_id_idx" ON "comments"("strategyId", "state", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "comment_themes_themeId_idx" ON "comment_themes"("themeId");

-- CreateIndex
CREATE INDEX "reactions_participantId_idx" ON "reactions"("participantId");

-- CreateIndex
CREATE INDEX "tallies_lepId_idx" ON "tallies"("lepId");

-- CreateIndex
CREATE INDEX "cases_strategyId_state_dueAt_id_idx" ON "cases"("strategyId", "state", "dueAt", "id");

-- CreateIndex
CREATE INDEX "cases_commentId_idx" ON "cases"("commentId");

-- CreateIndex
CREATE INDEX "check_hits_caseId_idx" ON "check_hits"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "flags_caseId_participantId_key" ON "flags"("caseId", "participantId");

-- CreateIndex
CREATE INDEX "decisions_commentId_idx" ON "decisions"("commentId");

-- CreateIndex
CREATE INDEX "decisions_caseId_idx" ON "decisions"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_chainId_sequence_key" ON "decisions"("chainId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_emailIndex_key" ON "accounts"("emailIndex");

-- CreateIndex
CREATE INDEX "grants_accountId_idx" ON "grants"("accountId");

-- CreateIndex
CREATE INDEX "grants_bodyId_role_idx" ON "grants"("bodyId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_tokenHash_key" ON "sessions"("tokenHash");

-- CreateIndex
CREATE INDEX "sessions_accountId_idx" ON "sessions"("accountId");

-- CreateIndex
CREATE INDEX "sessions_participantId_idx" ON "sessions"("participantId");

-- CreateIndex
CREATE INDEX "sessions_endsAt_idx" ON "sessions"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_requests_linkHash_key" ON "sign_in_requests"("linkHash");

-- CreateIndex
CREATE INDEX "sign_in_requests_emailIndex_idx" ON "sign_in_requests"("emailIndex");

-- CreateIndex
CREATE INDEX "sign_in_requests_endsAt_idx" ON "sign_in_requests"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "participants_receiptHash_key" ON "participants"("receiptHash");

-- CreateIndex
CREATE UNIQUE INDEX "participants_ownerIndex_key" ON "participants"("ownerIndex");

-- CreateIndex
CREATE UNIQUE INDEX "participants_strategyId_alias_key" ON "participants"("strategyId", "alias");

-- CreateIndex
CREATE INDEX "rate_limits_endsAt_idx" ON "rate_limits"("endsAt");

-- CreateIndex
CREATE INDEX "strategy_bodies_bodyId_idx" ON "strategy_bodies"("bodyId");

-- CreateIndex
CREATE INDEX "strategy_districts_districtId_idx" ON "strategy_districts"("districtId");

-- CreateIndex
CREATE UNIQUE INDEX "versions_strategyId_number_key" ON "versions"("strategyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sections_strategyId_number_key" ON "sections"("strategyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "version_sections_versionId_position_key" ON "version_sections"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "version_paragraphs_versionId_sectionId_position_key" ON "version_paragraphs"("versionId", "sectionId", "position");

-- AddForeignKey
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_kindId_fkey" FOREIGN KEY ("kindId") REFERENCES "body_kinds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_districts" ADD CONSTRAINT "body_districts_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_districts" ADD CONSTRAINT "body_districts_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "themes" ADD CONSTRAINT "themes_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "themes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "sections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "paragraphs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_sectorId_fkey" FOREIGN KEY ("sectorId") REFERENCES "sectors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_lepId_fkey" FOREIGN KEY ("lepId") REFERENCES "bodies"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_themes" ADD CONSTRAINT "comment_themes_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_themes" ADD CONSTRAINT "comment_themes_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "themes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_hits" ADD CONSTRAINT "check_hits_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_unionId_fkey" FOREIGN KEY ("unionId") REFERENCES "unions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_kindId_fkey" FOREIGN KEY ("kindId") REFERENCES "strategy_kinds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_leadBodyId_fkey" FOREIGN KEY ("leadBodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_bodies" ADD CONSTRAINT "strategy_bodies_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_bodies" ADD CONSTRAINT "strategy_bodies_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_districts" ADD CONSTRAINT "strategy_districts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_districts" ADD CONSTRAINT "strategy_districts_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "versions" ADD CONSTRAINT "versions_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sections" ADD CONSTRAINT "sections_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "sections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_paragraphs" ADD CONSTRAINT "version_paragraphs_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_paragraphs" ADD CONSTRAINT "version_paragraphs_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "paragraphs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_paragraphs" ADD CONSTRAINT "version_paragraphs_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "sections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Decisions and the audit are append-only, for the application too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the tallies must be, counted afresh: for `ops verify`, and after rows were written in bulk. A comment counts
-- under the foundation that its section has in the newest published version.
CREATE VIEW tallies_counted AS
WITH current_version AS (
  SELECT DISTINCT ON ("strategyId") "strategyId", id FROM versions
  WHERE "publishedAt" IS NOT NULL ORDER BY "strategyId", number DESC
), counted AS (
  SELECT c.id, c."strategyId", coalesce(c."lepId", '') AS "lepId", t."sectionId", s."foundationId",
    coalesce(c.stance::text, '') AS stance,
    (c.state = 'published')::int AS comments,
    (c.state = 'published' AND NOT c."isReply")::int AS threads,
    (c.state = 'held')::int AS waiting
  FROM comments c
  JOIN threads t ON t.id = c."threadId"
  LEFT JOIN current_version v ON v."strategyId" = c."strategyId"
  LEFT JOIN version_sections s ON s."versionId" = v.id AND s."sectionId" = t."sectionId"
  WHERE c.state IN ('published', 'held')
), cells AS (
  SELECT "strategyId", "lepId", 'all' AS by, '' AS key, comments, threads, waiting FROM counted
  UNION ALL
  SELECT "strategyId", "lepId", 'section', "sectionId", comments, threads, 0 FROM counted WHERE comments = 1
  UNION ALL
  SELECT "strategyId", "lepId", 'foundation', "foundationId", comments, threads, 0 FROM counted
  WHERE comments = 1 AND "foundationId" IS NOT NULL
  UNION ALL
  SELECT "strategyId", "lepId", 'stance', stance, comments, threads, 0 FROM counted WHERE comments = 1
  UNION ALL
  SELECT "strategyId", "lepId", 'theme', th."themeId", comments, threads, 0
  FROM counted JOIN comment_themes th ON th."commentId" = counted.id WHERE comments = 1
)
SELECT "strategyId", "lepId", by, key,
  sum(comments)::int AS comments, sum(threads)::int AS threads, sum(waiting)::int AS waiting
FROM cells GROUP BY "strategyId", "lepId", by, key;
