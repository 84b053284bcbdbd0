-- AlterTable
ALTER TABLE "participants" ADD COLUMN     "consentEndedAt" TIMESTAMP(3),
ADD COLUMN     "isErased" BOOLEAN NOT NULL DEFAULT false;

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
