import { findPlaces } from "@/lib/areas/place.queries";
import { searchKey } from "@/lib/areas/search-key";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import type { Spreadsheet } from "@/lib/unions/uploads/sheet.rules";
import {
  type AllowedValues,
  findDistrict,
  findDistrictByPart,
  listPlaceNames,
  rowKey,
} from "@/lib/unions/uploads/upload.rules";
import { storedRows, type UploadReport, type UploadRow, uploadReport } from "@/lib/unions/uploads/upload.schema";
import type { UploadState } from "@/prisma/generated/enums";

export type UploadView = {
  id: string;
  recordId: string;
  state: UploadState;
  total: number;
  done: number;
  /** Why it stopped. */
  stopReason: string | null;
  rows: UploadRow[];
  report: UploadReport;
};

/** An upload to one of the person's own records. Null when it is not theirs. */
export async function getUpload(person: Person, recordId: string, id: string): Promise<UploadView | null> {
  if (!person.accountId) return null;
  const row = await db().meetingUpload.findFirst({
    where: { id, recordId, record: { recordedById: person.accountId } },
    select: {
      id: true,
      recordId: true,
      state: true,
      total: true,
      done: true,
      stopReason: true,
      rows: true,
      report: true,
    },
  });
  return row && { ...row, rows: storedRows.parse(row.rows), report: uploadReport.parse(row.report) };
}

/** The section numbers and districts that a sheet for this strategy may name, with the names that the finder knows. */
export async function getAllowedValues(strategyId: string): Promise<AllowedValues> {
  const [strategy, districts] = await Promise.all([
    getStrategyOutline(strategyId),
    db().strategyDistrict.findMany({
      where: { strategyId, role: { not: "former_lep_area" } },
      select: { district: { select: { id: true, name: true, name2021: true, name2023: true } } },
    }),
  ]);
  return {
    sections: (strategy?.sections ?? []).map(({ number }) => number),
    districts: districts.map(({ district: { id, ...names } }) => ({ id, names: Object.values(names) })),
  };
}

const maxPlacesFound = 50;

/** The same, with what the sheet calls districts that only the site's finder knows: a town, an older name. */
export async function withFoundPlaces(allowed: AllowedValues, sheet: Spreadsheet): Promise<AllowedValues> {
  const unknown = listPlaceNames(sheet).filter((name) => findDistrict(name, allowed.districts) === null);
  const found = new Map<string, string[]>();
  for (const name of unknown.slice(0, maxPlacesFound)) {
    const matches = await findPlaces(searchKey(name));
    const exact = matches.filter(({ match }) => match === "exact").map(({ districtId }) => districtId);
    const own = allowed.districts.filter(({ id }) => exact.includes(id));
    const [only] = own;
    // a town in several districts is taken for the one that is named after it
    const id = only && own.length === 1 ? only.id : findDistrictByPart(name, own.length > 0 ? own : allowed.districts);
    if (id) found.set(id, [...(found.get(id) ?? []), name]);
  }
  const districts = allowed.districts.map(({ id, names }) => ({ id, names: [...names, ...(found.get(id) ?? [])] }));
  return { ...allowed, districts };
}

/** The comments of a record as `rowKey` has them. */
export async function listRecordedKeys(recordId: string): Promise<Set<string>> {
  const entries = await db().meetingEntry.findMany({
    where: { recordId },
    take: 10_000,
    select: {
      comment: {
        select: {
          stance: true,
          districtId: true,
          thread: { select: { section: { select: { number: true } } } },
          revisions: { where: { number: 1 }, select: { text: true } },
        },
      },
    },
  });
  return new Set(
    entries.map(({ comment: { stance, districtId: district, thread, revisions } }) =>
      rowKey({ text: revisions[0]?.text ?? "", section: thread.section.number, stance, district }),
    ),
  );
}
