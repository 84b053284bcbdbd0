import { z } from "zod";
import { checks } from "@/lib/moderation/checks/check.rules";

const names = checks.map(({ name }) => name) as [string, ...string[]];

const figure = "Give a whole number from 0 to 1000, as in in_an_hour=10.";

/** What an operator may set of a check. */
export const settingInput = z.strictObject({
  strategyId: z.string().regex(/^[a-z0-9-]{1,64}$/, "Choose a strategy."),
  check: z.enum(names, "Choose a check."),
  isOn: z.boolean(),
  tuning: z.record(z.string(), z.number(figure).int(figure).min(0, figure).max(1000, figure)).default({}),
});
export type SettingInput = z.infer<typeof settingInput>;
