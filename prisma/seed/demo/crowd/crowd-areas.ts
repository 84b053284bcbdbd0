/**
 * A strategy that the crowd writes about. `people` come to it beside those of the cast; `endedWeeksAgo`: how long ago it
 * closed, 0 while it is open. `isDivided`: whether its people agree in camps, so that opinion groups can be found.
 */
export type CrowdArea = {
  strategyId: string;
  people: number;
  endedWeeksAgo: number;
  isDivided: boolean;
  /** Kinds of work by how many people do them. */
  sectors: CrowdKinds;
  /** Districts by how many people work there, with the town they call it by, and kinds of work where the district has its own. */
  districts: [id: string, weight: number, town: string, sectors?: CrowdKinds][];
  /** The shares of people who give no district and no kind of work. */
  notGiven?: { district: number; sector: number };
};
type CrowdKinds = [sector: string, weight: number][];

/** The last two are rare on purpose, so that releases hide them. */
const allKinds: CrowdKinds = [
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

const blackCountryKinds: CrowdKinds = [
  ["C", 14],
  ["H", 14],
  ["G", 14],
  ["N", 13],
];

/** Ten strategies that are open, one whose answers are overdue, and one that is answered. See docs/decisions/0217. */
export const crowdAreas: CrowdArea[] = [
  {
    strategyId: "west-midlands",
    people: 112,
    sectors: [], // each district has its own
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      [
        "E08000025",
        29,
        "Birmingham",
        [
          ["Q", 15],
          ["P", 14],
        ],
      ],
      [
        "E08000026",
        28,
        "Coventry",
        [
          ["H", 14],
          ["I", 14],
        ],
      ],
      ["E08000027", 14, "Dudley", blackCountryKinds],
      ["E08000028", 14, "West Bromwich", blackCountryKinds],
      ["E08000030", 13, "Walsall", blackCountryKinds],
      ["E08000031", 14, "Wolverhampton", blackCountryKinds],
    ],
  },
  {
    strategyId: "greater-manchester",
    people: 0, // beside those of the campaign
    sectors: allKinds,
    notGiven: { district: 0.04, sector: 0.02 },
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
    people: 60,
    sectors: [
      ["C", 15],
      ["H", 15],
      ["Q", 15],
      ["N", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000002", 20, "Middlesbrough"],
      ["E06000004", 19, "Stockton"],
      ["E06000003", 18, "Redcar"],
      ["E06000001", 3, "Hartlepool"],
    ],
  },
  {
    strategyId: "cheshire-warrington",
    people: 45,
    sectors: [
      ["C", 15],
      ["G", 15],
      ["Q", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      ["E06000049", 15, "Crewe"],
      ["E06000007", 15, "Warrington"],
      ["E06000050", 15, "Ellesmere Port"],
    ],
  },
  {
    strategyId: "west-of-england",
    people: 60,
    sectors: [
      ["Q", 15],
      ["P", 15],
      ["I", 15],
      ["G", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000023", 21, "Bristol"],
      ["E06000025", 16, "Yate"],
      ["E06000024", 16, "Weston"],
      ["E06000022", 7, "Keynsham"],
    ],
  },
  {
    strategyId: "the-marches",
    people: 45,
    sectors: [
      ["Q", 15],
      ["C", 15],
      ["G", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000051", 15, "Shrewsbury"],
      ["E06000020", 15, "Telford"],
      ["E06000019", 15, "Hereford"],
    ],
  },
  {
    strategyId: "buckinghamshire",
    people: 45,
    sectors: [
      ["G", 15],
      ["Q", 15],
      ["P", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E07000004", 23, "Aylesbury"],
      ["E07000007", 22, "High Wycombe"],
    ],
  },
  {
    strategyId: "liverpool-city-region",
    people: 60,
    sectors: [
      ["H", 15],
      ["Q", 15],
      ["I", 15],
      ["N", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: true,
    districts: [
      ["E08000012", 20, "Liverpool"],
      ["E08000015", 18, "Birkenhead"],
      ["E08000014", 17, "Bootle"],
      ["E08000013", 5, "St Helens"],
    ],
  },
  {
    strategyId: "swindon-wiltshire",
    people: 45,
    sectors: [
      ["H", 15],
      ["C", 15],
      ["Q", 15],
    ],
    endedWeeksAgo: 0,
    isDivided: false,
    districts: [
      ["E06000030", 23, "Swindon"],
      ["E06000054", 22, "Trowbridge"],
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
    people: 30,
    sectors: [
      ["I", 15],
      ["Q", 15],
    ],
    endedWeeksAgo: 14,
    isDivided: false,
    districts: [
      ["E07000028", 15, "Carlisle"],
      ["E07000027", 15, "Barrow"],
    ],
  },
  {
    strategyId: "dorset",
    people: 30,
    sectors: [
      ["I", 15],
      ["Q", 15],
    ],
    endedWeeksAgo: 4,
    isDivided: false,
    districts: [
      ["E06000058", 15, "Poole"],
      ["E06000059", 15, "Weymouth"],
    ],
  },
];
