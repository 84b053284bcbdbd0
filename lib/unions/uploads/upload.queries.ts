import { z } from "zod";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { getStrategy, listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import type { AllowedValues } from "@/lib/unions/uploads/upload.rules";
import { Stance } from "@/prisma/generated/enums";

/** What waits in an upload to be taken down. */
export const storedRowsSchema = z.array(
  z.object({
    row: z.number(),
    text: z.string(),
    section: z.number(),
    stance: z.enum(Stance).nullable(),
    district: z.string().nullable(),
  }),
);

export type UploadView = {
  id: string;
  recordId: string;
  state: "preview" | "running" | "done";
  total: number;
  done: number;
  rows: z.infer<typeof storedRowsSchema>;
};

/** An upload of a person's own record. Null when it is not theirs. */
export async function getUpload(person: Person, recordId: string, id: string): Promise<UploadView | null> {
  if (!person.accountId) return null;
  const row = await db().meetingUpload.findFirst({
    where: { id, recordId, record: { recordedById: person.accountId } },
    select: { id: true, recordId: true, state: true, total: true, done: true, rows: true },
  });
  return row && { ...row, rows: storedRowsSchema.parse(row.rows) };
}

/** What the words of a sheet for this strategy may stand for. */
export async function getAllowedValues(strategyId: string): Promise<AllowedValues> {
  const [strategy, districts] = await Promise.all([getStrategy(strategyId), listStrategyDistricts(strategyId)]);
  return { sections: (strategy?.sections ?? []).map(({ number }) => number), districts };
}
