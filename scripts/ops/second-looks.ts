import { Command } from "commander";
import { secondLookShareInput } from "@/lib/moderation/decisions/decision.schema";
import { setSecondLookShare } from "@/lib/moderation/decisions/second-look.commands";
import { getSecondLookShare } from "@/lib/moderation/decisions/second-look.queries";

export const secondLooksCommand = new Command("second-looks")
  .description("Shows or sets how many decisions in 100 on a strategy get a second look by a rep of another union.")
  .argument("<strategy>", "the strategy, for example west-midlands")
  .argument("[percent]", "0 to 100; 5 unless set; default: show the setting")
  .action(async (strategyId: string, percent: string | undefined) => {
    if (percent === undefined) {
      const now = await getSecondLookShare(strategyId);
      process.stdout.write(`Of 100 decisions on ${strategyId}, ${now} get a second look.\n`);
      return;
    }
    const parsed = secondLookShareInput.safeParse({ strategyId, percent });
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
    await setSecondLookShare("system", parsed.data);
    process.stdout.write(`Done: of 100 decisions on ${strategyId}, ${parsed.data.percent} get a second look.\n`);
  });
