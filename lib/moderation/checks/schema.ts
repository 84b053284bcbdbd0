import { z } from "zod";
import { checks } from "@/lib/moderation/checks/rules";

const names = checks.map(({ name }) => name) as [string, ...string[]];

/** What an operator may set of a check. */
export const settingInput = z.strictObject({
  strategyId: z.string().regex(/^[a-z0-9-]{1,64}$/, "Choose a strategy."),
  check: z.enum(names, "Choose a check."),
  isOn: z.boolean(),
  tuning: z.record(z.string(), z.number().int().min(0).max(1000)).default({}),
});
export type SettingInput = z.infer<typeof settingInput>;
