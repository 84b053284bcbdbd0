import { Command } from "commander";
import { secondLookShareInput } from "@/lib/moderation/decisions/decision.schema";
import { setSecondLookShare } from "@/lib/moderation/decisions/second-look.commands";
import { getSecondLookShare } from "@/lib/moderation/decisions/second-look.queries";

export const secondLooksCommand = new Command("second-looks")
  .description("Shows or sets how many of a hundred decisions on a strategy a rep of another union looks at again.")
  .argument("<strategy>", "the strategy, for example west-midlands")
  .argument("[percent]", "0 to 100; 5 when nobody has set it; left out, it is shown")
  .action(async (strategyId: string, percent: string | undefined) => {
    if (percent === undefined) {
      const now = await getSecondLookShare(strategyId);
      process.stdout.write(`Of a hundred decisions on ${strategyId}, ${now} are looked at again.\n`);
      return;
    }
    const parsed = secondLookShareInput.safeParse({ strategyId, percent });
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
    await setSecondLookShare("system", parsed.data);
    process.stdout.write(
      `Done: of a hundred decisions on ${strategyId}, ${parsed.data.percent} are looked at again.\n`,
    );
  });
