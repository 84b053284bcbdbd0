import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { formatDay } from "@/lib/dates";
import type { OpeningState } from "@/lib/moderation/originals/access-request.rules";
import { getOriginal, type OpeningView } from "@/lib/moderation/originals/original.queries";
import { paths } from "@/lib/routes";
import { AnswerForm, AskForm, ShowForm } from "./access-request-forms";
import { answer, ask, show } from "./actions";

export const metadata: Metadata = { title: "A sealed original" };

export default async function OriginalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.original(id)}`);
  const found = await getOriginal(person, id);
  if (!found) notFound();
  return (
    <Page title={`Masked words of ${found.alias}`} lead={`${found.areaName}, masked on ${formatDay(found.sealedAt)}.`}>
      <p className="mb-4">
        <a className="link inline-flex min-h-11 items-center" href={paths.originals}>
          All sealed originals
        </a>
      </p>
      {found.text && (
        <>
          <h2 className="mb-1 text-xl">As readers see it</h2>
          <p className="mb-6 whitespace-pre-wrap break-words" dir="auto">
            {found.text}
          </p>
        </>
      )}
      {found.isErased && (
        <Callout tone="info" title="Nobody can open it any more">
          <p>The key is gone: its author had it erased, or a year is over.</p>
        </Callout>
      )}
      {found.openings.map((opening) => (
        <Opening key={opening.id} originalId={id} isErased={found.isErased} {...opening} />
      ))}
      {found.canAsk && (
        <section aria-labelledby="ask-title">
          <h2 id="ask-title" className="mb-2 text-xl">
            Ask to see it
          </h2>
          <p className="mb-4">
            A rep of another union, or an admin, must agree. It is written down, and the author is told.
          </p>
          <AskForm action={ask.bind(null, id)} />
        </section>
      )}
      {!found.canAsk && found.whyNotAsk && !found.isErased && <p>{found.whyNotAsk}</p>}
    </Page>
  );
}

const stateWords: Record<OpeningState, string> = {
  waits: "It waits for a second person.",
  refused: "It was refused.",
  agreed: "It can be shown to the one who asked, within a day.",
  shown: "It was opened.",
  over: "It is over.",
};

function Opening({ originalId, isErased, ...opening }: OpeningView & { originalId: string; isErased: boolean }) {
  const { id, state, askedBy, askedAt, why, answeredBy, answeredAt, shownAt } = opening;
  return (
    <article className="mb-6 border-line border-t pt-4">
      <p>
        {askedBy} asked to see it on {formatDay(askedAt)}.
      </p>
      {why && <p className="whitespace-pre-wrap break-words">“{why}”</p>}
      {answeredAt && (
        <p>
          {answeredBy} {state === "refused" ? "refused" : "agreed"} on {formatDay(answeredAt)}.
        </p>
      )}
      {shownAt && <p>It was opened on {formatDay(shownAt)}.</p>}
      <p className="mb-3 font-semibold">{stateWords[state]}</p>
      {opening.canShow && <ShowForm action={show.bind(null, originalId, id)} />}
      {state === "waits" &&
        (opening.whyNotAnswer === null ? (
          <AnswerForm action={answer.bind(null, originalId, id)} />
        ) : (
          !isErased && <p className="text-muted">{opening.whyNotAnswer}</p>
        ))}
    </article>
  );
}
