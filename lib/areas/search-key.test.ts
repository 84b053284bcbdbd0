import { expect, test } from "vitest";
import { searchKey } from "@/lib/areas/search-key";

test.each([
  ["  STOKE on   Trent ", "stoke on trent"],
  ["St. Helens", "st helens"],
  ["King’s Lynn", "kings lynn"],
  ["King's Lynn and West Norfolk", "kings lynn and west norfolk"],
  ["Tyne & Wear", "tyne and wear"],
  ["Barrow-in-Furness", "barrow in furness"],
  ["Bournemouth/Poole", "bournemouth poole"],
  ["Bristol, City of", "bristol city of"],
  ["Thornaby-on-Tees\u0000", "thornaby on tees"],
  ["Áçčent Grøve", "accent grøve"],
])("the search key of %j is %j", (text, key) => expect(searchKey(text)).toBe(key));

test("a district in brackets is left out, so that all the Newports are found together", () => {
  expect(searchKey("Newport (Isle of Wight)")).toBe("newport");
  expect(searchKey("Newport (Telford and Wrekin) ")).toBe("newport");
});

test("text that is wholly in brackets is not dropped", () => {
  expect(searchKey("(Leeds)")).toBe("leeds");
  expect(searchKey(" (Leeds) ")).toBe("leeds");
});

test("text without letters or digits has an empty key", () => {
  for (const nothing of ["", "   ", "?!", "()", "\u202e", "🚌"]) expect(searchKey(nothing)).toBe("");
});

test("a key is its own key", () => {
  for (const name of ["Sutton-on-the-Forest", "Maid's Moreton", "Alfreton/South Normanton", "Barton (Wyre)"]) {
    expect(searchKey(searchKey(name))).toBe(searchKey(name));
  }
});

test("a very long text takes no noticeable time", () => {
  const started = performance.now();
  searchKey("(a ".repeat(300_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
