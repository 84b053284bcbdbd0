import { expect, test } from "vitest";
import { countyOrRegionPhrase, locationText, plainDistrictName } from "@/lib/areas/place.rules";

test.each([
  ["Kent", "South East", "Kent"],
  [null, "South East", "the South East"],
  [null, "Yorkshire and The Humber", "Yorkshire and The Humber"],
  ["West Midlands", "West Midlands", "the West Midlands"],
  ["Outer London", "London", "London"],
  ["West Yorkshire", "Yorkshire and The Humber", "West Yorkshire"],
])("county %s in region %s: in %s", (county, region, phrase) => {
  expect(countyOrRegionPhrase({ county, region })).toBe(phrase);
});

test("a location leaves out the name of the place itself", () => {
  const place = { name: "Newport", district: "Uttlesford", county: "Essex", region: "East of England" };
  expect(locationText(place)).toBe("Uttlesford, Essex");
  expect(locationText({ ...place, name: "Uttlesford" })).toBe("Essex");
});

test("the suffixes “City of” and “County of” are dropped", () => {
  expect(plainDistrictName("Kingston upon Hull, City of")).toBe("Kingston upon Hull");
  expect(plainDistrictName("Herefordshire, County of")).toBe("Herefordshire");
  expect(plainDistrictName("Bournemouth, Christchurch and Poole")).toBe("Bournemouth, Christchurch and Poole");
});
