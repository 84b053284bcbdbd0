import { z } from "zod";
import { ModerationAction } from "@/prisma/generated/enums";

const count = z.int().min(0);

/** Moderation figures of one lead body, as an edition stored them. Small numbers are null: see transparency.rules.ts. */
export const moderationFigures = z.object({
  /** Open cases, to the nearest 5. */
  waiting: count.nullable(),
  /** Exact, because the public record shows every decision. */
  actions: z.array(z.object({ action: z.enum(ModerationAction), count })),
  /** Until last Sunday, to the nearest 5. Lists every reason, so that none and few appear the same. */
  reasons: z.array(z.object({ reason: z.string(), count: count.nullable() })),
  appeals: z.object({ decided: count.nullable(), upheldPercent: count.nullable() }),
  /** Decisions on reported comments, and the share in which the comment was masked or removed. */
  reports: z.object({ decided: count.nullable(), changedPercent: count.nullable() }),
  /** Decisions that got a second look, and the share in which the second rep agreed. */
  secondLooks: z.object({ decided: count.nullable(), agreedPercent: count.nullable() }),
  /** Sealed originals that were opened. */
  originalsOpened: count.nullable(),
  /** The median wait of the last 12 weeks. */
  medianWaitHours: z.number().min(0).nullable(),
  /** The number of decisions in the record, and the hash of the last one, hexadecimal. */
  chain: z.object({ length: count, head: z.string() }),
});
export type ModerationFigures = z.infer<typeof moderationFigures>;
