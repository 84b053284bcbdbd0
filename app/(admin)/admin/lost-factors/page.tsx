import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { ConfirmBox, Select } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireRole } from "@/lib/auth/require-person";
import { listFactorResets, listStaff } from "@/lib/auth/second-factors/factor-reset.queries";
import { paths } from "@/lib/routes";
import { requestReset, resolveReset } from "./actions";

export const metadata: Metadata = { title: "Lost second steps" };

/** A reset of second factors takes two admins, neither of whom it is about. */
export default async function LostFactorsPage() {
  const person = await requireRole("admin", paths.lostFactors);
  const [resets, staff] = await Promise.all([listFactorResets(person), listStaff(person)]);
  return (
    <Page
      title="Lost second steps"
      lead="If somebody has lost their passkey, app and recovery codes, one admin asks and a second admin confirms. We then sign them out everywhere, and they set it up again next time they sign in."
    >
      <section aria-labelledby="pending" className="mb-12">
        <h2 id="pending" className="mb-2 text-2xl">
          Waiting for a second admin
        </h2>
        {resets.length === 0 && <p>Nothing is waiting.</p>}
        <ul>
          {resets.map(({ id, label, requestedBy, canConfirm }) => (
            <li key={id} className="border-line border-t py-4">
              <p className="font-semibold">{label}</p>
              <p className="text-muted">
                {requestedBy} asked. {canConfirm ? "Make sure it is really them." : "Another admin must confirm it."}{" "}
                This lasts for a day.
              </p>
              <ActionForm action={resolveReset.bind(null, { id })} id={`reset-${id}`} className="mt-3">
                <div className="flex flex-wrap gap-3">
                  {canConfirm && (
                    <Button name="step" value="confirm">
                      I have checked: confirm<span className="sr-only"> for {label}</span>
                    </Button>
                  )}
                  <Button kind="secondary" name="step" value="cancel">
                    Withdraw<span className="sr-only">: {label}</span>
                  </Button>
                </div>
              </ActionForm>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="request">
        <h2 id="request" className="mb-2 text-2xl">
          Ask for a reset
        </h2>
        {staff.length === 0 ? (
          <p>Nobody else has set up a second step.</p>
        ) : (
          <ActionForm action={requestReset}>
            <Select
              name="account"
              label="Who lost it?"
              options={staff.map(({ id, label }) => ({ value: id, label }))}
              emptyLabel="Choose one"
            />
            <ConfirmBox
              name="sure"
              legend="How do you know?"
              label="I saw or spoke to them myself. An email is not enough."
            />
            <Button>Ask a second admin</Button>
          </ActionForm>
        )}
      </section>
    </Page>
  );
}
