import { expect, test } from "vitest";
import { compareThemes } from "@/lib/answers/compare/rules";

test("themes of two LEPs, the widest apart first, over all strategies of each", () => {
  const pay = (comments: number) => ({ id: "pay", name: "Pay", comments });
  const buses = (comments: number) => ({ id: "buses", name: "Buses", comments });
  const rows = compareThemes({ all: 10, themes: [pay(3), pay(2), buses(1)] }, { all: 20, themes: [buses(18)] });
  expect(rows).toEqual([
    { id: "buses", name: "Buses", a: 1, b: 18, shareA: 0.1, shareB: 0.9 },
    { id: "pay", name: "Pay", a: 5, b: 0, shareA: 0.5, shareB: 0 },
  ]);
});

test("a LEP where nothing was said has no shares", () => {
  const rows = compareThemes({ all: 0, themes: [] }, { all: 2, themes: [{ id: "x", name: "X", comments: 2 }] });
  expect(rows).toMatchObject([{ shareA: 0, shareB: 1 }]);
});
