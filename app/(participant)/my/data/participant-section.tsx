import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { countOf, formatDay } from "@/lib/dates";
import { agrees, consentWording, consentWordings } from "@/lib/people/privacy/consent.rules";
import type { MyData } from "@/lib/people/privacy/personal-data.queries";
import { paths } from "@/lib/routes";
import { agreeAnew, takeConsentBack } from "./actions";

type Props = MyData["participants"][number];

/** What a person said about one strategy, under the alias that they have there. */
export function Participant({ alias, strategy, comments, reactions, flags, sanctions, ...consent }: Props) {
  return (
    <section aria-labelledby={strategy.id} className="mb-8 border-line border-t pt-5">
      <h3 id={strategy.id} className="mb-1 text-xl">
        {strategy.areaName}
      </h3>
      <p className="mb-3 text-muted">Others know you there as {alias}.</p>
      <Consent {...consent} strategyId={strategy.id} areaName={strategy.areaName} />
      <p className="my-4">
        {countOf(comments.length, "comment")}, {countOf(reactions.length, "answer")} to comments of others
        {flags.length > 0 && `, ${countOf(flags.length, "report")} to the reps`}
        {sanctions.length > 0 &&
          `, ${countOf(sanctions.length, "warning or pause", "warnings or pauses")} given to you`}
        .
      </p>
      {comments.map((comment) => (
        <Comment key={comment.id} {...comment} />
      ))}
    </section>
  );
}

const stateWords = {
  held: "waits for a rep",
  published: "published",
  returned: "came back to you",
  rejected: "not published",
  removed: "taken down",
  withdrawn: "taken back by you",
};
const liveStates = ["held", "returned", "published"];

function Comment({ id, state, isReply, stance, district, sector, themes, revisions }: Props["comments"][number]) {
  const facts = [
    ["Where it stands", stateWords[state]],
    ["How you feel about it", stance ?? "not said"],
    ...(isReply
      ? []
      : [
          ["What it is about", themes.map(({ theme }) => theme.name).join("; ") || "not said"],
          ["Your workplace is in", district?.name ?? "not said"],
          ["Your kind of work", sector?.name ?? "not said"],
        ]),
  ];
  return (
    <article className="border-line border-t py-4">
      <h4 className="mb-2 font-semibold">{isReply ? "A reply" : "A comment"}</h4>
      {revisions.map(({ number, text }) => (
        <p key={number} className="measure mb-2 whitespace-pre-wrap break-words" dir="auto">
          {revisions.length > 1 && <span className="text-muted">Version {number}: </span>}
          {text || "Its words are gone."}
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
        <a className="link inline-flex min-h-11 items-center" href={paths.myPlace(id)}>
          Put right where you work
        </a>
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
  const words = consentedTo && consentedTo in consentWordings ? (consentedTo as keyof typeof consentWordings) : null;
  if (!consentedTo && !consentEndedAt) return null;
  if (agrees(consent))
    return (
      <form action={takeConsentBack}>
        <input type="hidden" name="strategy" value={strategyId} />
        {consentedAt && (
          <p className="mb-2">
            You agreed on {formatDay(consentedAt)}
            {words && `: “${consentWordings[words].comment}”`}
          </p>
        )}
        <p className="mb-3">
          You can take this back. Then all that you said about {areaName} goes at once, and nobody can bring it back.
        </p>
        <Button kind="danger">
          I no longer agree<span className="sr-only"> about {areaName}</span>
        </Button>
      </form>
    );
  return (
    <Callout title="You took back what you agreed to">
      <p>What you had said about {areaName} is gone.</p>
      <form action={agreeAnew}>
        <input type="hidden" name="strategy" value={strategyId} />
        <p className="mb-3">To take part again: “{consentWordings[consentWording].comment}”</p>
        <Button kind="secondary">
          I agree again<span className="sr-only"> about {areaName}</span>
        </Button>
      </form>
    </Callout>
  );
}
