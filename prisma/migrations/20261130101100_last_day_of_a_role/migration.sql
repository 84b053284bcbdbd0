-- The last day on which a role counts. Roles from before have no end date.
ALTER TABLE "grants" ADD COLUMN "lastDay" DATE;
