-- Of a form's number only the hash is stored: the number itself shows the receipt again.
ALTER TABLE "comments" ADD COLUMN "formHash" BYTEA;
UPDATE "comments" SET "formHash" = sha256(convert_to("formId", 'UTF8')) WHERE "formId" IS NOT NULL;
ALTER TABLE "comments" DROP COLUMN "formId";
CREATE UNIQUE INDEX "comments_formHash_key" ON "comments"("formHash");

ALTER TABLE "complaints" ADD COLUMN "formHash" BYTEA;
UPDATE "complaints" SET "formHash" = sha256(convert_to("formId", 'UTF8')) WHERE "formId" IS NOT NULL;
ALTER TABLE "complaints" DROP COLUMN "formId";
CREATE UNIQUE INDEX "complaints_formHash_key" ON "complaints"("formHash");

-- What the slip of a meeting's comment is made from, sealed while its record is open
ALTER TABLE "meeting_entries" ADD COLUMN "slipSealed" BYTEA;
