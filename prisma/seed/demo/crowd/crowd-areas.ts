/**
 * A strategy that the crowd writes about. `people` come to it beside those of the cast; `endedWeeksAgo`: how long ago it
 * closed, 0 while it is open. `isDivided`: whether its people agree in camps, so that opinion groups can be found.
 */
export type CrowdArea = {
  strategyId: string;
  people: number;
  endedWeeksAgo: number;
  isDivided: boolean;
  /** Kinds of work by how often people do them; all but the last one or two are common. */
  sectors: [sector: string, weight: number][];
  /** Districts by how often people work there, with the town they call it by. */
  districts: [id: string, weight: number, town: string][];
};

/** Kinds of work by how often people do them. The last two are rare on purpose, so that releases hide them. */
const allKinds: CrowdArea["sectors"] = [
  ["Q", 20],
  ["G", 15],
  ["H", 15],
  ["I", 13],
  ["N", 13],
  ["P", 13],
  ["C", 11],
  ["F", 4],
  ["O", 4],
  ["J", 4],
  ["R", 0.5],
  ["A", 0.5],
];

/** Ten strategies that are open, one whose answers are overdue, and one that is answered. See docs/decisions/0217. */
export const crowdAreas: CrowdArea[] = [
  {
    strategyId: "west-midlands",
    people: 107,
    sectors: [
      ["Q", 4],
      ["C", 4],
      ["H", 4],
      ["G", 4],
      ["N", 0.4],
      ["P", 0.4],
    ],
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      ["E08000025", 4, "Birmingham"],
      ["E08000026", 4, "Coventry"],
      ["E08000027", 3, "Dudley"],
      ["E08000028", 3, "West Bromwich"],
      ["E08000030", 3, "Walsall"],
      ["E08000031", 3, "Wolverhampton"],
    ],
  },
  {
    strategyId: "greater-manchester",
    people: 0, // beside those of the campaign
    sectors: allKinds,
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      ["E08000001", 3, "Bolton"],
      ["E08000002", 2, "Bury"],
      ["E08000003", 5, "Manchester"],
      ["E08000004", 3, "Oldham"],
      ["E08000005", 3, "Rochdale"],
      ["E08000006", 4, "Salford"],
      ["E08000007", 3, "Stockport"],
      ["E08000008", 3, "Ashton"],
      ["E08000009", 3, "Stretford"],
      ["E08000010", 4, "Wigan"],
    ],
  },
  {
    strategyId: "tees-valley",
    people: 66,
    sectors: [
      ["C", 4],
      ["H", 4],
      ["Q", 4],
      ["N", 3.5],
      ["F", 0.6],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000002", 4, "Middlesbrough"],
      ["E06000004", 4, "Stockton"],
      ["E06000003", 4, "Redcar"],
      ["E06000001", 0.3, "Hartlepool"],
    ],
  },
  {
    strategyId: "cheshire-warrington",
    people: 52,
    sectors: [
      ["C", 4],
      ["G", 4],
      ["Q", 4],
      ["P", 0.6],
    ],
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      ["E06000049", 1, "Crewe"],
      ["E06000007", 1, "Warrington"],
      ["E06000050", 1, "Ellesmere Port"],
    ],
  },
  {
    strategyId: "west-of-england",
    people: 62,
    sectors: [
      ["Q", 4],
      ["P", 4],
      ["I", 4],
      ["G", 3.5],
      ["J", 0.6],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000023", 1.3, "Bristol"],
      ["E06000025", 1, "Yate"],
      ["E06000024", 1, "Weston"],
      ["E06000022", 0.15, "Keynsham"],
    ],
  },
  {
    strategyId: "the-marches",
    people: 50,
    sectors: [
      ["Q", 4],
      ["C", 4],
      ["G", 4],
      ["A", 0.3],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000051", 1, "Shrewsbury"],
      ["E06000020", 1, "Telford"],
      ["E06000019", 1, "Hereford"],
    ],
  },
  {
    strategyId: "buckinghamshire",
    people: 40,
    sectors: [
      ["G", 4],
      ["Q", 4],
      ["P", 4],
      ["J", 0.4],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E07000004", 1, "Aylesbury"],
      ["E07000007", 1, "High Wycombe"],
    ],
  },
  {
    strategyId: "liverpool-city-region",
    people: 61,
    sectors: [
      ["H", 4],
      ["Q", 4],
      ["I", 4],
      ["N", 3.5],
      ["F", 0.5],
    ],
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      ["E08000012", 4, "Liverpool"],
      ["E08000015", 4, "Birkenhead"],
      ["E08000014", 4, "Bootle"],
      ["E08000013", 0.4, "St Helens"],
    ],
  },
  {
    strategyId: "swindon-wiltshire",
    people: 41,
    sectors: [
      ["H", 4],
      ["C", 4],
      ["Q", 4],
      ["O", 0.4],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000030", 1, "Swindon"],
      ["E06000054", 1, "Trowbridge"],
    ],
  },
  {
    strategyId: "cornwall-scilly",
    people: 0,
    sectors: [["Q", 1]],
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [["E06000052", 1, "Truro"]],
  },
  {
    strategyId: "cumbria",
    people: 32,
    sectors: [
      ["I", 4],
      ["Q", 4],
      ["A", 0.3],
    ],
    endedWeeksAgo: 14,
    isDivided: false,
    districts: [
      ["E07000028", 1, "Carlisle"],
      ["E07000027", 1, "Barrow"],
    ],
  },
  {
    strategyId: "dorset",
    people: 21,
    sectors: [
      ["I", 4],
      ["Q", 4],
      ["R", 0.3],
    ],
    endedWeeksAgo: 4,
    isDivided: false,
    districts: [
      ["E06000058", 1, "Poole"],
      ["E06000059", 0.6, "Weymouth"],
    ],
  },
];
