type PlaceArea = { county: string | null; region: string };

/** The county, or else the region, as one names it on an envelope: "Kent", "West Midlands", "London". */
export const countyOrRegion = ({ county, region }: PlaceArea) => county?.replace(/^(Inner|Outer) /, "") ?? region;

/** The same within a sentence, after "in": "Kent", "the West Midlands", "Yorkshire and The Humber". */
export function countyOrRegionPhrase(place: PlaceArea): string {
  const area = countyOrRegion(place);
  return /^((North|South) (East|West)|(East|West) Midlands|East of England)$/.test(area) ? `the ${area}` : area;
}

/** Where a place is, without what its name contains already: "Telford and Wrekin, West Midlands". */
export const locationText = (place: PlaceArea & { name: string; district: string }) =>
  [place.district, countyOrRegion(place)].filter((part) => part !== place.name).join(", ");

/** "Bristol" for "Bristol, City of": how people say it. */
export const plainDistrictName = (name: string) => name.replace(/, (City|County) of$/, "");
