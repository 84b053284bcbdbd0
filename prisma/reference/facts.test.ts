import { describe, expect, test } from "vitest";
import { areaAwards, type Board, type FundingAward, type MobilityRank } from "@/lib/areas/national-facts.rules";
import { fundingText } from "@/lib/strategies/versions/block.rules";
import { blockSchema } from "@/lib/strategies/versions/block.schema";
import type { Programme } from "@/prisma/generated/client";
import { fundingLines } from "@/prisma/reference/funding-lines";
import { expectOriginal } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";
import { originalId } from "@/prisma/reference/tables";

type Rank = MobilityRank & { districtId: string; spotBasis: string | null; note: string | null };

const ranks = readReference<Rank>("social-mobility-ranks");
const awards = readReference<FundingAward>("funding-awards");
const programmes = readReference<Programme>("programmes");
const boards = readReference<Board & { bodyIds: string[] }>("boards");
const rules = readReference<{ id: string; what: string; decidedOn: string; certainty: string; source: string | null }>(
  "board-rules",
);

describe("as they came", () => {
  test("the Social Mobility Index", () => {
    const lines = ranks.map((row) => ({
      ...{ lad19_code: row.districtId, name_2017: row.name, year: row.year, rank_of_324: row.rank },
      ...{ spot: row.spot ?? "", spot_basis: row.spotBasis ?? "", check: row.certainty },
      ...{ note: row.note ?? "", source: row.source },
    }));
    expectOriginal("social_mobility_index.csv", lines, ["year", "rank_of_324"]);
  });

  test("funds", () => {
    const lines = awards.map((row) => ({
      ...{ fund: row.fund, body: row.bodyName, body_id: originalId(row.bodyId ?? ""), lep_ids: row.lepIds.join("; ") },
      ...{ amount_gbp: row.pounds, basis: row.basis, decided_on: row.decidedOn },
      ...{ certainty: row.certainty, source: row.source },
    }));
    expectOriginal("money_lines.csv", lines, ["amount_gbp"]);
  });

  test("programmes", () => {
    const lines = programmes.map((row) => ({
      ...{ programme: row.name, area_id: row.strategyId ?? "", lad19_code: row.districtIds.join("; ") },
      ...{ district: row.districts ?? "", what: row.what, years: row.years },
      ...{ certainty: row.certainty, source: row.source },
    }));
    expectOriginal("programmes.csv", lines);
  });

  test("boards, and the rules on them", () => {
    const lines = boards.map((row) => ({
      ...{ lep_id: row.bodyIds.join("; "), body: row.name, year: row.year, members: row.members ?? "" },
      ...{ private_sector: row.privateSector ?? "", union_or_employee_seats: row.workerSeats ?? "" },
      ...{ note: row.note ?? "", certainty: row.certainty, source: row.source },
    }));
    expectOriginal("lep_boards.csv", lines);
    const ruleLines = rules.map((row) => ({
      ...{ rule: row.id, what: row.what, when: row.decidedOn, certainty: row.certainty, source: row.source ?? "" },
    }));
    expectOriginal("lep_board_rules.csv", ruleLines);
  });
});

test("the index of 2016 ranks 324 districts once each, that of 2017 a part of them; a fifth is 65", () => {
  const of = (year: number) => ranks.filter((row) => row.year === year);
  expect(of(2016).map(({ rank }) => rank)).toEqual(Array.from({ length: 324 }, (_, at) => at + 1));
  expect(of(2017)).toHaveLength(56);
  expect(of(2017).filter(({ rank }) => rank !== null)).toHaveLength(44);
  expect(of(2016).filter(({ spot }) => spot === "hotspot")).toHaveLength(65);
  expect(of(2016).filter(({ spot }) => spot === "coldspot")).toHaveLength(65);
});

test("the Transforming Cities awards to areas add up to the official total, each pound once", () => {
  const millions = areaAwards(awards)
    .filter(({ fund }) => fund === "Transforming Cities Fund")
    .reduce((sum, { pounds }) => sum + pounds / 1_000_000, 0);
  expect(millions).toBeCloseTo(2360.4, 1);
});

test("every award to an area is a line of one strategy, in the shape of a funding line", () => {
  const lines = fundingLines(awards, readReference("strategies"));
  expect(lines.map(({ awardId }) => awardId)).toEqual(areaAwards(awards).map(({ id }) => id));
  for (const { block } of lines) {
    expect(blockSchema.parse(block)).toEqual(block);
    expect(fundingText(block)).toContain("£");
  }
  const inWestMidlands = lines
    .filter(({ strategyId }) => strategyId === "west-midlands")
    .map(({ block }) => block.amount);
  expect(inWestMidlands).toEqual(["£321.5 million: total award (first allocation + one-year extension)"]);
  expect(lines.find(({ block }) => block.who === "Preston")?.block.amount).toMatch(
    /^£40 million \(to be confirmed\): /,
  );
});
