-- Search of comments finds a word however it is written (lib/comments/threads/comment-search.queries.ts): with accents or
-- without ("café", "cafe"), in either Unicode form, and with a hyphen, a space or neither ("co-op", "co op", "coop").
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION comments (COPY = english);
ALTER TEXT SEARCH CONFIGURATION comments
  ALTER MAPPING FOR word, asciiword, hword, hword_part, asciihword, hword_asciipart WITH unaccent, english_stem;

-- The text as it is searched. Hyphens become spaces. Characters of scripts that put no spaces between words (Chinese,
-- Japanese, Thai, Lao, Burmese, Khmer), and of Korean, which joins particles to words, become words of their own: a
-- search for several is a search for a phrase, and finds them inside a longer run.
CREATE FUNCTION searchable_text(input text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT public.normalise_word_forms(
    regexp_replace(
      regexp_replace(normalize(input, NFC), '(\w)[-\u2010\u2011\u2013](?=\w)', '\1 ', 'g'),
      '([\u0E01-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3041-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF66-\uFF9D\U00020000-\U0003FFFF])',
      ' \1 ', 'g'),
    '\1')
$$;

-- The words of a text that have hyphens, without them: "co-op" becomes "coop".
CREATE FUNCTION joined_compounds(input text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT coalesce(string_agg(regexp_replace(found[1], '[-\u2010\u2011]', '', 'g'), ' '), '')
  FROM regexp_matches(normalize(input, NFC), '(\w+(?:[-\u2010\u2011]\w+)+)', 'g') AS found
$$;

DROP INDEX "comments_searchVector_idx";
ALTER TABLE "comments" DROP COLUMN "searchVector";
ALTER TABLE "comments" ADD COLUMN "searchVector" tsvector GENERATED ALWAYS AS (
  to_tsvector('public.comments', public.searchable_text(text)) || to_tsvector('public.comments', public.joined_compounds(text))
) STORED;
CREATE INDEX "comments_searchVector_idx" ON "comments" USING GIN ("searchVector" tsvector_ops);
