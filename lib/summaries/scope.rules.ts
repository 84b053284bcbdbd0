/**
 * What a summary, a count or a list covers: all comments on a strategy (`lepId` null), those under one LEP, or those
 * under none, because no place was given (`lepId` is `noPlace`).
 */
export type SummaryScope = { strategyId: string; lepId: string | null };

/** As in the tallies. */
export const noPlace = "";

export type PlaceCounts = { comments: number; threads: number };

/**
 * The published comments of a strategy by place: under each of its LEPs, and under none because no place was given.
 * The counts of `leps` and `noPlace` add up to `all`.
 */
export type StrategyPlaces = {
  all: PlaceCounts;
  leps: (PlaceCounts & { id: string; name: string })[];
  noPlace: PlaceCounts;
};

type TotalTally = PlaceCounts & { lepId: string };

/**
 * @param totals the tallies of a strategy in the dimension "all"
 * @param leps the bodies under which its comments count; those with comments must be among them
 */
export function toStrategyPlaces(totals: TotalTally[], leps: { id: string; name: string }[]): StrategyPlaces {
  const countsOf = (lepId: string) => sumPlaces(totals.filter((tally) => tally.lepId === lepId));
  return {
    all: sumPlaces(totals),
    leps: leps.map(({ id, name }) => ({ id, name, ...countsOf(id) })),
    noPlace: countsOf(noPlace),
  };
}

/** Of the table of places. */
export const placesCaption = (kind: string) => `Comments and replies on the ${kind} by place`;

/** Of the same table on the first pages of a board paper. */
export const peopleByPlaceCaption = "Who took part, by place";

export const sumPlaces = (counts: PlaceCounts[]): PlaceCounts => ({
  comments: counts.reduce((sum, { comments }) => sum + comments, 0),
  threads: counts.reduce((sum, { threads }) => sum + threads, 0),
});

type DimensionTally = PlaceCounts & { dimension: string; key: string };

/** Adds up the tallies of several LEPs by dimension and key. */
export function sumTallies(tallies: DimensionTally[]): DimensionTally[] {
  const sums = new Map<string, DimensionTally>();
  for (const { dimension, key, comments, threads } of tallies) {
    const id = `${dimension}/${key}`;
    const sum = sums.get(id) ?? { dimension, key, comments: 0, threads: 0 };
    sums.set(id, { ...sum, comments: sum.comments + comments, threads: sum.threads + threads });
  }
  return [...sums.values()];
}
