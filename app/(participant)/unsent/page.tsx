import type { Metadata } from "next";
import { ActionButton } from "@/components/forms/action-form";
import { Page } from "@/components/ui/page";
import { getFormContext } from "@/lib/forms/current-interrupted-forms";
import { describeUnsentForm, type UnsentForm } from "@/lib/forms/unsent-form.rules";
import { paths } from "@/lib/routes";
import { discardUnsentAction } from "./actions";

export const metadata: Metadata = { title: "What you typed" };

/** What this browser sent and we could not take, to be copied or sent from its page. */
export default async function UnsentPage() {
  const forms = (await getFormContext()).interrupted.map(describeUnsentForm);
  if (forms.length === 0) {
    return (
      <Page title="There is nothing here" lead="You have nothing waiting to be sent.">
        <p>
          If you were signed out while writing,{" "}
          <a className="link" href={paths.signIn}>
            sign in
          </a>{" "}
          as the same person. We keep what could not be sent for 1 hour.
        </p>
      </Page>
    );
  }
  return (
    <Page title="What you typed was not sent" lead="We keep it for 1 hour, and only you can see it.">
      {forms.map((form) => (
        <UnsentText key={form.id} form={form} />
      ))}
      <ActionButton action={discardUnsentAction} kind="danger">
        {forms.length === 1 ? "Delete it now" : "Delete all of it now"}
      </ActionButton>
    </Page>
  );
}

function UnsentText({ form }: { form: UnsentForm }) {
  return (
    <section aria-labelledby={`form-${form.id}`} className="mb-10">
      <h2 id={`form-${form.id}`} className="mb-2 text-2xl">
        Why it was not sent
      </h2>
      <p className="mb-4">{form.reason}</p>
      {form.texts.map(({ name, label, text }) => (
        <div key={name} className="mb-6">
          <label htmlFor={`${form.id}-${name}`} className="mb-1 block font-semibold">
            {label}
          </label>
          <textarea
            id={`${form.id}-${name}`}
            className="block w-full rounded-md border-2 border-edge bg-card px-3 py-2 text-ink"
            rows={Math.min(20, Math.max(3, Math.ceil(text.length / 60)))}
            readOnly
            defaultValue={text}
          />
        </div>
      ))}
      {form.choices.length > 0 && (
        <p className="mb-4">
          You also filled in: {form.choices.map(({ label, text }) => `${label}: ${text}`).join("; ")}.
        </p>
      )}
      <p>
        <a className="link" href={form.page}>
          Go back to the page
        </a>
        . If the form is still there, your text is in it. If not, copy your text from here.
      </p>
    </section>
  );
}
