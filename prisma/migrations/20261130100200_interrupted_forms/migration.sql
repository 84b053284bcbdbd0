-- CreateTable
CREATE TABLE "interrupted_forms" (
    "id" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "owner" BYTEA,
    "sealed" BYTEA NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "interrupted_forms_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "interrupted_forms_tokenHash_key" ON "interrupted_forms"("tokenHash");

-- CreateIndex
CREATE INDEX "interrupted_forms_owner_idx" ON "interrupted_forms"("owner");

-- CreateIndex
CREATE INDEX "interrupted_forms_endsAt_idx" ON "interrupted_forms"("endsAt");
