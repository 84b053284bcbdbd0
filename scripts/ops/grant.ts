import { Command, Option } from "commander";
import { grantRole } from "@/lib/people/grant.commands";
import { grantInput } from "@/lib/people/grant.schema";
import { Role } from "@/prisma/generated/enums";

type Options = { body?: string; union?: string; until?: string; label: string };

export const grantCommand = new Command("grant")
  .description("Gives somebody a role. They sign in with this address. They do not need to have signed in before.")
  .argument("<email>", "their email address")
  .addArgument(new Command().createArgument("<role>", "the role").choices(Object.values(Role)))
  .addOption(new Option("--body <id>", "the body it is for, for example black-country (reps and officers)"))
  .addOption(new Option("--union <id>", "the union it is for, for example unison (reps and union roles)"))
  .addOption(new Option("--until <day>", "the last day of the role, for example 2027-03-31; default: no end date"))
  .requiredOption("--label <words>", "their name for colleagues, for example “Rep 3 (UNISON)”")
  .action(async (email: string, role: string, { body, union, until, label }: Options) => {
    const parsed = grantInput.safeParse({
      email,
      role,
      bodyId: body ?? null,
      unionId: union ?? null,
      lastDay: until,
      label,
    });
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
    await grantRole("system", parsed.data);
    process.stdout.write(`Done: ${role}${body ? ` for ${body}` : ""}${union ? ` of ${union}` : ""}.\n`);
  });
