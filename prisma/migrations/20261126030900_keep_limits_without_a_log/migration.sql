-- A count of tries need not outlive a crash, and nobody should wait for a disk to note one.
ALTER TABLE "rate_limits" SET UNLOGGED;
