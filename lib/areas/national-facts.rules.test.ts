import { describe, expect, test } from "vitest";
import {
  type Board,
  boardSentence,
  formatPounds,
  type MobilityRank,
  mobilitySentence,
  mobilityYears,
  sourceLinks,
  workerSeatText,
} from "@/lib/areas/national-facts.rules";
import { readReference } from "@/prisma/reference/read";

const rank = (name: string, year: number, place: number | null, spot: MobilityRank["spot"] = null): MobilityRank => ({
  ...{ name, year, rank: place, spot },
  ...{ certainty: "full list (one repository)", source: "" },
});

describe("the Social Mobility Index", () => {
  const years = mobilityYears([
    ...[rank("B", 2016, 300, "coldspot"), rank("A", 2016, 20, "hotspot"), rank("C", 2016, 301, "coldspot")],
    ...[rank("A", 2017, null, "hotspot")],
  ]);

  test("its years are apart, best rank first", () => {
    expect(years.map(({ year, rows }) => [year, rows.map(({ name }) => name)])).toEqual([
      [2016, ["A", "B", "C"]],
      [2017, ["A"]],
    ]);
  });

  test("a full year is compared with England, a year in part is not", () => {
    expect(years.map(mobilitySentence)).toEqual([
      "Of 3 districts, 2 are in the lowest fifth of England’s 324 and 1 is in the highest.",
      "For 2017 we found 1 district of this area, and not the others.",
    ]);
    const [only] = mobilityYears([rank("A", 2016, 150)]);
    expect(only && mobilitySentence(only)).toBe(
      "Of 1 district, none is in the lowest fifth of England’s 324 and none is in the highest.",
    );
    const [both] = mobilityYears([rank("A", 2016, 300, "coldspot"), rank("B", 2016, 301, "coldspot")]);
    expect(both && mobilitySentence(both)).toBe(
      "Of 2 districts, all are in the lowest fifth of England’s 324 and none is in the highest.",
    );
  });
});

describe("boards", () => {
  const board = (workerSeats: string | null) => ({ workerSeats }) as Board;

  test("a seat that nobody found is not called absent, and silence is not called none", () => {
    expect(workerSeatText("1")).toBe("1");
    for (const none of ["0", "0 found", "0 named", "0 listed", "0 mentioned", "0 at the meeting"])
      expect(workerSeatText(none)).toBe("We found none");
    for (const unknown of [null, "not stated", "not found"]) expect(workerSeatText(unknown)).toBe("Not known");
  });

  test("every board of the reference has one of the three answers", () => {
    const texts = readReference<Board>("boards").map(({ workerSeats }) => workerSeatText(workerSeats));
    expect(new Set(texts)).toEqual(new Set(["1", "We found none", "Not known"]));
  });

  test.each([
    [[], "We found no list of who sat on its board."],
    [[board("0"), board(null)], "We looked for a seat for unions or employees and found none."],
    [[board("not stated")], "We do not know if anybody on its board spoke for workers."],
    [[board("1"), board("0")], "We found a seat for unions or employees on 1 of the 2 lists that we read."],
  ])("%j: %s", (boards, sentence) => {
    expect(boardSentence(boards)).toBe(sentence);
  });
});

test("amounts are short", () => {
  expect([75_000, 321_500_000, 161_000_000, 1_220_000_000].map(formatPounds)).toEqual([
    "£75,000",
    "£321.5 million",
    "£161 million",
    "£1,220 million",
  ]);
});

test("only web addresses of a source are links", () => {
  expect(sourceLinks("https://a.example/x ; http://b.example (list cut off)")).toEqual([
    "https://a.example/x",
    "http://b.example",
  ]);
  expect(sourceLinks("GitHub someone: a/b.csv")).toEqual([]);
  expect(sourceLinks(null)).toEqual([]);
  for (const { source } of readReference<{ source: string | null }>("boards"))
    for (const link of sourceLinks(source)) expect(URL.canParse(link), link).toBe(true);
});
