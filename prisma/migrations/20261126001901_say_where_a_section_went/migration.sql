-- AlterTable
ALTER TABLE "sections" ADD COLUMN     "movedToId" TEXT;

-- AddForeignKey
ALTER TABLE "sections" ADD CONSTRAINT "sections_movedToId_fkey" FOREIGN KEY ("movedToId") REFERENCES "sections"("id") ON DELETE SET NULL ON UPDATE CASCADE;
