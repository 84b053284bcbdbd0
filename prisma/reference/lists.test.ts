import { test } from "vitest";
import type { ConsultationEvidence, Sector, Theme, TucRegion, Union } from "@/prisma/generated/client";
import { expectOriginal } from "@/prisma/reference/original-tables";
import { readReference } from "@/prisma/reference/read";

test("sectors", () => {
  const lines = readReference<Sector>("sectors").map((sector) => ({
    code: sector.id,
    official_name: sector.officialName,
    plain_name: sector.name,
    foundational_economy: sector.foundational,
    cresc_zone: sector.zone,
    low_paid_sector: sector.lowPaid,
    main_unions: sector.unions.join("; "),
  }));
  expectOriginal("sectors_sic2007.csv", lines);
});

test("themes", () => {
  const lines = readReference<Theme>("themes").map((theme) => ({
    theme_id: theme.id,
    label: theme.name,
    family: theme.family,
    description_or_parent: theme.parentId ?? theme.description,
  }));
  expectOriginal("themes.csv", lines);
});

test("unions", () => {
  const lines = readReference<Union>("unions").map((union) => ({
    union: union.name,
    short_name: union.shortName,
    covers: union.covers,
    sic_sections: union.sectors.join("; "),
    certainty: union.certainty,
  }));
  expectOriginal("unions_tuc_england.csv", lines);
});

test("TUC regions", () => {
  const lines = readReference<TucRegion>("tuc-regions").map((region) => ({
    tuc_region_id: region.id,
    name: region.name,
    covers_regions: region.covers,
    certainty: region.certainty,
  }));
  expectOriginal("tuc_regions.csv", lines);
});

test("who was heard in earlier consultations", () => {
  const lines = readReference<ConsultationEvidence>("consultation-evidence").map((evidence) => ({
    lis_area_id: evidence.strategyId ?? "england",
    what: evidence.what,
    size: evidence.size ?? "",
    who_is_named: evidence.named ?? "",
    unions_named: evidence.unionsNamed,
    source: evidence.source,
  }));
  expectOriginal("consultation_evidence.csv", lines);
});
