import { z } from "zod";
import { checks } from "@/lib/moderation/checks/check.rules";

const checkNames = checks.map(({ name }) => name) as [string, ...string[]];

const thresholdMessage = "Give a whole number from 0 to 1000, as in in_an_hour=10.";

/** The settings of a check that an operator may change. */
export const checkSettingInput = z.strictObject({
  strategyId: z.string().regex(/^[a-z0-9-]{1,64}$/, "Choose a strategy."),
  check: z.enum(checkNames, "Choose a check."),
  isEnabled: z.boolean(),
  thresholds: z
    .record(
      z.string(),
      z.number(thresholdMessage).int(thresholdMessage).min(0, thresholdMessage).max(1000, thresholdMessage),
    )
    .default({}),
});
export type CheckSettingInput = z.infer<typeof checkSettingInput>;
