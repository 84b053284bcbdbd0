import type { Body, BodyDistrict, District } from "@/prisma/generated/client";
import { readReference } from "@/prisma/reference/read";

type Overlap = {
  lepId: string;
  inBoth2017: number;
  inLep2017: number;
  shareOfLep2017: number;
  inBoth2021: number;
  inLep2021: number;
};

/** The `details` of a LEP. */
export type LepDetails = {
  onsCodes: Record<"2017" | "2020" | "2021", string>;
  onsNames: Record<"2017" | "2021", string>;
  districts2017: number;
  inTwoLeps2017: number;
  districts2021: number;
};

/** The `details` of a combined authority or Greater London. */
export type AuthorityDetails = {
  onsCodeNote?: string;
  districtsText?: string;
  firstMayoralElection: string | null;
  districts: number;
  districtsByLep2017: Record<string, number>;
  overlaps: Overlap[];
};

/** The `details` of a district. Shares are of its population, 0 to 1; tiles are in the hex layout of all districts. */
export type DistrictDetails = {
  shares: Record<
    "majorTownOrCity" | "otherUrban" | "ruralTownAndFringe" | "villageAndDispersed" | "rural" | "coastal",
    number | null
  >;
  tileQ: number;
  tileR: number;
  officialName2021?: string;
  nuts3Note?: string;
};

type With<Model, Details> = Omit<Model, "details"> & { details: Details };

export const bodies = readReference<Body>("bodies");
export const leps = readReference<With<Body, LepDetails>>("bodies").filter((body) => body.kindId === "lep");
export const authorities = readReference<With<Body, AuthorityDetails>>("bodies").filter(
  (body) => body.kindId !== "lep",
);
export const districts = readReference<With<District, DistrictDetails>>("districts");
export const memberships = readReference<BodyDistrict>("body-districts");

/** The name of a district of 2019 by its code. */
export const districtName = (id: string): string => districts.find((district) => district.id === id)?.name ?? "";

/** A body's id in the originals, where a combined authority may share its id with a LEP. */
export function originalId(bodyId: string): string {
  const short = bodyId.replace(/-ca$/, "");
  return leps.some(({ id }) => id === short) && bodyId !== "north-east-ca" ? short : bodyId;
}
