-- Reps are emailed in the morning about what waits for them, by kinds that each can stop.
CREATE TYPE "RepMailKind" AS ENUM ('waiting', 'late', 'passed', 'rota', 'originals', 'second_looks');

CREATE TABLE "rep_mail_stops" (
    "accountId" TEXT NOT NULL,
    "kind" "RepMailKind" NOT NULL,

    CONSTRAINT "rep_mail_stops_pkey" PRIMARY KEY ("accountId", "kind")
);
