type PlaceArea = { county: string | null; region: string };

/** The county, or the region where there is none: "Kent", "West Midlands", "London". */
export const countyOrRegion = ({ county, region }: PlaceArea) => county?.replace(/^(Inner|Outer) /, "") ?? region;

/** The same for use after "in": "Kent", "the West Midlands", "Yorkshire and The Humber". */
export function countyOrRegionPhrase(place: PlaceArea): string {
  const area = countyOrRegion(place);
  return /^((North|South) (East|West)|(East|West) Midlands|East of England)$/.test(area) ? `the ${area}` : area;
}

/** District and county, leaving out whichever is the place itself: "Telford and Wrekin, West Midlands". */
export const locationText = (place: PlaceArea & { name: string; district: string }) =>
  [place.district, countyOrRegion(place)].filter((part) => part !== place.name).join(", ");

/** The everyday form of an official name: "Bristol" for "Bristol, City of". */
export const plainDistrictName = (name: string) => name.replace(/, (City|County) of$/, "");
