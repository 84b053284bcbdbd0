-- What a preview shows beside its rows, why an upload stopped, and which comments were recorded in the days of grace
-- after a strategy closed.
ALTER TYPE "UploadState" ADD VALUE 'stopped';
ALTER TABLE meeting_uploads ADD COLUMN report JSONB NOT NULL DEFAULT '{}', ADD COLUMN "stopReason" TEXT;
ALTER TABLE comments ADD COLUMN "isRecordedLate" BOOLEAN NOT NULL DEFAULT false;
