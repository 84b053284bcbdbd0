import { expect, test } from "vitest";
import { parsePlaceSearch } from "@/lib/areas/place.schema";

test("a name is looked up by its search key", () => {
  expect(parsePlaceSearch({ q: "  King's Lynn " })).toEqual({
    kind: "name",
    text: "King's Lynn",
    search: "kings lynn",
  });
});

test.each(["B70", "b70 6aa", "SW1A1AA", "CV34 4AB", "M1"])("%s is a postcode", (q) => {
  expect(parsePlaceSearch({ q })).toEqual({ kind: "postcode" });
});

test.each(["Ash", "Rye", "York", "E", "Area 51"])("%s is not a postcode", (q) => {
  expect(parsePlaceSearch({ q }).kind).toBe("name");
});

test.each([{}, { q: "" }, { q: "  " }, { q: "%_'\"" }, { q: "\0" }, { q: [] }])("%j is an empty search", (params) => {
  expect(parsePlaceSearch(params)).toEqual({ kind: "nothing" });
});

test("a repeated or very long parameter is reduced to one name", () => {
  expect(parsePlaceSearch({ q: ["Wigan", "Leeds"] })).toMatchObject({ text: "Wigan" });
  expect(parsePlaceSearch({ q: "a".repeat(100_000) })).toMatchObject({ text: "a".repeat(80) });
});

test("a district takes precedence over a name", () => {
  expect(parsePlaceSearch({ q: "Wigan", district: "E08000010" })).toEqual({ kind: "district", id: "E08000010" });
});
