import { Command } from "commander";
import { resendFailedMails } from "@/lib/notifications/mail-failure.commands";
import { getMailFailures } from "@/lib/notifications/mail-failure.queries";
import { countLabel } from "@/lib/numbers";

export const mailCommand = new Command("mail")
  .description("Shows which emails failed, by kind and mail server code, without their text or address.")
  .option("--resend", "retry all of them now, and email people again whose mail server refused their address")
  .action(async ({ resend }: { resend?: true }) => {
    if (resend) {
      const { mails, people } = await resendFailedMails();
      process.stdout.write(
        `Done: ${countLabel(mails, "mail is", "mails are")} retried now, and we will email ${countLabel(people, "person", "people")}.\n`,
      );
      return;
    }
    const { groups, unreachable } = await getMailFailures();
    for (const { task, reason, waiting, givenUp } of groups)
      process.stdout.write(`${task}: ${waiting} tried again later, ${givenUp} given up. ${reason}\n`);
    if (groups.length === 0) process.stdout.write("No emails are waiting after a failure.\n");
    process.stdout.write(
      `We have stopped emailing ${countLabel(unreachable, "person", "people")}: their mail server refuses the address.\n`,
    );
  });
