import { expect, test } from "vitest";
import type { MedianPay } from "@/prisma/generated/client";
import { expectOriginal } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";
import { districtName, districts, leps } from "@/prisma/reference/tables";
import { jobCounts, residentCounts } from "@/prisma/reference/work";

const jobs = jobCounts();
const isNuts3 = (areaId: string) => districts.some(({ nuts3 }) => nuts3 === areaId);
const nuts3Name = (code: string) => districts.find(({ nuts3 }) => nuts3 === code)?.nuts3Name ?? "";

/** As the original table names it. */
const markColumn = "flag";

test("jobs by sector in each LEP and in England, 2015 to 2020", () => {
  const lines = jobs
    .filter(({ areaId }) => !isNuts3(areaId))
    .map(({ areaId, year, sectorId, employment }) => ({ lep_id: areaId, year, sic2007_section: sectorId, employment }));
  expectOriginal("employment_by_sector_lep_2015_2020.csv", lines, ["year", "employment"]);
  expect(new Set(lines.map(({ lep_id }) => lep_id))).toEqual(new Set(["england", ...leps.map(({ id }) => id)]));
});

test("jobs by sector in each NUTS3 area, 2019", () => {
  const lines = jobs.filter(({ areaId }) => isNuts3(areaId));
  expect(new Set(lines.map(({ year }) => year))).toEqual(new Set([2019]));
  expectOriginal(
    "employment_by_sector_nuts3_2019.csv",
    lines.map(({ areaId, sectorId, employment }) => ({
      nuts3_code: areaId,
      nuts3_name: nuts3Name(areaId),
      sic2007_section: sectorId,
      employment,
    })),
    ["employment"],
  );
});

test("residents in work by industry group, with the interval or the mark of a hidden figure", () => {
  const lines = residentCounts().map(({ districtCode, industryGroup, residents, plusMinus, mark }) => {
    const district = districts.find(({ code2021 }) => code2021 === districtCode);
    return {
      lad21_code: districtCode,
      lad21_name: district?.details.officialName2021 ?? district?.name2021 ?? "",
      industry_group: industryGroup,
      residents_in_employment: residents,
      ci95_plus_minus: plusMinus,
      [markColumn]: mark ?? "",
    };
  });
  expectOriginal("residents_in_work_by_industry_lad21_2018_19.csv", lines, [
    "residents_in_employment",
    "ci95_plus_minus",
  ]);
});

test("median weekly pay, in pounds", () => {
  const lines = readReference<MedianPay>("median-pay").map((pay) => ({
    lad19_code: pay.districtId,
    lad19_name: districtName(pay.districtId),
    april_year: pay.year,
    median_gross_weekly_pay_gbp: pay.pounds,
    ci95_low: pay.low,
    ci95_high: pay.high,
    measured_for: pay.measuredFor,
  }));
  expectOriginal("median_pay_districts_2018_2020.csv", lines, [
    "april_year",
    "median_gross_weekly_pay_gbp",
    "ci95_low",
    "ci95_high",
  ]);
});
