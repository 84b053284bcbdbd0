import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { getSanctionOptions } from "@/lib/moderation/sanctions/sanction.queries";
import { sanctionDays } from "@/lib/moderation/sanctions/sanction.rules";
import { paths } from "@/lib/routes";
import { submitSanction } from "./actions";
import { SanctionForm } from "./sanction-form";

export const metadata: Metadata = { title: "A sanction" };

export default async function SanctionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.sanction(id)}`);
  const found = await getSanctionOptions(person, id);
  if (!found) notFound();
  const { whyCannotSanction, kinds, text } = found;
  return (
    <Page
      title="A sanction for its author"
      lead="It counts for this alias on this strategy, stands on the record, and can be appealed against. Another rep decides then."
    >
      {text && (
        <blockquote className="mb-6 border-line border-l-4 pl-4">
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      {whyCannotSanction ? (
        <p className="font-semibold">{whyCannotSanction}</p>
      ) : (
        <SanctionForm
          action={submitSanction.bind(null, id)}
          kinds={kinds}
          days={sanctionDays}
          reasons={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
        />
      )}
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.case(id)}>
          Back to the case
        </a>
      </p>
    </Page>
  );
}
