/** A square of the tile map: `column` and `row` from 0, from the north-west; `short` fits a tile of 40 pixels. */
export type GridSquare = { column: number; row: number; short: string };

export const gridColumns = 7;

// Made by hand: neighbours are neighbours where seven columns allow it, so that a tile is 40 pixels wide on the smallest
// phone. "." is no LEP.
const layout = `
. . cumbria north-east tees-valley . .
. . lancashire york-north-yorkshire-east-riding humber . .
. liverpool-city-region greater-manchester leeds-city-region sheffield-city-region greater-lincolnshire .
. cheshire-warrington stoke-staffordshire d2n2 leicester-leicestershire cambridgeshire-peterborough new-anglia
the-marches black-country gbs coventry-warwickshire south-east-midlands hertfordshire .
worcestershire gloucestershire oxfordshire buckinghamshire london south-east .
. west-of-england swindon-wiltshire thames-valley-berkshire enterprise-m3 coast-to-capital .
cornwall-scilly heart-of-the-south-west dorset solent . . .`;

const shortNames: Record<string, string> = {
  cumbria: "Cumb",
  "north-east": "N East",
  "tees-valley": "Tees",
  lancashire: "Lancs",
  "york-north-yorkshire-east-riding": "Yorks",
  humber: "Humber",
  "liverpool-city-region": "L’pool",
  "greater-manchester": "G Man",
  "leeds-city-region": "Leeds",
  "sheffield-city-region": "Sheff",
  "greater-lincolnshire": "Lincs",
  "cheshire-warrington": "Chesh",
  "stoke-staffordshire": "Staffs",
  d2n2: "D2N2",
  "leicester-leicestershire": "Leics",
  "cambridgeshire-peterborough": "Cambs",
  "new-anglia": "N Ang",
  "the-marches": "March",
  "black-country": "Black C",
  gbs: "B’ham",
  "coventry-warwickshire": "Cov",
  "south-east-midlands": "SE Mid",
  hertfordshire: "Herts",
  worcestershire: "Worcs",
  gloucestershire: "Glos",
  oxfordshire: "Oxon",
  buckinghamshire: "Bucks",
  london: "London",
  "south-east": "S East",
  "west-of-england": "W Eng",
  "swindon-wiltshire": "Wilts",
  "thames-valley-berkshire": "Berks",
  "enterprise-m3": "M3",
  "coast-to-capital": "Coast",
  "cornwall-scilly": "Cornw",
  "heart-of-the-south-west": "Heart",
  dorset: "Dorset",
  solent: "Solent",
};

/** The squares of the 38 LEPs by id, in reading order. */
export const lepGrid: ReadonlyMap<string, GridSquare> = new Map(
  layout
    .trim()
    .split("\n")
    .flatMap((line, row) =>
      line
        .split(" ")
        .map((id, column) => [id, { column, row, short: shortNames[id] ?? id }] as const)
        .filter(([id]) => id !== "."),
    ),
);
