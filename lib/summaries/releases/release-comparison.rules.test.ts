import { expect, test } from "vitest";
import { remainderId } from "@/lib/summaries/counts.rules";
import { peopleOnFoundation, type ReleaseView } from "@/lib/summaries/releases/release.rules";
import { compareCell, compareThemes, listCellNames } from "@/lib/summaries/releases/release-comparison.rules";

test("themes of two LEPs over all their strategies, widest difference first", () => {
  const pay = (comments: number) => ({ id: "pay", name: "Pay", comments });
  const buses = (comments: number) => ({ id: "buses", name: "Buses", comments });
  const rows = compareThemes({ all: 10, themes: [pay(3), pay(2), buses(1)] }, { all: 20, themes: [buses(18)] });
  expect(rows).toEqual([
    { id: "buses", name: "Buses", a: 1, b: 18, shareA: 0.1, shareB: 0.9 },
    { id: "pay", name: "Pay", a: 5, b: 0, shareA: 0.5, shareB: 0 },
  ]);
});

test("a LEP without comments has shares of 0", () => {
  const rows = compareThemes({ all: 0, themes: [] }, { all: 2, themes: [{ id: "x", name: "X", comments: 2 }] });
  expect(rows).toMatchObject([{ shareA: 0, shareB: 1 }]);
});

const release = (number: number, cells: ReleaseView["cells"], districts = ["E1", "E2"]): ReleaseView => ({
  id: String(number),
  number,
  day: "2026-11-02",
  method: "1",
  note: "",
  family: { themes: ["people"], sectors: ["care"], districts },
  cells,
});

test("a cell that is not shown in both releases has no change in numbers", () => {
  const both = [
    release(1, [
      ["any", "all", "all", 40],
      ["any", "care", "all", 20],
      ["any", "all", "E1", 15],
    ]),
    release(2, [
      ["any", "all", "all", 50],
      ["any", "care", "all", 20],
      ["any", "all", "E2", 10],
    ]),
  ] as [ReleaseView, ReleaseView];
  expect(compareCell("All", {}, both)).toEqual({ name: "All", a: 40, b: 50, changeText: "10 more" });
  expect(compareCell("All", {}, [both[1], both[0]]).changeText).toBe("10 fewer");
  expect(compareCell("Care", { sector: "care" }, both).changeText).toBe("as it was");
  expect(compareCell("E1", { district: "E1" }, both)).toEqual({
    name: "E1",
    a: 15,
    b: null,
    changeText: "no longer shown",
  });
  expect(compareCell("E2", { district: "E2" }, both).changeText).toBe("shown now");
  expect(compareCell("People", { theme: "people" }, both).changeText).toBe("not shown in either");
});

test("districts of either release are listed", () => {
  const both = [release(1, []), release(2, [], ["E2", "E3"])] as [ReleaseView, ReleaseView];
  expect(listCellNames("districts", both)).toEqual(["E1", "E2", "E3"]);
});

test("the people under a foundation, under none of them, and where a release shows none", () => {
  const release: Pick<ReleaseView, "cells"> = {
    cells: [
      ["any", "all", "all", 30],
      ["ideas", "all", "all", 20],
      ["ideas", "care", "all", 10],
      ["other", "all", "all", 15],
    ],
  };
  expect(["ideas", remainderId, "places"].map((id) => peopleOnFoundation(release, id))).toEqual([20, 15, null]);
});
