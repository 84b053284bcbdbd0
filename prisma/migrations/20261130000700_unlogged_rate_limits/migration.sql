-- Counts of attempts need not survive a crash, and a request should not wait for the disk to write one
-- (lib/security/rate-limit.ts).
ALTER TABLE "rate_limits" SET UNLOGGED;
