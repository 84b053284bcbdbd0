import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { AppealForm } from "@/components/moderation/appeal-form";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { whyCannotAppealSanction } from "@/lib/moderation/sanctions/appeal.policy";
import { maxAppealLength } from "@/lib/moderation/sanctions/appeal.schema";
import { getOwnSanction, type OwnSanction } from "@/lib/moderation/sanctions/sanction.queries";
import { paths } from "@/lib/routes";
import { acknowledgeWarningAction, sendSanctionAppeal } from "./actions";

export const metadata: Metadata = { title: "A rep has written to you" };

const titles = {
  warning: "A rep warns you",
  pre_moderation: "A rep reads what you write before others can",
  suspension: "You cannot write here for a while",
};

/** A sanction: what it means, its reason, and what the person can do about it. */
export default async function SanctionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireSignedIn(paths.mySanction(id));
  const sanction = await getOwnSanction(person, id);
  if (!sanction) notFound();
  const { kind, areaName, reasonText, message, text, appeal, isLifted } = sanction;
  const refusal = whyCannotAppealSanction({ isLifted, hasAppealed: appeal !== null });
  return (
    <Page title={titles[kind]} lead={`It is about what you wrote on ${areaName}, and counts only there.`}>
      {text && (
        <blockquote className="mb-4 border-line border-l-4 pl-4">
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      <Callout tone="warning" title="Why">
        {reasonText && <p>{reasonText}</p>}
        {message && <p className="whitespace-pre-wrap">The rep wrote to you: {message}</p>}
      </Callout>
      <SanctionStatus {...sanction} />
      {appeal && <SanctionAppeal {...appeal} isLifted={isLifted} />}
      {!refusal && (
        <section aria-labelledby="appeal-title" className="mt-8">
          <h2 id="appeal-title" className="mb-3 text-xl">
            Do you think that this is wrong?
          </h2>
          <AppealForm action={sendSanctionAppeal.bind(null, { id })} maxLength={maxAppealLength} />
        </section>
      )}
      <p className="mt-6">
        <TextLink href={paths.my}>Go to my comments</TextLink>
      </p>
    </Page>
  );
}

function SanctionStatus({ id, kind, isInForce, endsAt }: OwnSanction) {
  if (!isInForce) return <p className="mb-4 font-semibold">This is over. You can write as before.</p>;
  if (kind === "warning") {
    return (
      <div className="mb-4">
        <p className="mb-3">Before you can write again, say that you have read this. That is all that happens.</p>
        <ActionButton action={acknowledgeWarningAction.bind(null, { id })} kind="primary">
          I have read this
        </ActionButton>
      </div>
    );
  }
  const until = endsAt && <strong>{formatDay(endsAt)}</strong>;
  return (
    <p className="mb-4">
      {kind === "suspension" ? (
        <>
          Until {until} you can send no comments and replies on this strategy. You can go on reading, saying whether you
          agree, and taking back what you wrote. Then it ends by itself.
        </>
      ) : (
        <>Until {until} a rep reads each comment of yours before it is published. Then it ends by itself.</>
      )}
    </p>
  );
}

function SanctionAppeal({ grounds, state, isLifted }: { grounds: string; state: string; isLifted: boolean }) {
  return (
    <section aria-labelledby="statement-title">
      <h2 id="statement-title" className="mb-2 text-xl">
        What you said against it
      </h2>
      <p className="mb-3 whitespace-pre-wrap break-words" dir="auto">
        {grounds}
      </p>
      <p className="font-semibold">
        {state === "open"
          ? "Another rep reads it now, most often within seven days."
          : isLifted
            ? "Another rep agrees with you: it was lifted."
            : "Another rep looked, and it stays."}
      </p>
    </section>
  );
}
