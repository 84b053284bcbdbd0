-- A rep takes back their own decision, until the next edition; afterwards another rep opens the case again.
ALTER TYPE "ModerationAction" ADD VALUE 'take_back';
ALTER TYPE "ModerationAction" ADD VALUE 'reopen';
