import { z } from "zod";

/** How many of a hundred decisions are looked at again. */
export const secondLookShareInput = z.strictObject({
  strategyId: z.string().regex(/^[a-z0-9-]{1,64}$/, "Choose a strategy."),
  percent: z.coerce.number("Use a number from 0 to 100.").int().min(0).max(100, "Use a number from 0 to 100."),
});
export type SecondLookShareInput = z.infer<typeof secondLookShareInput>;
