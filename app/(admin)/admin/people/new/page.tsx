import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Radios, Select, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireRole } from "@/lib/auth/require-person";
import { roleNames } from "@/lib/people/grant.rules";
import { listRoleScopes } from "@/lib/people/role-holder.queries";
import { paths } from "@/lib/routes";
import type { Role } from "@/prisma/generated/enums";
import { submitRole } from "./actions";

export const metadata: Metadata = { title: "Give somebody a role" };

const hints: Record<Role, string> = {
  rep: "Decides on the comments of one area, for one union.",
  officer: "Reads the summary for one body, and answers it.",
  union_officer: "Publishes the responses of one union.",
  union_editor: "Prepares the responses of one union.",
  admin: "Publishes strategies, gives and ends roles. Not for a body or a union.",
};
const roleOptions = Object.entries(roleNames).map(([value, label]) => ({ value, label, hint: hints[value as Role] }));
const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

export default async function NewRolePage() {
  const person = await requireRole("admin", paths.newRole);
  const { bodies, unions } = await listRoleScopes(person);
  return (
    <Page
      title="Give somebody a role"
      lead="They sign in with this email address. They do not need to have signed in before. We do not email them, so let them know yourself."
    >
      <ActionForm action={submitRole}>
        <TextField name="email" type="email" label="Their email address" autoComplete="off" spellCheck={false} />
        <TextField name="label" label="Their name for colleagues" hint="For example, “Rep 3 (UNISON)”." />
        <Radios name="role" legend="Which role?" options={roleOptions} />
        <Select
          name="bodyId"
          label="For which area or body?"
          hint="Reps and officers only."
          emptyLabel="None"
          options={bodies.map(toOption)}
        />
        <Select
          name="unionId"
          label="For which union?"
          hint="Reps, union officers and union editors only."
          emptyLabel="None"
          options={unions.map(toOption)}
        />
        <TextField
          name="lastDay"
          type="date"
          label="Last day of the role"
          hint="For example, 2027-03-31. Leave this blank if there is no end date."
        />
        <Button>Give this role</Button>
      </ActionForm>
    </Page>
  );
}
