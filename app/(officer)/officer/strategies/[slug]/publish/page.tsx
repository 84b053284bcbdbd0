import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PhaseTag } from "@/components/strategies/phase-tag";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay, formatMoment } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { whyCannotClose, whyCannotExtend } from "@/lib/strategies/consultation.policy";
import { hasCompletedAnswers, listExtensions } from "@/lib/strategies/consultation.queries";
import { whyCannotStartVersion } from "@/lib/strategies/drafts/draft.policy";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { dayInputValue } from "@/lib/strategies/drafts/draft.rules";
import { getManagedStrategy, type ManagedStrategy } from "@/lib/strategies/managed-strategy.queries";
import { archiveStrategyAction, closeStrategyAction, extendStrategyAction, startDraftAction } from "./actions";
import { DraftPanel } from "./draft-panel";
import { ButtonForm, ExtendStrategyForm } from "./forms";

export const metadata: Metadata = { title: "Publish a strategy" };

export default async function PublishPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.publishStrategy(slug));
  const strategy = await getManagedStrategy(person, slug);
  if (!strategy) notFound();
  const draft = await getDraft(person, slug);
  const refusal = whyCannotStartVersion(strategy);
  const isPublic = strategy.phase !== "draft" && strategy.phase !== "checked";
  return (
    <Page title={`${strategy.areaName} ${strategy.kindName}`} lead={`Led by ${strategy.leadTitle}.`}>
      <p className="mb-4 flex flex-wrap items-center gap-6">
        <PhaseTag {...strategy} />
        {isPublic && <TextLink href={paths.strategy(slug)}>View the public page</TextLink>}
        <TextLink href={paths.officerStrategies}>All your strategies</TextLink>
      </p>
      {draft ? (
        <DraftPanel draft={draft} person={person} />
      ) : (
        <section aria-labelledby="new-version">
          <h2 id="new-version" className="mb-2 text-2xl">
            {strategy.newestVersion === 0 ? "First version" : `Version ${strategy.newestVersion + 1}`}
          </h2>
          {refusal ? (
            <p>{refusal}</p>
          ) : (
            <ButtonForm action={startDraftAction.bind(null, { slug })} label="Start a new version">
              <p className="mb-3">
                It starts with the text that is published now. Nobody else can see it until a second person has checked
                it and it is opened.
              </p>
            </ButtonForm>
          )}
        </section>
      )}
      {(strategy.phase === "open" || strategy.phase === "closed") && <ConsultationControls {...strategy} />}
    </Page>
  );
}

/** Extends, closes or archives a consultation that has begun. */
async function ConsultationControls(strategy: ManagedStrategy) {
  const { id, closesAt } = strategy;
  const [hasCompleted, extensions] = await Promise.all([hasCompletedAnswers(id), listExtensions(id)]);
  const closeRefusal = whyCannotClose(strategy, new Date());
  const extendRefusal = whyCannotExtend({ ...strategy, hasCompletedAnswers: hasCompleted });
  return (
    <section aria-labelledby="running" className="mt-12 border-line border-t pt-6">
      <h2 id="running" className="mb-2 text-2xl">
        The consultation
      </h2>
      <p>
        {closesAt
          ? `${closesAt > new Date() ? "It closes" : "It closed"} at ${formatMoment(closesAt)}.`
          : "It has no closing date."}
      </p>
      {extensions.map(({ before, after, reason }) => (
        <p key={after.toISOString() + reason} className="text-muted">
          Moved{before && ` from ${formatDay(before)}`} to {formatDay(after)}: {reason}
        </p>
      ))}
      {extendRefusal ? (
        <Callout>{extendRefusal}</Callout>
      ) : (
        <ExtendStrategyForm action={extendStrategyAction.bind(null, { slug: id })} closesOn={dayInputValue(closesAt)} />
      )}
      {closeRefusal ? (
        <p className="mt-6">{closeRefusal}</p>
      ) : (
        <ButtonForm
          action={closeStrategyAction.bind(null, { slug: id })}
          label="Close now"
          kind="danger"
          confirmation={{ name: "sure-close", label: "Yes, stop people commenting from now on." }}
        />
      )}
      {closeRefusal && (
        <ButtonForm
          action={archiveStrategyAction.bind(null, { slug: id })}
          label="Archive"
          kind="danger"
          confirmation={{
            name: "sure-archive",
            label: "Yes, everything is answered. Make it read-only permanently.",
          }}
        />
      )}
    </section>
  );
}
