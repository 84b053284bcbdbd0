-- CreateTable
CREATE TABLE "briefings" (
    "id" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "lepId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "parts" TEXT[],
    "remarks" JSONB NOT NULL,
    "isShared" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorId" TEXT NOT NULL,
    "editedById" TEXT NOT NULL,
    "editedOn" DATE NOT NULL,

    CONSTRAINT "briefings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "briefings_bodyId_idx" ON "briefings"("bodyId");

-- AddForeignKey
ALTER TABLE "briefings" ADD CONSTRAINT "briefings_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "briefings" ADD CONSTRAINT "briefings_lepId_fkey" FOREIGN KEY ("lepId") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
