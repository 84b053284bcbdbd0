import { ActionButton } from "@/components/forms/action-form";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { consentTexts, currentConsentVersion, hasConsent } from "@/lib/people/privacy/consent.rules";
import type { PersonalData } from "@/lib/people/privacy/personal-data.queries";
import { paths } from "@/lib/routes";
import { renewConsentAction, withdrawConsentAction } from "./actions";

type Props = PersonalData["participants"][number];

/** A person's comments and consent in one strategy, under their alias there. */
export function ParticipantSection({ alias, strategy, comments, reactions, reports, sanctions, ...consent }: Props) {
  return (
    <section aria-labelledby={strategy.id} className="mb-8 border-line border-t pt-5">
      <h3 id={strategy.id} className="mb-1 text-xl">
        {strategy.areaName}
      </h3>
      <p className="mb-3 text-muted">You appear as {alias}.</p>
      <Consent {...consent} strategyId={strategy.id} areaName={strategy.areaName} />
      <p className="my-4">
        {countLabel(comments.length, "comment")}, {countLabel(reactions.length, "reaction")} to other people’s comments
        {reports.length > 0 && `, ${countLabel(reports.length, "report")}`}
        {sanctions.length > 0 &&
          `, ${countLabel(sanctions.length, "warning or restriction", "warnings or restrictions")}`}
        .
      </p>
      {comments.map((comment) => (
        <Comment key={comment.id} {...comment} />
      ))}
    </section>
  );
}

const stateLabels = {
  ready: "will be published next time comments go live",
  held: "waiting for a rep",
  published: "published",
  returned: "sent back to you",
  rejected: "not published",
  removed: "removed",
  withdrawn: "withdrawn by you",
};
const liveStates = ["held", "ready", "returned", "published"];

function Comment({ id, state, isReply, stance, district, sector, themes, revisions }: Props["comments"][number]) {
  const facts = [
    ["Status", stateLabels[state]],
    ["Your view", stance ?? "no answer"],
    ...(isReply
      ? []
      : [
          ["Topics", themes.map(({ theme }) => theme.name).join("; ") || "no answer"],
          ["Your workplace", district?.name ?? "no answer"],
          ["Your kind of work", sector?.name ?? "no answer"],
        ]),
  ];
  return (
    <article className="border-line border-t py-4">
      <h4 className="mb-2 font-semibold">{isReply ? "A reply" : "A comment"}</h4>
      {revisions.map(({ number, text }) => (
        <p key={number} className="measure mb-2 whitespace-pre-wrap break-words" dir="auto">
          {revisions.length > 1 && <span className="text-muted">Version {number}: </span>}
          {text || "Deleted."}
        </p>
      ))}
      <dl className="grid gap-x-4 sm:grid-cols-[auto_1fr]">
        {facts.map(([name, fact]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {!isReply && liveStates.includes(state) && (
        <TextLink href={paths.commentLocation(id)}>Change where you work</TextLink>
      )}
    </article>
  );
}

type ConsentProps = Pick<Props, "consentedTo" | "consentedAt" | "consentEndedAt"> & {
  strategyId: string;
  areaName: string;
};

function Consent({ strategyId, areaName, ...consent }: ConsentProps) {
  const { consentedTo, consentedAt, consentEndedAt } = consent;
  const version = consentedTo && consentedTo in consentTexts ? (consentedTo as keyof typeof consentTexts) : null;
  if (!consentedTo && !consentEndedAt) return null;
  if (hasConsent(consent))
    return (
      <>
        {consentedAt && (
          <p className="mb-2">
            You agreed on {formatDay(consentedAt)}
            {version && `: “${consentTexts[version].comment}”`}
          </p>
        )}
        <p className="mb-3">
          You can withdraw your consent. We then delete everything you wrote about {areaName} straight away, and nobody
          can get it back.
        </p>
        <ActionButton action={withdrawConsentAction.bind(null, { strategy: strategyId })} kind="danger">
          Withdraw consent<span className="sr-only"> for {areaName}</span>
        </ActionButton>
      </>
    );
  return (
    <Callout title="You withdrew your consent">
      <p>We have deleted what you wrote about {areaName}.</p>
      <p>To take part again, agree to this: “{consentTexts[currentConsentVersion].comment}”</p>
      <ActionButton action={renewConsentAction.bind(null, { strategy: strategyId })}>
        I agree again<span className="sr-only"> for {areaName}</span>
      </ActionButton>
    </Callout>
  );
}
