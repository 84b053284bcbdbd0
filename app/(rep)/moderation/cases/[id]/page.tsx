import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { type CaseView, getCase } from "@/lib/moderation/cases/queries";
import { reasonCodes, reasons } from "@/lib/moderation/reasons/rules";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";
import { decideCase } from "./actions";
import { DecisionForm } from "./decision-form";

export const metadata: Metadata = { title: "A comment to decide on" };

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.case(id)}`);
  const found = await getCase(person, id);
  if (!found) notFound();
  return (
    <Page title={`${found.alias} on “${found.sectionTitle}”`}>
      <p className="mb-4">
        <a className="link inline-flex min-h-11 items-center" href={paths.moderation}>
          Back to the queue
        </a>
      </p>
      {found.repliesTo && (
        <blockquote className="mb-4 border-line border-l-4 pl-4 text-muted">
          <p className="font-semibold">It replies to:</p>
          <p className="whitespace-pre-wrap break-words">{found.repliesTo}</p>
        </blockquote>
      )}
      <p id="comment" className="measure mb-4 whitespace-pre-wrap break-words text-xl" dir="auto">
        {found.text}
      </p>
      <p className="mb-6 text-muted">
        {found.areaName}
        {found.stance && ` · Stance: ${found.stance}`}
        {found.themes.length > 0 && ` · About: ${found.themes.join("; ")}`}
      </p>
      <Decisions {...found} />
      {found.state === "open" &&
        (found.whyNot ? (
          <Callout tone="info">{found.whyNot}</Callout>
        ) : (
          <DecisionForm
            action={decideCase.bind(null, id)}
            version={found.version}
            reasons={reasonCodes.map((code) => ({ value: code, label: reasons[code].title }))}
          />
        ))}
    </Page>
  );
}

const deedWords: Record<string, string> = {
  publish: "Published",
  return: "Returned to its author",
  reject: "Not published",
};

function Decisions({ state, decisions }: CaseView) {
  if (state === "lapsed")
    return <Callout tone="info">Its author took this comment back. There is nothing to decide.</Callout>;
  return decisions.map(({ deed, by, reason }) => (
    <Callout key={by} tone={deed === "publish" ? "good" : "info"} title={deedWords[deed] ?? "Decided"}>
      Decided by {by}.{reason && reason in reasons && ` Reason: ${reasons[reason as keyof typeof reasons].title}.`}
    </Callout>
  ));
}
