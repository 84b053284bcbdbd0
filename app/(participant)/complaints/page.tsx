import type { Metadata } from "next";
import { ComplaintCard } from "@/components/people/complaint-card";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { listOwnComplaints } from "@/lib/people/complaints/complaint.queries";
import { complaintTexts } from "@/lib/people/complaints/complaint.rules";
import { isSignedIn } from "@/lib/people/person.policy";
import { ComplaintCodeForm, ComplaintForm } from "./forms";

export const metadata: Metadata = { title: "Complain" };

/** A complaint to those who run the service. Everybody can send one, with or without account or receipt. */
export default async function ComplaintsPage() {
  const person = await getPerson();
  const own = await listOwnComplaints(person);
  return (
    <Page
      title="Complain to us"
      lead="You can complain about how we use your data, or how we treat you. We must answer within a month."
    >
      {own.length > 0 && (
        <section aria-labelledby="own" className="mb-10">
          <h2 id="own" className="mb-3 text-2xl">
            Your complaints
          </h2>
          {own.map((one) => (
            <ComplaintCard key={one.id} {...complaintTexts(one, new Date())} />
          ))}
        </section>
      )}
      <ComplaintForm />
      {!isSignedIn(person) && (
        <section aria-labelledby="back" className="mt-10 border-line border-t pt-6">
          <h2 id="back" className="mb-3 text-2xl">
            Have you already complained?
          </h2>
          <ComplaintCodeForm />
        </section>
      )}
      <section aria-labelledby="else" className="mt-10 border-line border-t pt-6">
        <h2 id="else" className="mb-3 text-2xl">
          Other ways
        </h2>
        <ul className="list-disc space-y-2 pl-6">
          <li>If a rep did not publish your comment, you can appeal in “My comments”.</li>
          <li>
            You can also complain to the Information Commissioner, who makes sure that organisations follow the law on
            personal data: ico.org.uk, telephone 0303 123 1113. It is best to complain to us first.
          </li>
        </ul>
      </section>
    </Page>
  );
}
