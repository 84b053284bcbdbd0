-- Somebody may be at risk of harming themselves. Open cases from before keep their deadline.
ALTER TABLE "cases" ADD COLUMN "isAtRisk" BOOLEAN NOT NULL DEFAULT false;
