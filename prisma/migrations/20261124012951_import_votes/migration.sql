-- CreateTable
CREATE TABLE "imported_votes" (
    "conversation" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "value" "ReactionValue" NOT NULL,

    CONSTRAINT "imported_votes_pkey" PRIMARY KEY ("conversation","commentId","participantId")
);
