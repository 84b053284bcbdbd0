type Whereabouts = { county: string | null; region: string };

/** The county, or else the region, as one names it on an envelope: "Kent", "West Midlands", "London". */
export const areaAround = ({ county, region }: Whereabouts) => county?.replace(/^(Inner|Outer) /, "") ?? region;

/** The same within a sentence, after "in": "Kent", "the West Midlands", "Yorkshire and The Humber". */
export function areaAroundInWords(place: Whereabouts): string {
  const area = areaAround(place);
  return /^((North|South) (East|West)|(East|West) Midlands|East of England)$/.test(area) ? `the ${area}` : area;
}

/** Where a found place is, without what its name says already: "Telford and Wrekin, West Midlands". */
export const whereabouts = (place: Whereabouts & { name: string; district: string }) =>
  [place.district, areaAround(place)].filter((part) => part !== place.name).join(", ");
