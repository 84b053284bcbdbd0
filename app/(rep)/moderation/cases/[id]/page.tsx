import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { queueUrl } from "@/app/(rep)/moderation/queue-filters";
import { DangerAdvice } from "@/app/(rep)/moderation/safeguarding-advice";
import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { Select, TextField } from "@/components/forms/fields";
import { CaseHistory } from "@/components/moderation/case-history";
import { DeadlineTag } from "@/components/moderation/deadline-tag";
import { DecisionHistory } from "@/components/moderation/decision-history";
import { ReportList } from "@/components/moderation/report-list";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { editionSchedule } from "@/lib/env";
import { singleParams } from "@/lib/forms/query-params";
import { checkLabel } from "@/lib/moderation/checks/check.rules";
import { faultCodes, reasons, reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import { listRecentDecisions } from "@/lib/moderation/decisions/reversal.queries";
import { type CaseView, getCasePage } from "@/lib/moderation/queue/case.queries";
import { ageText, caseLaneTitles } from "@/lib/moderation/queue/queue.rules";
import { parseQueueQuery, queueQuery } from "@/lib/moderation/queue/queue-filter.schema";
import { listContacts } from "@/lib/moderation/safeguarding/contact.queries";
import { rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listCrumbs } from "@/lib/server/breadcrumbs";
import { visibilityText } from "@/lib/summaries/editions/edition.rules";
import type { CommentState, ModerationAction } from "@/prisma/generated/enums";
import { submitClaim, submitDecision, submitReassignment } from "./actions";
import { AliasHistory, CaseContext } from "./case-context";
import { CaseKeys } from "./case-keys";
import { CommentReader } from "./comment-reader";
import { DecidedNote } from "./decided-note";
import { DecisionForm } from "./decision-form";
import { ReversalForms } from "./reversal-forms";

export const metadata: Metadata = { title: "Decide on a comment" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ queue?: string | string[]; decided?: string | string[] }>;
};

export default async function CasePage({ params, searchParams }: Props) {
  const { id } = await params;
  const person = await requireAccount(paths.case(id));
  const page = await getCasePage(person, id);
  if (!page) notFound();
  const { queue: given, decided } = singleParams(await searchParams);
  const filter = parseQueueQuery(given ?? "");
  const queue = given === undefined ? undefined : queueQuery(filter);
  const { found, targets, reversal, canSanction } = page;
  const isSecondLook = found.kind === "second_look";
  const canMark = found.actions.includes("return") || found.actions.includes("redact");
  const isDangerous = found.lane === "danger" && found.state === "open";
  const [recent, contacts] = await Promise.all([
    decided ? listRecentDecisions(person) : [],
    isDangerous ? listContacts(person) : [],
  ]);
  return (
    <Page
      title={`${found.alias} on “${found.sectionTitle}”`}
      crumbs={listCrumbs(paths.case(id), rolesOf(person))}
      wide={found.appeal !== null}
      dense
    >
      <DecidedNote decided={decided} recent={recent} />
      <p className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        <TextLink href={queueUrl(filter)}>Back to the queue</TextLink>
        {found.state === "open" && (
          <>
            {!isSecondLook && (
              <span className="text-muted first-letter:uppercase">{ageText(found.openedAt, new Date())}</span>
            )}
            <DeadlineTag dueAt={found.dueAt} />
          </>
        )}
      </p>
      {isDangerous && (
        <Callout tone="warning" title={caseLaneTitles.danger}>
          <DangerAdvice contacts={contacts} isOnCase />
        </Callout>
      )}
      <CaseContext {...found} />
      <div className={found.appeal ? "grid gap-x-10 lg:grid-cols-2" : ""}>
        <div>
          {found.appeal && <h2 className="mb-2 text-xl">The comment</h2>}
          <CommentReader
            caseId={id}
            canMark={canMark}
            canClaim={found.actions.length > 0}
            text={found.text}
            hits={found.hits}
            isDistressing={found.isDistressing}
          />
          <CommentFacts {...found} />
          {found.commentState && <Visibility state={found.commentState} />}
          <ReportList reports={found.reports} heldUntil={found.heldUntil} isHeld={found.commentState === "held"} />
        </div>
        <div>
          {found.appeal && <AppealGrounds grounds={found.appeal} />}
          <CaseHistory reassignments={found.reassignments} />
          <DecisionHistory decisions={found.decisions} />
          <AliasHistory {...found} />
        </div>
      </div>
      {found.decisions.some(({ action }) => action === "redact") && (
        <p className="mb-4">
          <TextLink href={paths.originals}>Some text was masked. The original is sealed</TextLink>
        </p>
      )}
      {isSecondLook && found.state === "open" && found.whyCannotDecide === null && (
        <Callout title="A second look">
          <p>
            A rep of another union has decided on this comment. We picked it at random. Decide as if it were new, and
            you will then see what they decided. Nothing will happen to the comment. We publish how often reps agree,
            but not who they are.
          </p>
        </Callout>
      )}
      <CaseStatus {...found} />
      {found.actions.length > 0 && (
        <DecisionForm
          action={submitDecision.bind(null, { id })}
          version={found.version}
          queue={queue}
          actions={found.actions}
          isHeld={found.commentState === "held"}
          isSecondLook={isSecondLook}
          duplicateCount={isSecondLook ? 0 : found.duplicateCount}
          canOfferHelp={isDangerous && !isSecondLook}
          reasons={reasonOptions(found.actions)}
        />
      )}
      {reversal && <ReversalForms id={id} {...reversal} reasons={reasonOptions(["reopen"])} />}
      {canSanction && (
        <p className="mt-6">
          <TextLink href={paths.sanction(id)}>Warn or suspend the author</TextLink>
        </p>
      )}
      <CaseKeys
        actions={isSecondLook ? [] : found.actions}
        reasons={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
        canPublish={!found.isDistressing}
      />
      {found.canReassign && (
        <details className="mt-8 border-line border-t pt-4">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            Pass this case to somebody else
          </summary>
          <ActionForm id="reassign" action={submitReassignment.bind(null, { id })} className="mt-3">
            <Select
              name="to"
              label="Pass to"
              hint="If they have not decided it after a few hours, it goes back to all reps in the area."
              emptyLabel="Choose"
              options={targets}
            />
            <TextField
              name="reason"
              label="Why"
              hint="Other reps can see this in the case history, unless you step back."
            />
            <Button kind="secondary">Pass on</Button>
          </ActionForm>
        </details>
      )}
    </Page>
  );
}

const reasonOptions = (actions: ModerationAction[]) =>
  [...new Set(actions.flatMap(reasonsFor))].map((code) => ({ value: code, label: reasons[code].title }));

/** The author's grounds, shown beside the comment and the earlier decisions. */
function AppealGrounds({ grounds }: { grounds: string }) {
  return (
    <section aria-labelledby="appeal-title" className="mb-6">
      <h2 id="appeal-title" className="mb-2 text-xl">
        Why the author thinks the decision is wrong
      </h2>
      <p className="measure whitespace-pre-wrap break-words text-xl" dir="auto">
        {grounds}
      </p>
    </section>
  );
}

function CommentFacts({ areaName, stance, themes, hits, text, isDistressing }: CaseView) {
  return (
    <div className="mb-6 text-muted">
      <p>
        {areaName}
        {stance && ` · Stance: ${stance}`}
        {themes.length > 0 && ` · About: ${themes.join("; ")}`}
      </p>
      {hits.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {hits.map(({ check, start, end }) => (
            <li key={`${check} ${start}`}>
              {checkLabel(check)}
              {end > start && !isDistressing && `: “${text.slice(start, end)}”`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** For a rep whom an author asks where their comment is. A second look does not show it: it would give the decision away. */
function Visibility({ state }: { state: CommentState }) {
  const text = visibilityText(state, editionSchedule(), new Date());
  return text && <p className="mb-6 font-semibold">{text}</p>;
}

function CaseStatus({ id, state, whyCannotDecide, claimedBy, isOwnClaim }: CaseView) {
  if (state === "lapsed")
    return <Callout tone="info">There is nothing left to decide. The comment was withdrawn or removed.</Callout>;
  if (state !== "open") return null;
  if (whyCannotDecide) return <Callout tone="info">{whyCannotDecide}</Callout>;
  return (
    <div className="mb-6">
      {claimedBy && <Callout tone="warning">{claimedBy} is reading this too.</Callout>}
      <div className="flex flex-wrap items-center gap-3">
        {isOwnClaim && <p className="text-muted">You are holding this case. Other reps can see that.</p>}
        <ActionButton action={submitClaim.bind(null, { id, isHeld: !isOwnClaim })}>
          {isOwnClaim ? "Stop holding this case" : "Hold for 10 minutes"}
        </ActionButton>
      </div>
    </div>
  );
}
