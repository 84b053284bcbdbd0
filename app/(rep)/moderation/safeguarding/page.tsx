import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { type ContactSetting, listContactSettings } from "@/lib/moderation/safeguarding/contact.queries";
import { paths } from "@/lib/routes";
import { submitContact } from "./actions";

export const metadata: Metadata = { title: "Safeguarding contacts" };

/** Whom reps call when somebody may be in danger, for each area and union. */
export default async function SafeguardingPage() {
  const person = await requireAccount(paths.safeguarding);
  const contacts = await listContactSettings(person);
  if (contacts.length === 0) notFound();
  return (
    <Page
      title="Safeguarding contacts"
      lead="Who reps call when a comment shows that somebody may be in danger. An admin names a person for each area, and officers of a union for their union."
    >
      <ul>
        {contacts.map((contact) => (
          <li key={contact.scope} className="border-line border-t py-3">
            <Contact {...contact} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Contact({ scope, place, name, phone, canSet }: ContactSetting) {
  return (
    <>
      <p>
        <strong>{place}</strong>: {name ? `${name}, ${phone}` : "nobody yet"}
      </p>
      {canSet && (
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            Change<span className="sr-only"> the contact for {place}</span>
          </summary>
          <ActionForm id={scope.replace(":", "-")} action={submitContact.bind(null, { scope })} className="mt-2">
            <TextField name="name" label="Name" hint="Leave both blank to name nobody." defaultValue={name} />
            <TextField name="phone" label="Phone number" defaultValue={phone} />
            <Button kind="secondary">Save contact</Button>
          </ActionForm>
        </details>
      )}
    </>
  );
}
