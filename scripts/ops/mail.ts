import { Command } from "commander";
import { resendFailedMails } from "@/lib/notifications/mail-failure.commands";
import { getMailFailures } from "@/lib/notifications/mail-failure.queries";
import { countLabel } from "@/lib/numbers";

export const mailCommand = new Command("mail")
  .description("Shows which mails failed, by kind and by the mail server's code, without their text or their address.")
  .option("--resend", "try all of them again now, and write again to people whose mail server refused their address")
  .action(async ({ resend }: { resend?: true }) => {
    if (resend) {
      const { mails, people } = await resendFailedMails();
      process.stdout.write(
        `Done: ${countLabel(mails, "mail is", "mails are")} tried again now, and we write again to ${countLabel(people, "person", "people")}.\n`,
      );
      return;
    }
    const { groups, unreachable } = await getMailFailures();
    for (const { task, reason, waiting, givenUp } of groups)
      process.stdout.write(`${task}: ${waiting} tried again later, ${givenUp} given up. ${reason}\n`);
    if (groups.length === 0) process.stdout.write("No mail waits after a failure.\n");
    process.stdout.write(
      `We have stopped writing to ${countLabel(unreachable, "person", "people")}: their mail server refuses the address.\n`,
    );
  });
