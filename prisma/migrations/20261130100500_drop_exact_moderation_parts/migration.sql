-- Stored moderation figures were exact, and more than the public record shows. The job counts them again within the hour,
-- rounded as in docs/decisions/0010.
DELETE FROM summary_parts WHERE part = 'moderation';
