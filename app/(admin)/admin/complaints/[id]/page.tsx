import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { ComplaintCard } from "@/components/people/complaint-card";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { getComplaint } from "@/lib/people/complaints/complaint.queries";
import { complaintTexts } from "@/lib/people/complaints/complaint.rules";
import { canAnswerComplaints } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { sendAnswer } from "./actions";

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
      <ComplaintCard {...complaintTexts(complaint, new Date())} />
      {!complaint.answeredAt && (
        <ActionForm action={sendAnswer.bind(null, { id })}>
          <TextArea
            name="answer"
            label="Your answer"
            hint="Say what you found, what you did, and that they can complain to the Information Commissioner. You cannot change this later."
          />
          <Button>Send the answer</Button>
        </ActionForm>
      )}
      <p className="mt-6">
        <TextLink href={paths.adminComplaints}>All complaints</TextLink>
      </p>
    </Page>
  );
}
