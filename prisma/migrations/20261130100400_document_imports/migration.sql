-- A document of which something cannot be imported waits here until its officer has read what, and confirms.
CREATE TABLE document_imports (
  "strategyId" TEXT NOT NULL,
  "accountId" TEXT NOT NULL,
  kind TEXT NOT NULL,
  bytes BYTEA NOT NULL,
  losses JSONB NOT NULL,
  "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT document_imports_pkey PRIMARY KEY ("strategyId", "accountId")
);
ALTER TABLE document_imports ADD CONSTRAINT "document_imports_strategyId_fkey"
  FOREIGN KEY ("strategyId") REFERENCES strategies(id) ON DELETE RESTRICT ON UPDATE CASCADE;
