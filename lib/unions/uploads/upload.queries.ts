import type { z } from "zod";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { getStrategy, listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import type { AllowedValues } from "@/lib/unions/uploads/upload.rules";
import { storedRows } from "@/lib/unions/uploads/upload.schema";

export type UploadView = {
  id: string;
  recordId: string;
  state: "preview" | "running" | "done";
  total: number;
  done: number;
  rows: z.infer<typeof storedRows>;
};

/** An upload to one of the person's own records. Null when it is not theirs. */
export async function getUpload(person: Person, recordId: string, id: string): Promise<UploadView | null> {
  if (!person.accountId) return null;
  const row = await db().meetingUpload.findFirst({
    where: { id, recordId, record: { recordedById: person.accountId } },
    select: { id: true, recordId: true, state: true, total: true, done: true, rows: true },
  });
  return row && { ...row, rows: storedRows.parse(row.rows) };
}

/** The section numbers and districts that a sheet for this strategy may name. */
export async function getAllowedValues(strategyId: string): Promise<AllowedValues> {
  const [strategy, districts] = await Promise.all([getStrategy(strategyId), listStrategyDistricts(strategyId)]);
  return { sections: (strategy?.sections ?? []).map(({ number }) => number), districts };
}
