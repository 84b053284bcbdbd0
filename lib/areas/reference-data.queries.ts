import { cache } from "react";
import { db } from "@/lib/database/client";
import credits from "@/prisma/reference/credits.json" with { type: "json" };

export type Credits = {
  attribution: string[];
  licences: { name: string; address: string }[];
  datasets: { what: string; year: string; source: string; licence: string; note: string }[];
};

/** The source and the licence of every reference table. */
export const getCredits = (): Credits => credits;

export type NamedItem = { id: string; name: string };

/** The SIC sections, by which jobs are counted, with their plain names. */
export async function listSectors(): Promise<NamedItem[]> {
  return db().sector.findMany({ where: { partOf: null }, orderBy: { name: "asc" }, select: { id: true, name: true } });
}

export type ThemeView = NamedItem & { family: string; description: string; parentId: string | null };

/** All themes in display order: the five foundations first. */
export const listThemes = cache(async (): Promise<ThemeView[]> => {
  return db().theme.findMany({
    orderBy: { position: "asc" },
    select: { id: true, name: true, family: true, description: true, parentId: true },
  });
});
