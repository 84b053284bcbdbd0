import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Spreadsheet } from "@/lib/unions/uploads/sheet.rules";
import { readSpreadsheet } from "@/lib/unions/uploads/spreadsheet-reader";
import {
  checkUploadRows,
  chooseRows,
  findDistrict,
  findDistrictByPart,
  findEqualRows,
} from "@/lib/unions/uploads/upload.rules";

const district = (id: string, ...names: string[]) => ({ id, names });
const allowed = {
  sections: [1, 2, 3],
  districts: [
    district("dudley", "Dudley"),
    district("bristol", "Bristol, City of"),
    district("helens", "St. Helens"),
    district("nuneaton", "Nuneaton and Bedworth"),
    district("birmingham", "Birmingham"),
    district("wolverhampton", "Wolverhampton"),
    district("stratford", "Stratford-on-Avon"),
    district("lynn", "King's Lynn and West Norfolk"),
    district("hereford", "Herefordshire, County of"),
    district("kingston", "Kingston upon Hull, City of"),
  ],
};
const heading = ["comment", "section", "stance", "district"];
const sheet = (rows: string[][], more: Partial<Spreadsheet> = {}): Spreadsheet => ({
  ...{ rows, hiddenRows: [], hiddenColumns: [], notes: [] },
  ...more,
});
const check = (rows: string[][], more: Partial<Spreadsheet> = {}) => checkUploadRows(sheet(rows, more), allowed);

describe("one bad row does not refuse the file", () => {
  test("it is left out and named; what else is not known is left out of its row and named", () => {
    const { rows, report, refusals } = check([
      heading,
      ["Buses", "1", "for", "dudley"],
      ["", "9", "maybe", "Paris"],
      ["", "", "", ""],
      ["Trains", "two", "", ""],
      ["Trams", "2", "maybe", "Paris"],
      ["=1+1", "2", "", ""],
    ]);
    expect(refusals).toEqual([]);
    expect(rows.map((row) => [row.row, row.text, row.stance, row.district])).toEqual([
      [2, "Buses", "for", "dudley"],
      [6, "Trams", null, null],
      [7, "=1+1", null, null],
    ]);
    expect(report.problems.map(({ row, column, isRowLeftOut }) => `${row} ${column} ${isRowLeftOut}`)).toEqual([
      "3 comment true",
      "3 section true",
      "5 section true",
      "6 stance false",
      "6 district false",
    ]);
    // messages are stored, so they quote nothing of what is left out
    expect(JSON.stringify(report)).not.toMatch(/Paris|maybe/);
  });

  test("a comma that cuts a comment is found, and none of the comment is recorded without the rest", () => {
    const { rows, report } = checkUploadRows(
      readSpreadsheet(Buffer.from("comment,section\nNo bus after six, so I walk,1\nTrains,2\nTrams,1,and more\n")),
      allowed,
    );
    expect(rows.map(({ text }) => text)).toEqual(["Trains"]);
    expect(report.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, "C"],
      [4, "C"],
    ]);
    expect(report.problems[1]?.message).toMatch(/column C, which has no heading.*quotation marks/);
  });

  test.each([
    ["of a place", "section,comment,district\n1,We need buses, and trains\n2,Trams,\n", "district"],
    ["of a stance", "section,comment,stance\n1,We need buses, for nights\n2,Trams,for\n", "stance"],
    ["that is not used", "section,comment,notes\n1,We need buses, and trains\n2,Trams,seen\n", "notes"],
  ])("also where the rest of it is in the column %s", (_, text, column) => {
    const { rows, report } = checkUploadRows(readSpreadsheet(Buffer.from(text)), allowed);
    expect(rows.map((row) => row.text)).toEqual(["Trams"]);
    expect(report.problems).toEqual([
      { row: 2, column, message: expect.stringMatching(/begins with a space/), isRowLeftOut: true },
    ]);
  });

  test("a file with a space after every comma is read", () => {
    const text = "comment, section, stance, district, notes\nBuses, 1, for, Dudley, seen\nTrams, 2, maybe, Paris, x\n";
    const { rows, report } = checkUploadRows(readSpreadsheet(Buffer.from(text)), allowed);
    expect(rows.map((row) => [row.text, row.stance, row.district])).toEqual([
      ["Buses", "for", "dudley"],
      ["Trams", null, null],
    ]);
    expect(report.problems.map(({ column, isRowLeftOut }) => [column, isRowLeftOut])).toEqual([
      ["stance", false],
      ["district", false],
    ]);
  });
});

test("every column is listed with what happens to it; of what is left out no text is stored", () => {
  const { report, rows } = check(
    [
      ["comment", "section", "Name", "", "stance"],
      ["Buses", "1", "Ann Bell", "", "for"],
      ["Trams", "1", "", "", ""],
    ],
    { hiddenColumns: [4] },
  );
  expect(report.columns).toEqual([
    { letters: "A", name: "comment", cells: 2, isUsed: true, isHidden: false },
    { letters: "B", name: "section", cells: 2, isUsed: true, isHidden: false },
    { letters: "C", name: "name", cells: 1, isUsed: false, isHidden: false },
    { letters: "E", name: "stance", cells: 1, isUsed: true, isHidden: true },
  ]);
  expect(rows).toHaveLength(2);
  expect(JSON.stringify({ report, rows })).not.toMatch(/Ann Bell/);
});

test("lines above the heading are left out and named, and rows keep the numbers of the sheet", () => {
  const { rows, report } = check([["Night shift, 3 March"], [], heading, ["Buses", "1", "", ""]]);
  expect(rows).toMatchObject([{ row: 4, text: "Buses" }]);
  expect(report.notes).toEqual([expect.stringMatching(/above the heading in row 3/)]);
});

describe("places are found as the site's finder finds them", () => {
  test.each([
    ["St. Helens", "helens"],
    ["st helens", "helens"],
    ["King’s Lynn and West Norfolk", "lynn"],
    ["Nuneaton & Bedworth", "nuneaton"],
    ["City of Birmingham", "birmingham"],
    ["Birmingham City Council", "birmingham"],
    ["Wolverhampton, City of", "wolverhampton"],
    ["the City of Wolverhampton", "wolverhampton"],
    ["Stratford on Avon", "stratford"],
    ["BRISTOL", "bristol"],
    ["Herefordshire", "hereford"],
    ["Kingston-upon-Hull", "kingston"],
    ["Metropolitan Borough of Dudley", "dudley"],
    ["Dudley MBC", "dudley"],
    ["Birmingham CC", "birmingham"],
    ["Saint Helens", "helens"],
    ["Nuneaton + Bedworth", "nuneaton"],
    ["Herefordshire Unitary Authority", "hereford"],
    ["Paris", null],
    ["City of", null],
    ["", null],
  ])("%s", (name, id) => expect(findDistrict(name, allowed.districts)).toBe(id));
});

describe("a district that has the typed words in its name, and is the only one", () => {
  test.each([
    ["Hull", "kingston"],
    ["Bedworth", "nuneaton"],
    ["West Norfolk", "lynn"],
    ["Stratford", "stratford"],
    ["Helens", "helens"],
    ["Here", null], // part of a word
    ["West", null],
    ["On", null],
    ["Nuneaton and", "nuneaton"],
    ["Paris", null],
    ["", null],
  ])("%s", (name, id) => expect(findDistrictByPart(name, allowed.districts)).toBe(id));

  test("of two neither", () => {
    const two = [district("a", "North Lincolnshire"), district("b", "North East Lincolnshire")];
    expect(findDistrictByPart("Lincolnshire", two)).toBeNull();
    expect(findDistrictByPart("East Lincolnshire", two)).toBe("b");
  });
});

describe("equal and hidden rows are the rep's choice", () => {
  const rows = check(
    [
      heading,
      ["Buses", "1", "", ""],
      ["buses ", "1", "", ""],
      ["Trams", "1", "", ""],
      ["Trams", "1", "", ""],
      ["Trams", "2", "", ""],
    ],
    { hiddenRows: [3] },
  ).rows;
  const chosen = (equal: "each" | "once", withHidden: boolean) =>
    chooseRows(rows, { equal, withHidden }).map(({ row }) => row);

  test("which are equal", () =>
    expect(findEqualRows(rows)).toEqual([
      { row: 3, firstRow: 2 },
      { row: 5, firstRow: 4 },
    ]));

  test("what is recorded", () => {
    expect(chosen("once", true)).toEqual([2, 4, 6]);
    expect(chosen("each", true)).toEqual([2, 3, 4, 5, 6]);
    // row 4 is hidden, so row 5 is the first of its kind
    expect(chosen("once", false)).toEqual([2, 5, 6]);
    expect(chosen("each", false)).toEqual([2, 3, 5, 6]);
  });

  test("a comment that the record has already counts as equal", () => {
    const [first] = rows;
    const recorded = first ? [{ ...first, isRecorded: true }] : [];
    expect(chooseRows(recorded, { equal: "once", withHidden: false })).toEqual([]);
    expect(chooseRows(recorded, { equal: "each", withHidden: false })).toHaveLength(1);
  });

  test("the file of four equal rows: one or four, as the rep says", () => {
    const file = readSpreadsheet(readFileSync("scripts/test/fixtures/sheets/a10-same-words.csv"));
    const checked = checkUploadRows(file, allowed).rows;
    expect(chooseRows(checked, { equal: "each", withHidden: false }).length).toBe(checked.length);
    expect(chooseRows(checked, { equal: "once", withHidden: false }).length).toBe(checked.length - 3);
  });
});

describe("a file is refused for its heading, its size, or when nothing is left", () => {
  test.each([
    [[["section"], ["1"]], "comment"],
    [[["comment"], ["x"]], "section"],
    [
      [
        ["comment", "comment", "section"],
        ["x", "y", "1"],
      ],
      "comment",
    ],
    [[], "comment"],
    [[heading], "comment"],
    [[heading, ["x", "99", "", ""]], "section"],
  ])("%j", (rows, column) => {
    expect(check(rows).refusals.map((refusal) => refusal.column)).toContain(column);
  });

  test("more rows than a file can have", () => {
    const rows = [heading, ...Array.from({ length: 501 }, (_, at) => [`Comment ${at}`, "1", "", ""])];
    expect(check(rows).refusals).toEqual([expect.objectContaining({ message: expect.stringMatching(/501.*500/) })]);
  });
});
