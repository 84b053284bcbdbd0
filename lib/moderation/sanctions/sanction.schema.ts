import { z } from "zod";
import { noteText } from "@/lib/moderation/decisions/decision.schema";
import { faultCodes } from "@/lib/moderation/decisions/reason.rules";
import { sanctionDays } from "@/lib/moderation/sanctions/sanction.rules";
import { SanctionKind } from "@/prisma/generated/enums";

/** A sanction to impose. `days` does not apply to warnings. */
export const sanctionInput = z.strictObject({
  kind: z.enum(SanctionKind, "Choose what to do."),
  days: z.coerce
    .number()
    .refine((days) => sanctionDays.some((one) => one === days), "Choose for how long.")
    .default(sanctionDays[0]),
  reason: z
    .enum(faultCodes as [string, ...string[]], "Choose a reason. The author will see it.")
    .pipe(z.enum(faultCodes)),
  message: noteText(1000),
});
export type SanctionInput = z.infer<typeof sanctionInput>;
