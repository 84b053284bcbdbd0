import { expect, test } from "vitest";
import { parseFind } from "@/lib/areas/place.schema";

test("a name is looked up in its search form", () => {
  expect(parseFind({ q: "  King's Lynn " })).toEqual({ kind: "name", typed: "King's Lynn", search: "kings lynn" });
});

test.each(["B70", "b70 6aa", "SW1A1AA", "CV34 4AB", "M1"])("%s is a postcode", (q) => {
  expect(parseFind({ q })).toEqual({ kind: "postcode" });
});

test.each(["Ash", "Rye", "York", "E", "Area 51"])("%s is no postcode", (q) => {
  expect(parseFind({ q }).kind).toBe("name");
});

test.each([{}, { q: "" }, { q: "  " }, { q: "%_'\"" }, { q: "\0" }, { q: [] }])("%j asks for nothing", (given) => {
  expect(parseFind(given)).toEqual({ kind: "nothing" });
});

test("a repeated or endless question is cut down to one name", () => {
  expect(parseFind({ q: ["Wigan", "Leeds"] })).toMatchObject({ typed: "Wigan" });
  expect(parseFind({ q: "a".repeat(100_000) })).toMatchObject({ typed: "a".repeat(80) });
});

test("a district is taken before a name", () => {
  expect(parseFind({ q: "Wigan", district: "E08000010" })).toEqual({ kind: "district", id: "E08000010" });
});
