import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintCard } from "@/components/people/complaint-card";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { getComplaint } from "@/lib/people/complaints/complaint.queries";
import { canAnswerComplaints } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { sendAnswer } from "./actions";
import { AnswerForm } from "./answer-form";

export const metadata: Metadata = { title: "A complaint" };

export default async function AdminComplaintPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!canAnswerComplaints(person)) notFound();
  const complaint = await getComplaint(person, id);
  if (!complaint) notFound();
  return (
    <Page title="A complaint">
      <h2 className="mb-3 text-2xl">What they wrote</h2>
      <ComplaintCard {...complaint} />
      {!complaint.answeredAt && <AnswerForm action={sendAnswer.bind(null, id)} />}
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.adminComplaints}>
          All complaints
        </a>
      </p>
    </Page>
  );
}
