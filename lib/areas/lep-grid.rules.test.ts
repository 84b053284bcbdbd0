import { expect, test } from "vitest";
import { gridColumns, lepGrid } from "@/lib/areas/lep-grid.rules";
import { readReference } from "@/prisma/reference/read";

test("each of the 38 LEPs has one square of its own, with a short name of its own", () => {
  const leps = readReference<{ id: string; kindId: string }>("bodies").filter(({ kindId }) => kindId === "lep");
  expect([...lepGrid.keys()].sort()).toEqual(leps.map(({ id }) => id).sort());
  const squares = [...lepGrid.values()];
  expect(new Set(squares.map(({ column, row }) => `${column},${row}`)).size).toBe(38);
  expect(Math.max(...squares.map(({ column }) => column))).toBe(gridColumns - 1);
  expect(new Set(squares.map(({ short }) => short)).size).toBe(38);
  expect(squares.filter(({ short }) => short.length > 7)).toEqual([]);
});

test("the compass is right: the north is above the south, the west left of the east", () => {
  const at = (id: string) => lepGrid.get(id) ?? { column: -1, row: -1 };
  expect(at("north-east").row).toBeLessThan(at("london").row);
  expect(at("london").row).toBeLessThan(at("coast-to-capital").row);
  expect(at("cornwall-scilly").column).toBeLessThan(at("dorset").column);
  expect(at("liverpool-city-region").column).toBeLessThan(at("greater-lincolnshire").column);
});
