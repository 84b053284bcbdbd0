-- The score in threads.support, by which lists are sorted: the lower bound of Wilson's confidence interval (95 %,
-- two-sided) for the share of people who agree. The same formula as lib/summaries/wilson.ts; a test compares the two.
-- It is a function of the database because the statement that stores a reaction also updates the score.
CREATE FUNCTION wilson_lower_bound(agrees integer, reacted integer) RETURNS double precision IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN reacted = 0 THEN 0 ELSE greatest(0,
    (share + zz / (2 * reacted) - sqrt(zz) * sqrt((share * (1 - share) + zz / (4 * reacted)) / reacted)) / (1 + zz / reacted)) END
  FROM (SELECT agrees::double precision / nullif(reacted, 0) AS share, 1.959964::double precision ^ 2 AS zz) AS input
$$;
