import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PhaseTag } from "@/components/strategies/phase-tag";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { whyNotExtend, whyNotStop } from "@/lib/strategies/consultation.policy";
import { isAnswered, listExtensions } from "@/lib/strategies/consultation.queries";
import { whyNoVersion } from "@/lib/strategies/drafts/draft.policy";
import { getDraft, getOwnStrategy, type OwnStrategy } from "@/lib/strategies/drafts/draft.queries";
import { typedDay } from "@/lib/strategies/drafts/draft.rules";
import { archiveIt, beginVersion, closeIt, extendIt } from "./actions";
import { Draft } from "./draft-panel";
import { DeedForm, ExtendForm } from "./forms";

export const metadata: Metadata = { title: "Publish a strategy" };

export default async function PublishPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.publish(slug)}`);
  const strategy = await getOwnStrategy(person, slug);
  if (!strategy) notFound();
  const draft = await getDraft(person, slug);
  const refusal = whyNoVersion(strategy);
  const isPublic = strategy.phase !== "draft" && strategy.phase !== "checked";
  return (
    <Page title={`${strategy.areaName} ${strategy.kindName}`} lead={`Led by ${strategy.leadTitle}.`}>
      <p className="mb-4 flex flex-wrap items-center gap-6">
        <PhaseTag {...strategy} />
        {isPublic && (
          <a className="link inline-flex min-h-11 items-center" href={paths.strategy(slug)}>
            As everybody sees it
          </a>
        )}
        <a className="link inline-flex min-h-11 items-center" href={paths.publishing}>
          All your strategies
        </a>
      </p>
      {draft ? (
        <Draft draft={draft} person={person} />
      ) : (
        <section aria-labelledby="new-version">
          <h2 id="new-version" className="mb-2 text-2xl">
            {strategy.newest === 0 ? "Its first version" : `Version ${strategy.newest + 1}`}
          </h2>
          {refusal ? (
            <p>{refusal}</p>
          ) : (
            <DeedForm action={beginVersion.bind(null, slug)} label="Begin a new version">
              <p className="mb-3">
                It begins with the words that are published now. Nobody else sees it until a second person has checked
                it and it is opened.
              </p>
            </DeedForm>
          )}
        </section>
      )}
      {(strategy.phase === "open" || strategy.phase === "closed") && <Running {...strategy} />}
    </Page>
  );
}

/** Closing, extending, archiving: what can be done with a consultation that has begun. */
async function Running(strategy: OwnStrategy) {
  const { id, closesAt } = strategy;
  const [answered, extensions] = await Promise.all([isAnswered(id), listExtensions(id)]);
  const noStop = whyNotStop(strategy, new Date());
  const noExtend = whyNotExtend({ ...strategy, isAnswered: answered });
  return (
    <section aria-labelledby="running" className="mt-12 border-line border-t pt-6">
      <h2 id="running" className="mb-2 text-2xl">
        The consultation
      </h2>
      <p>{closesAt ? `Its closing day: ${formatDay(closesAt)}.` : "It has no closing day."}</p>
      {extensions.map(({ before, after, reason }) => (
        <p key={after.toISOString() + reason} className="text-muted">
          Moved{before && ` from ${formatDay(before)}`} to {formatDay(after)}: {reason}
        </p>
      ))}
      {noExtend ? (
        <Callout>{noExtend}</Callout>
      ) : (
        <ExtendForm action={extendIt.bind(null, id)} closesOn={typedDay(closesAt)} />
      )}
      {noStop ? (
        <p className="mt-6">{noStop}</p>
      ) : (
        <DeedForm
          action={closeIt.bind(null, id)}
          label="Close it now"
          kind="danger"
          sure={{ name: "sure-close", label: "Yes: nobody can comment from now on." }}
        />
      )}
      {noStop && (
        <DeedForm
          action={archiveIt.bind(null, id)}
          label="Archive it"
          kind="danger"
          sure={{
            name: "sure-archive",
            label: "Yes: everything is answered, and it is kept for reading only, for good.",
          }}
        />
      )}
    </section>
  );
}
