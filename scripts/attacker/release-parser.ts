/** The published JSON, as far as it is needed here. Written without the service's code. */
export type Method = {
  noise: [number, number][];
  threshold: number;
  base: number;
  gate: number;
  drawOneIn: number;
  newContributors: number;
};
type Figure = { theme: string; sector: string; district: string; count: number | null };
export type PublishedRelease = { release: number; method: Method; leps: Record<string, Figure[]> };

/** A cell of one release. `figures`: those of every LEP that it is in, which should agree. `before`: its last figure, undefined if there is none. */
export type ParsedCell = {
  cell: string;
  theme: string;
  sector: string;
  place: string;
  isInner: boolean;
  figures: (number | null)[];
  before: number | null | undefined;
};
/** `leps`: the districts in each LEP's tables. */
export type ParsedRelease = {
  release: number;
  method: Method;
  cells: Map<string, ParsedCell>;
  leps: Map<string, string[]>;
};

export function cellName(theme: string, sector: string, place: string): string {
  return `${theme}|${sector}|${place}`;
}

/** Parses the releases in order, with each cell's figure in the release before. */
export function parseHistory(history: unknown[]): ParsedRelease[] {
  const last = new Map<string, number | null>();
  return history.map((release) => {
    const { method, leps, release: number } = release as PublishedRelease;
    const cells = new Map<string, ParsedCell>();
    const districts = new Map<string, string[]>();
    for (const [lep, figures] of Object.entries(leps)) {
      districts.set(
        lep,
        [...new Set(figures.map(({ district }) => district))].filter((district) => district !== "all"),
      );
      for (const { theme, sector, district, count } of figures) {
        const place = district === "all" ? `lep:${lep}` : `district:${district}`;
        const cell = cellName(theme, sector, place);
        const parsed = cells.get(cell);
        if (parsed) parsed.figures.push(count);
        else {
          const isInner = district !== "all" && sector !== "all";
          cells.set(cell, { cell, theme, sector, place, isInner, figures: [count], before: last.get(cell) });
        }
      }
    }
    for (const { cell, figures } of cells.values()) last.set(cell, figures[0] ?? null);
    return { release: number, method, cells, leps: districts };
  });
}
