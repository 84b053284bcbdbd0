import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { listResets, listStaff } from "@/lib/auth/second-factors/factor-reset.queries";
import { isAdmin } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { answer, ask } from "./actions";
import { AnswerForm } from "./reset-decision-form";
import { AskForm } from "./reset-request-form";

export const metadata: Metadata = { title: "Who lost their second step" };

/** Two admins, and neither is the one whom it is about. */
export default async function LostFactorsPage() {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.lostFactors}`);
  if (!isAdmin(person)) notFound();
  const [resets, staff] = await Promise.all([listResets(person), listStaff(person)]);
  return (
    <Page
      title="Who lost their second step"
      lead="Passkey, app and recovery codes all gone? One admin asks, and a second one confirms. Then all their browsers are signed out, and they set it up anew the next time they sign in."
    >
      <section aria-labelledby="asked" className="mb-12">
        <h2 id="asked" className="mb-2 text-2xl">
          Waits for a second admin
        </h2>
        {resets.length === 0 && <p>Nothing waits.</p>}
        <ul>
          {resets.map(({ id, label, askedBy, canConfirm }) => (
            <li key={id} className="border-line border-t py-4">
              <p className="font-semibold">{label}</p>
              <p className="text-muted">
                {askedBy} asked. {canConfirm ? "Make sure yourself that it is them." : "Another admin confirms it."} It
                stands for a day.
              </p>
              <AnswerForm action={answer.bind(null, id)} label={label} canConfirm={canConfirm} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="ask">
        <h2 id="ask" className="mb-2 text-2xl">
          Ask for somebody
        </h2>
        {staff.length === 0 ? <p>Nobody else has set up a second step.</p> : <AskForm action={ask} staff={staff} />}
      </section>
    </Page>
  );
}
