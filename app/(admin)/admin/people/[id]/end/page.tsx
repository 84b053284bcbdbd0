import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { roleNames } from "@/lib/people/grant.rules";
import { getRoleToEnd, type RoleToEnd } from "@/lib/people/role-holder.queries";
import { paths } from "@/lib/routes";
import { endRole } from "./actions";

export const metadata: Metadata = { title: "End a role" };

/** The confirmation before a role ends, and afterwards the notice that it has ended. */
export default async function EndRolePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireRole("admin", paths.endRole(id));
  const role = await getRoleToEnd(person, id);
  if (!role) notFound();
  return (
    <Page title={role.endedOn ? "This role has ended" : "End this role?"}>
      <RoleFacts role={role} />
      {role.endedOn ? (
        <Callout tone="good">
          <p>
            {role.label} has not had this role since {formatDay(role.endedOn)}.
          </p>
        </Callout>
      ) : (
        <Confirmation role={role} />
      )}
      <p className="mt-6">
        <TextLink href={paths.people}>{role.endedOn ? "All people and roles" : "Go back without ending it"}</TextLink>
      </p>
    </Page>
  );
}

function RoleFacts({ role }: { role: RoleToEnd }) {
  const facts = [
    ["Person", role.label],
    ["Role", roleNames[role.role]],
    ["For", [role.body, role.union].filter(Boolean).join(", ") || "The service"],
    ["Since", formatDay(role.grantedAt)],
    ["Until", role.lastDay ? formatDay(role.lastDay) : "No end date"],
    ["Last signed in", role.lastSignIn ? formatDay(role.lastSignIn) : "Never"],
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name} className="border-line border-t py-2 sm:grid sm:grid-cols-3">
          <dt className="font-semibold">{name}</dt>
          <dd className="break-words sm:col-span-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Confirmation({ role: { id, isOwn, whyNot } }: { role: RoleToEnd }) {
  if (whyNot)
    return (
      <Callout tone="warning" title="This role cannot be ended now">
        <p>{whyNot}</p>
      </Callout>
    );
  return (
    <>
      <Callout tone="warning">
        <p>
          {isOwn
            ? "This is your own role. We will sign you out of all your browsers straight away, including this one."
            : "We will sign them out of all their browsers straight away, and they can do nothing more in this role. They keep their other roles, and can sign in again to use them."}
        </p>
        <p>Their decisions stay on the record. You can give them the role again.</p>
      </Callout>
      <ActionForm action={endRole.bind(null, { id })}>
        <Button kind="danger">End this role now</Button>
      </ActionForm>
    </>
  );
}
