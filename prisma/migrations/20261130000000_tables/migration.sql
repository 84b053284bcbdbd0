-- Every table, enum, index and foreign key, as Prisma generates them from prisma/schema. The schema files say what each
-- table and column holds and which query each index serves. Left out are the three statements that need an extension or
-- a function of our own: they are in 20261130000200_search.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AnswerSourceKind" AS ENUM ('theme', 'thread', 'response');

-- CreateEnum
CREATE TYPE "AnswerDecision" AS ENUM ('accepted', 'partly_accepted', 'rejected', 'already_included');

-- CreateEnum
CREATE TYPE "AnswerState" AS ENUM ('draft', 'reviewed', 'published');

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
CREATE TYPE "CommentSource" AS ENUM ('participant', 'meeting_record', 'import');

-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('pre_moderation', 'check', 'report', 'illegal', 'appeal', 'sanction_appeal', 'second_look');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('open', 'decided', 'lapsed');

-- CreateEnum
CREATE TYPE "ModerationAction" AS ENUM ('publish', 'return', 'reject', 'redact', 'remove', 'lock', 'unlock', 'uphold', 'dismiss', 'warn', 'pre_moderate', 'suspend', 'agree', 'disagree');

-- CreateEnum
CREATE TYPE "ReassignmentKind" AS ENUM ('reassigned_to_rep', 'reassigned_to_union', 'reassigned_to_area', 'recused', 'overdue', 'returned_to_area');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('warning', 'pre_moderation', 'suspension');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('rep', 'union_editor', 'union_officer', 'officer', 'admin');

-- CreateEnum
CREATE TYPE "Phase" AS ENUM ('reference', 'draft', 'checked', 'open', 'closed', 'archived');

-- CreateEnum
CREATE TYPE "ModerationMode" AS ENUM ('before', 'after');

-- CreateEnum
CREATE TYPE "DistrictRole" AS ENUM ('constituent', 'lep_area', 'lep_area_only', 'former_lep_area');

-- CreateEnum
CREATE TYPE "MandateMethod" AS ENUM ('ballot', 'survey', 'paper', 'meetings', 'delegates');

-- CreateEnum
CREATE TYPE "UploadState" AS ENUM ('preview', 'running', 'done');

-- CreateTable
CREATE TABLE "answers" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "sourceKind" "AnswerSourceKind" NOT NULL,
    "sourceId" TEXT NOT NULL,
    "state" "AnswerState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "publishedRevision" INTEGER,
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
CREATE TABLE "answers_closures" (
    "strategyId" TEXT NOT NULL,
    "closedById" TEXT NOT NULL,
    "closedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_closures_pkey" PRIMARY KEY ("strategyId")
);

-- CreateTable
CREATE TABLE "thread_notes" (
    "id" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_tags" (
    "bodyId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_tags_pkey" PRIMARY KEY ("bodyId","threadId","tag")
);

-- CreateTable
CREATE TABLE "desk_visits" (
    "accountId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "visitedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "desk_visits_pkey" PRIMARY KEY ("accountId","bodyId")
);

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
    "isCounted" BOOLEAN NOT NULL DEFAULT false,
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
    "mark" TEXT,

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
    "occurredAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "accountId" TEXT,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain_heads" (
    "chainId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "length" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "chain_heads_pkey" PRIMARY KEY ("chainId","day")
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
    "support" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "comments" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "isReply" BOOLEAN NOT NULL DEFAULT false,
    "participantId" TEXT NOT NULL,
    "stance" "Stance",
    "state" "CommentState" NOT NULL DEFAULT 'held',
    "source" "CommentSource" NOT NULL DEFAULT 'participant',
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
CREATE TABLE "drafts" (
    "id" TEXT NOT NULL,
    "ownerIndex" BYTEA NOT NULL,
    "strategyId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
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
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "threads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tallies_pkey" PRIMARY KEY ("strategyId","lepId","dimension","key")
);

-- CreateTable
CREATE TABLE "imported_votes" (
    "polisConversation" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "value" "ReactionValue" NOT NULL,

    CONSTRAINT "imported_votes_pkey" PRIMARY KEY ("polisConversation","commentId","participantId")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "credentialId" BYTEA NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authenticators" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "secretSealed" BYTEA NOT NULL,
    "lastStep" INTEGER NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authenticators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "codeHash" BYTEA NOT NULL,

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_resets" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "factor_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "subjectIndex" BYTEA NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" TEXT NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "state" "CaseState" NOT NULL DEFAULT 'open',
    "strategyId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "assignedUnionId" TEXT,
    "assignedAccountId" TEXT,
    "authorUnionId" TEXT,
    "commentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "isDistressing" BOOLEAN NOT NULL DEFAULT false,
    "normalisedTextHash" BYTEA,
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "claimedById" TEXT,
    "claimedUntil" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "heldUntil" TIMESTAMP(3),
    "reviewedDecisionId" TEXT,
    "deciderUnionId" TEXT,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_reassignments" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" "ReassignmentKind" NOT NULL,
    "reassignedById" TEXT,
    "fromAreaId" TEXT NOT NULL,
    "toAreaId" TEXT NOT NULL,
    "assignedUnionId" TEXT,
    "assignedAccountId" TEXT,
    "reason" TEXT,
    "reassignedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_reassignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_settings" (
    "strategyId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "thresholds" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "check_settings_pkey" PRIMARY KEY ("strategyId","check")
);

-- CreateTable
CREATE TABLE "sealed_originals" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "decisionId" TEXT,
    "sealedKey" BYTEA,
    "sealedText" BYTEA NOT NULL,
    "sealedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "areaId" TEXT NOT NULL,

    CONSTRAINT "sealed_originals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "original_access_requests" (
    "id" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requesterUnionId" TEXT,
    "reason" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "isApproved" BOOLEAN,
    "viewedAt" TIMESTAMP(3),

    CONSTRAINT "original_access_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rota_shifts" (
    "bodyId" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "rota_shifts_pkey" PRIMARY KEY ("bodyId","week","accountId")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanctions" (
    "id" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "kind" "SanctionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "reasonVersion" INTEGER NOT NULL,
    "message" TEXT,
    "decisionId" TEXT NOT NULL,
    "imposedById" TEXT NOT NULL,
    "imposedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMP(3),
    "acknowledgedAt" TIMESTAMP(3),
    "liftedAt" TIMESTAMP(3),

    CONSTRAINT "sanctions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_hits" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "check_hits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "participantId" TEXT,
    "reason" TEXT NOT NULL,
    "details" TEXT,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "caseId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "deciderId" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" TEXT NOT NULL,
    "chainId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "caseId" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "action" "ModerationAction" NOT NULL,
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
CREATE TABLE "decision_counts" (
    "chainId" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "action" "ModerationAction" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL,

    CONSTRAINT "decision_counts_pkey" PRIMARY KEY ("chainId","week","kind","action","reason")
);

-- CreateTable
CREATE TABLE "decision_notes" (
    "decisionId" TEXT NOT NULL,
    "toAuthor" TEXT,
    "private" TEXT,

    CONSTRAINT "decision_notes_pkey" PRIMARY KEY ("decisionId")
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
    "emailProcessedAt" TIMESTAMP(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follows" (
    "accountId" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "follows_pkey" PRIMARY KEY ("accountId","strategyId","sectionId")
);

-- CreateTable
CREATE TABLE "digests" (
    "accountId" TEXT NOT NULL,
    "week" DATE NOT NULL,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "emailSealed" BYTEA,
    "emailIndex" BYTEA,
    "label" TEXT,
    "erasedAt" TIMESTAMP(3),
    "noticeMails" BOOLEAN NOT NULL DEFAULT true,

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
    "challenge" BYTEA,

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
    "consentEndedAt" TIMESTAMP(3),
    "isErased" BOOLEAN NOT NULL DEFAULT false,
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
CREATE TABLE "complaints" (
    "id" TEXT NOT NULL,
    "accountId" TEXT,
    "participantId" TEXT,
    "codeHash" BYTEA,
    "textSealed" BYTEA,
    "answerSealed" BYTEA,
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "formId" TEXT,

    CONSTRAINT "complaints_pkey" PRIMARY KEY ("id")
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
    "secondLookPercent" INTEGER NOT NULL DEFAULT 5,
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
    "movedToId" TEXT,

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
    "block" JSONB,

    CONSTRAINT "version_paragraphs_pkey" PRIMARY KEY ("versionId","paragraphId")
);

-- CreateTable
CREATE TABLE "strategy_drafts" (
    "strategyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "about" JSONB NOT NULL,
    "sections" JSONB NOT NULL,
    "editedById" TEXT NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedById" TEXT,
    "opensAt" TIMESTAMP(3),

    CONSTRAINT "strategy_drafts_pkey" PRIMARY KEY ("strategyId")
);

-- CreateTable
CREATE TABLE "strategy_extensions" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "before" TIMESTAMP(3),
    "after" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "strategy_extensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategy_pictures" (
    "strategyId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "strategy_pictures_pkey" PRIMARY KEY ("strategyId","id")
);

-- CreateTable
CREATE TABLE "releases" (
    "id" TEXT NOT NULL,
    "lepId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "method" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "family" JSONB NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_states" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_states_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_parts" (
    "strategyId" TEXT NOT NULL,
    "lepId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "countedAt" TIMESTAMP(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "summary_parts_pkey" PRIMARY KEY ("strategyId","lepId","part")
);

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
    "partKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedById" TEXT NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_parts_pkey" PRIMARY KEY ("responseId","partKey")
);

-- CreateTable
CREATE TABLE "response_edits" (
    "id" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "partKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isConflicting" BOOLEAN NOT NULL,
    "editedById" TEXT NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_edits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_mandates" (
    "responseId" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "consulted" INTEGER NOT NULL,
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
    "consulted" INTEGER NOT NULL,
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
    "partKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "response_revision_parts_pkey" PRIMARY KEY ("responseId","number","partKey")
);

-- CreateTable
CREATE TABLE "meeting_records" (
    "id" TEXT NOT NULL,
    "strategyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "meeting_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_entries" (
    "commentId" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "meeting_entries_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "meeting_uploads" (
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "fileHash" BYTEA NOT NULL,
    "state" "UploadState" NOT NULL DEFAULT 'preview',
    "rows" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "answers_strategyId_week_id_idx" ON "answers"("strategyId", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "answers_bodyId_state_idx" ON "answers"("bodyId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "answers_strategyId_sourceKind_sourceId_key" ON "answers"("strategyId", "sourceKind", "sourceId");

-- CreateIndex
CREATE INDEX "thread_notes_bodyId_threadId_idx" ON "thread_notes"("bodyId", "threadId");

-- CreateIndex
CREATE INDEX "thread_tags_bodyId_tag_idx" ON "thread_tags"("bodyId", "tag");

-- CreateIndex
CREATE INDEX "bodies_kindId_name_idx" ON "bodies"("kindId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "districts_slug_key" ON "districts"("slug");

-- CreateIndex
CREATE INDEX "districts_nuts3_idx" ON "districts"("nuts3");

-- CreateIndex
CREATE INDEX "body_districts_districtId_idx" ON "body_districts"("districtId");

-- CreateIndex
CREATE INDEX "places_search_idx" ON "places"("search");

-- CreateIndex
CREATE INDEX "audit_events_subject_idx" ON "audit_events"("subject");

-- CreateIndex
CREATE INDEX "threads_strategyId_week_id_idx" ON "threads"("strategyId", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_sectionId_week_id_idx" ON "threads"("sectionId", "week" DESC, "id");

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
CREATE INDEX "listed_threads_strategyId_key_week_id_idx" ON "listed_threads"("strategyId", "key", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "listed_threads_strategyId_key_support_id_idx" ON "listed_threads"("strategyId", "key", "support" DESC, "id");

-- CreateIndex
CREATE INDEX "listed_threads_strategyId_key_replyCount_id_idx" ON "listed_threads"("strategyId", "key", "replyCount" DESC, "id");

-- CreateIndex
CREATE INDEX "listed_threads_id_idx" ON "listed_threads"("id");

-- CreateIndex
CREATE UNIQUE INDEX "comments_formId_key" ON "comments"("formId");

-- CreateIndex
CREATE INDEX "comments_threadId_isReply_week_id_idx" ON "comments"("threadId", "isReply", "week", "id");

-- CreateIndex
CREATE INDEX "comments_participantId_idx" ON "comments"("participantId");

-- CreateIndex
CREATE INDEX "comments_lepId_state_week_id_idx" ON "comments"("lepId", "state", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "comments_strategyId_state_week_id_idx" ON "comments"("strategyId", "state", "week" DESC, "id");

-- CreateIndex
CREATE INDEX "comments_strategyId_isReply_state_id_idx" ON "comments"("strategyId", "isReply", "state", "id");

-- CreateIndex
CREATE INDEX "drafts_savedAt_idx" ON "drafts"("savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_ownerIndex_place_key" ON "drafts"("ownerIndex", "place");

-- CreateIndex
CREATE INDEX "comment_themes_themeId_idx" ON "comment_themes"("themeId");

-- CreateIndex
CREATE INDEX "reactions_participantId_idx" ON "reactions"("participantId");

-- CreateIndex
CREATE INDEX "tallies_lepId_idx" ON "tallies"("lepId");

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credentialId_key" ON "passkeys"("credentialId");

-- CreateIndex
CREATE INDEX "passkeys_accountId_idx" ON "passkeys"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "authenticators_accountId_key" ON "authenticators"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_codeHash_key" ON "recovery_codes"("codeHash");

-- CreateIndex
CREATE INDEX "recovery_codes_accountId_idx" ON "recovery_codes"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "factor_resets_accountId_key" ON "factor_resets"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "identities_subjectIndex_key" ON "identities"("subjectIndex");

-- CreateIndex
CREATE INDEX "identities_accountId_idx" ON "identities"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "cases_reviewedDecisionId_key" ON "cases"("reviewedDecisionId");

-- CreateIndex
CREATE INDEX "cases_areaId_state_dueAt_id_idx" ON "cases"("areaId", "state", "dueAt", "id");

-- CreateIndex
CREATE INDEX "cases_areaId_state_kind_dueAt_id_idx" ON "cases"("areaId", "state", "kind", "dueAt", "id");

-- CreateIndex
CREATE INDEX "cases_strategyId_normalisedTextHash_state_idx" ON "cases"("strategyId", "normalisedTextHash", "state");

-- CreateIndex
CREATE INDEX "cases_commentId_idx" ON "cases"("commentId");

-- CreateIndex
CREATE INDEX "cases_state_dueAt_idx" ON "cases"("state", "dueAt");

-- CreateIndex
CREATE INDEX "cases_decidedAt_idx" ON "cases"("decidedAt");

-- CreateIndex
CREATE INDEX "cases_heldUntil_idx" ON "cases"("heldUntil");

-- CreateIndex
CREATE INDEX "case_reassignments_caseId_idx" ON "case_reassignments"("caseId");

-- CreateIndex
CREATE INDEX "sealed_originals_commentId_idx" ON "sealed_originals"("commentId");

-- CreateIndex
CREATE INDEX "sealed_originals_areaId_sealedAt_id_idx" ON "sealed_originals"("areaId", "sealedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "original_access_requests_originalId_idx" ON "original_access_requests"("originalId");

-- CreateIndex
CREATE INDEX "original_access_requests_decidedAt_requestedAt_idx" ON "original_access_requests"("decidedAt", "requestedAt");

-- CreateIndex
CREATE INDEX "rota_shifts_accountId_idx" ON "rota_shifts"("accountId");

-- CreateIndex
CREATE INDEX "absences_accountId_to_idx" ON "absences"("accountId", "to");

-- CreateIndex
CREATE UNIQUE INDEX "sanctions_decisionId_key" ON "sanctions"("decisionId");

-- CreateIndex
CREATE INDEX "sanctions_participantId_idx" ON "sanctions"("participantId");

-- CreateIndex
CREATE INDEX "check_hits_caseId_idx" ON "check_hits"("caseId");

-- CreateIndex
CREATE INDEX "reports_participantId_idx" ON "reports"("participantId");

-- CreateIndex
CREATE UNIQUE INDEX "reports_caseId_participantId_key" ON "reports"("caseId", "participantId");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_decisionId_key" ON "appeals"("decisionId");

-- CreateIndex
CREATE INDEX "appeals_deciderId_idx" ON "appeals"("deciderId");

-- CreateIndex
CREATE INDEX "decisions_commentId_idx" ON "decisions"("commentId");

-- CreateIndex
CREATE INDEX "decisions_caseId_idx" ON "decisions"("caseId");

-- CreateIndex
CREATE INDEX "decisions_decidedAt_idx" ON "decisions"("decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_chainId_sequence_key" ON "decisions"("chainId", "sequence");

-- CreateIndex
CREATE INDEX "notices_participantId_idx" ON "notices"("participantId");

-- CreateIndex
CREATE INDEX "notices_emailProcessedAt_idx" ON "notices"("emailProcessedAt");

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
CREATE UNIQUE INDEX "complaints_codeHash_key" ON "complaints"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_formId_key" ON "complaints"("formId");

-- CreateIndex
CREATE INDEX "complaints_accountId_idx" ON "complaints"("accountId");

-- CreateIndex
CREATE INDEX "complaints_participantId_idx" ON "complaints"("participantId");

-- CreateIndex
CREATE INDEX "complaints_answeredAt_dueAt_id_idx" ON "complaints"("answeredAt", "dueAt", "id");

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

-- CreateIndex
CREATE INDEX "strategy_drafts_opensAt_idx" ON "strategy_drafts"("opensAt");

-- CreateIndex
CREATE INDEX "strategy_extensions_strategyId_at_idx" ON "strategy_extensions"("strategyId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "releases_lepId_number_key" ON "releases"("lepId", "number" DESC);

-- CreateIndex
CREATE INDEX "collective_responses_unionId_idx" ON "collective_responses"("unionId");

-- CreateIndex
CREATE UNIQUE INDEX "collective_responses_strategyId_unionId_branch_key" ON "collective_responses"("strategyId", "unionId", "branch");

-- CreateIndex
CREATE INDEX "response_edits_responseId_partKey_editedAt_idx" ON "response_edits"("responseId", "partKey", "editedAt");

-- CreateIndex
CREATE INDEX "meeting_records_recordedById_startedAt_id_idx" ON "meeting_records"("recordedById", "startedAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_entries_recordId_number_key" ON "meeting_entries"("recordId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_uploads_recordId_fileHash_key" ON "meeting_uploads"("recordId", "fileHash");

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "answers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers_closures" ADD CONSTRAINT "answers_closures_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "listed_threads" ADD CONSTRAINT "listed_threads_id_fkey" FOREIGN KEY ("id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_reviewedDecisionId_fkey" FOREIGN KEY ("reviewedDecisionId") REFERENCES "decisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_reassignments" ADD CONSTRAINT "case_reassignments_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_originals" ADD CONSTRAINT "sealed_originals_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "original_access_requests" ADD CONSTRAINT "original_access_requests_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "sealed_originals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_hits" ADD CONSTRAINT "check_hits_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digests" ADD CONSTRAINT "digests_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "sections" ADD CONSTRAINT "sections_movedToId_fkey" FOREIGN KEY ("movedToId") REFERENCES "sections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "strategy_drafts" ADD CONSTRAINT "strategy_drafts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_extensions" ADD CONSTRAINT "strategy_extensions_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_pictures" ADD CONSTRAINT "strategy_pictures_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_lepId_fkey" FOREIGN KEY ("lepId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "summary_parts" ADD CONSTRAINT "summary_parts_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "meeting_records" ADD CONSTRAINT "meeting_records_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "strategies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_entries" ADD CONSTRAINT "meeting_entries_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_entries" ADD CONSTRAINT "meeting_entries_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "meeting_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_uploads" ADD CONSTRAINT "meeting_uploads_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "meeting_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
