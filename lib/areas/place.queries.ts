import { z } from "zod";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";

// The trigram index for misspelt names: prisma/migrations/20261130000200_search.

const placeMatchRow = z.object({
  name: z.string(),
  districtId: z.string(),
  district: z.string(),
  county: z.string().nullable(),
  region: z.string(),
  match: z.enum(["exact", "contains", "similar"]),
});

/** A matching name and one district that it is in. */
export type PlaceMatch = z.infer<typeof placeMatchRow>;

/**
 * Finds towns, villages and districts by name: exact matches first, then names with a word that starts with the search;
 * only when there are none, similar spellings. The exact name of a county or region gives all its districts.
 * @param search a name as `searchKey` returns it
 * @returns one row for each name and district, 60 at most
 */
export async function findPlaces(search: string): Promise<PlaceMatch[]> {
  const rows = await db().$queryRaw`
    WITH names AS (
      SELECT d.id, n.name, rank <= 3 AS is_district,
        trim(regexp_replace(lower(replace(n.name, '''', '')), '[^a-z0-9]+', ' ', 'g')) AS search
      FROM districts AS d, unnest(ARRAY[
        regexp_replace(d.name, ', (City|County) of$', ''), d.name2021, d.name2023, d.county, d.region
      ]) WITH ORDINALITY AS n (name, rank)
    ), matches AS (
      SELECT "districtId", regexp_replace(name, ' *[(][^()]*[)]$', '') AS name, search, false AS is_district
      FROM places
      WHERE search = ${search} OR search LIKE ${search} || '%' OR search LIKE '% ' || ${search} || '%' OR search % ${search}
      UNION ALL
      SELECT id, name, search, is_district
      FROM names
      WHERE search = ${search} OR (is_district AND (' ' || search LIKE '% ' || ${search} || '%' OR search % ${search}))
    ), distinct_matches AS (
      SELECT DISTINCT ON ("districtId", search) *, similarity(search, ${search}) AS match_score,
        CASE WHEN search = ${search} THEN 'exact' WHEN ' ' || search LIKE '% ' || ${search} || '%' THEN 'contains' ELSE 'similar' END AS match
      FROM matches
      ORDER BY "districtId", search, is_district DESC
    )
    SELECT distinct_matches.name, "districtId", districts.name AS district, county, region, match
    FROM distinct_matches JOIN districts ON districts.id = "districtId"
    ORDER BY array_position(ARRAY['exact', 'contains', 'similar'], match), is_district DESC, match_score DESC, distinct_matches.name, districts.name
    LIMIT 60`;
  const all = placeMatchRow.array().parse(rows);
  const exactOrContaining = all.filter(({ match }) => match !== "similar");
  return (exactOrContaining.length > 0 ? exactOrContaining : all.slice(0, 12)).map((place) => ({
    ...place,
    district: plainDistrictName(place.district),
  }));
}
