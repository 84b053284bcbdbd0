-- Heads of the record are signed by a key outside the database, and there is one for each edition that extends a record,
-- beside that of each day (docs/decisions/0182).
ALTER TABLE "chain_heads" ADD COLUMN "publicKey" TEXT, ADD COLUMN "signature" BYTEA;
ALTER TABLE "chain_heads" DROP CONSTRAINT "chain_heads_pkey", ADD CONSTRAINT "chain_heads_pkey" PRIMARY KEY ("chainId","day","length");
