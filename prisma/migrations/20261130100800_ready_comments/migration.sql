-- A comment that may be published waits in this state for the next edition of its strategy (docs/decisions/0124). In a
-- migration of its own, because PostgreSQL does not let the transaction that adds a value use it.
ALTER TYPE "CommentState" ADD VALUE 'ready' AFTER 'held';
