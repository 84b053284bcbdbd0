import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getDraft, listKeptAside } from "@/lib/unions/responses/response-draft.queries";
import { writePart } from "./actions";
import { PartForm } from "./part-form";

export const metadata: Metadata = { title: "Write a part of your union’s answer" };

export default async function PartPage({ params }: { params: Promise<{ id: string; place: string }> }) {
  const { id, place } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.draftPart(id, place)}`);
  const part = (await getDraft(person, id))?.parts.find((candidate) => candidate.place === place);
  if (!part) notFound();
  const aside = await listKeptAside(id, place);
  return (
    <Page title={part.title}>
      <PartForm
        action={writePart.bind(null, id, place)}
        text={part.text}
        version={part.version}
        back={paths.draft(id)}
      />
      {aside.length > 0 && (
        <section aria-labelledby="aside" className="mt-10">
          <h2 id="aside" className="mb-2 text-2xl">
            Kept aside
          </h2>
          <p className="mb-2">These came while somebody else saved first. Nothing was lost: take what you need.</p>
          {aside.map((text) => (
            <details key={text.id} className="border-line border-t py-2">
              <summary className="min-h-11 cursor-pointer py-2">What {text.by} wrote</summary>
              <p className="whitespace-pre-wrap break-words" dir="auto">
                {text.text}
              </p>
            </details>
          ))}
        </section>
      )}
    </Page>
  );
}
