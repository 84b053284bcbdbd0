import { describe, expect, test } from "vitest";
import { checkUploadRows } from "@/lib/unions/uploads/upload.rules";

const allowed = { sections: [1, 2, 3], districts: [{ id: "E08000027", name: "Dudley" }] };

describe("every invalid row and column is named", () => {
  const heading = ["comment", "section", "stance", "district"];
  test("beside the valid rows", () => {
    const rows = [
      heading,
      ["Buses", "1", "for", "dudley"],
      ["", "9", "maybe", "Paris"],
      ["", "", "", ""],
      ["Trains", "two", "", ""],
      ["buses ", "1", "FOR", "Dudley"],
      ["=1+1", "2", "", ""],
    ];
    const { validRows, problems, duplicates } = checkUploadRows(rows, allowed);
    expect(validRows.map(({ row, text, district }) => [row, text, district])).toEqual([
      [2, "Buses", "E08000027"],
      [7, "=1+1", null],
    ]);
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...["3 comment", "3 section", "3 stance", "3 district", "5 section"],
    ]);
    expect(duplicates).toEqual([{ row: 6, duplicateOf: 2 }]);
  });

  test.each([
    [[["section"], ["1"]], "comment"],
    [[["comment"], ["x"]], "section"],
    [
      [
        ["comment", "section", "name"],
        ["x", "1", "Ann"],
      ],
      "name",
    ],
    [
      [
        ["comment", "comment", "section"],
        ["x", "y", "1"],
      ],
      "comment",
    ],
    [[], "comment"],
    [[heading], "comment"],
  ])("%j", (rows, column) => {
    expect(checkUploadRows(rows, allowed).problems.map((problem) => problem.column)).toContain(column);
  });

  test("more rows than a file can have", () => {
    const rows = [heading, ...Array.from({ length: 501 }, (_, at) => [`Comment ${at}`, "1", "", ""])];
    expect(checkUploadRows(rows, allowed).problems).toHaveLength(1);
  });
});
