import { z } from "zod";
import { searchForm } from "@/lib/areas/search-key";

export type FindInput =
  | { kind: "nothing" }
  | { kind: "postcode" }
  | { kind: "name"; typed: string; search: string }
  | { kind: "district"; id: string };

const first = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? "")]).catch("");
const address = z.object({ q: first.default(""), district: first.default("") });

// a whole postcode or its first half: B70, SW1A 1AA
const postcode = /^[a-z]{1,2}\d[a-z\d]?\s*(\d[a-z]{2})?$/i;
const longestName = 80;

/** What a person asked of /find, from its address. Never fails: what makes no sense asks for nothing. */
export function parseFind(searchParams: Record<string, string | string[] | undefined>): FindInput {
  const { q, district } = address.parse(searchParams);
  if (district) return { kind: "district", id: district.slice(0, 20) };
  const typed = q.replaceAll("\0", "").trim().slice(0, longestName);
  if (postcode.test(typed)) return { kind: "postcode" };
  const search = searchForm(typed);
  return search ? { kind: "name", typed, search } : { kind: "nothing" };
}
