import { z } from "zod";
import { searchKey } from "@/lib/areas/search-key";
import { cutText } from "@/lib/characters";

export type PlaceSearchInput =
  | { kind: "nothing" }
  | { kind: "postcode" }
  | { kind: "name"; text: string; search: string }
  | { kind: "district"; id: string };

const firstValue = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? "")]).catch("");
const searchQuery = z.object({ q: firstValue.default(""), district: firstValue.default("") });

// a full postcode or its first half: SW1A 1AA, B70
const postcode = /^[a-z]{1,2}\d[a-z\d]?\s*(\d[a-z]{2})?$/i;
const maxNameLength = 80;

/** The search in the query of /find. Never fails: invalid parameters count as an empty search. */
export function parsePlaceSearch(searchParams: Record<string, string | string[] | undefined>): PlaceSearchInput {
  const { q, district } = searchQuery.parse(searchParams);
  if (district) return { kind: "district", id: district.slice(0, 20) };
  const text = cutText(q.replaceAll("\0", "").trim(), maxNameLength);
  if (postcode.test(text)) return { kind: "postcode" };
  const search = searchKey(text);
  return search ? { kind: "name", text, search } : { kind: "nothing" };
}
