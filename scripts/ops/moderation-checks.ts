import { Command, Option } from "commander";
import { updateCheckSetting } from "@/lib/moderation/checks/check.commands";
import { listChecks } from "@/lib/moderation/checks/check.queries";
import { checkSettingInput } from "@/lib/moderation/checks/check.schema";

type Options = { on?: boolean; off?: boolean; set?: string[] };

export const moderationChecksCommand = new Command("check")
  .description("Shows the settings of the automatic checks for a strategy. Turns one on or off, or tunes it.")
  .argument("<strategy>", "the strategy, for example west-midlands")
  .argument("[check]", "the check; default: show all")
  .addOption(new Option("--on", "turn it on").conflicts("off"))
  .addOption(new Option("--off", "turn it off"))
  .addOption(new Option("--set <figure=number...>", "tune it, for example --set in_an_hour=10"))
  .action(async (strategyId: string, check: string | undefined, options: Options) => {
    const before = await listChecks(strategyId);
    const changes = options.on || options.off || options.set;
    if (check === undefined && changes) throw new Error("Name a check. To list them, run the command without options.");
    if (check !== undefined && changes) {
      const current = before.find(({ name }) => name === check);
      const isEnabled = options.off ? false : options.on ? true : (current?.isEnabled ?? true);
      const thresholds = { ...current?.overrides, ...Object.fromEntries((options.set ?? []).map(parseSetting)) };
      const parsed = checkSettingInput.safeParse({ strategyId, check, isEnabled, thresholds });
      if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
      await updateCheckSetting("system", parsed.data);
    }
    for (const { name, label, isEnabled, thresholds } of await listChecks(strategyId)) {
      const figures = Object.entries(thresholds).map(([figure, value]) => `${figure}=${value}`);
      process.stdout.write(`${isEnabled ? "on " : "off"} ${name.padEnd(16)} ${label}. ${figures.join(" ")}\n`);
    }
  });

function parseSetting(typed: string): [string, number] {
  const [name = "", value = ""] = typed.split("=");
  return [name, value === "" ? Number.NaN : Number(value)];
}
