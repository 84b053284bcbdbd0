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
  warning: "You have a warning from a rep",
  pre_moderation: "A rep will read what you write before it is published",
  suspension: "You cannot write here for now",
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
    <Page title={titles[kind]} lead={`This is about what you wrote about ${areaName}. It only applies there.`}>
      {text && (
        <blockquote className="mb-4 border-line border-l-4 pl-4">
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      <Callout tone="warning" title="Why">
        {reasonText && <p>{reasonText}</p>}
        {message && <p className="whitespace-pre-wrap">The rep’s message: {message}</p>}
      </Callout>
      <SanctionStatus {...sanction} />
      {appeal && <SanctionAppeal {...appeal} isLifted={isLifted} />}
      {!refusal && (
        <section aria-labelledby="appeal-title" className="mt-8">
          <h2 id="appeal-title" className="mb-3 text-xl">
            Do you think this is wrong?
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
  if (!isInForce) return <p className="mb-4 font-semibold">This has ended. You can write again as before.</p>;
  if (kind === "warning") {
    return (
      <div className="mb-4">
        <p className="mb-3">
          Confirm that you have read this, then you can write again. You do not need to do anything else.
        </p>
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
          You cannot send comments or replies on this strategy until {until}. You can still read, react to comments and
          withdraw what you wrote. After that you can write again.
        </>
      ) : (
        <>Until {until}, a rep will read each of your comments before it is published. This then ends automatically.</>
      )}
    </p>
  );
}

function SanctionAppeal({ grounds, state, isLifted }: { grounds: string; state: string; isLifted: boolean }) {
  return (
    <section aria-labelledby="statement-title">
      <h2 id="statement-title" className="mb-2 text-xl">
        Your appeal
      </h2>
      <p className="mb-3 whitespace-pre-wrap break-words" dir="auto">
        {grounds}
      </p>
      <p className="font-semibold">
        {state === "open"
          ? "Another rep is reading it. This usually takes up to 7 days."
          : isLifted
            ? "Another rep agreed with you and ended it."
            : "Another rep checked, and it stays in place."}
      </p>
    </section>
  );
}
