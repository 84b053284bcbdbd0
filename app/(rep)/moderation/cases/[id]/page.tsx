import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Path } from "@/components/moderation/case-history";
import { Clock } from "@/components/moderation/deadline-tag";
import { Record } from "@/components/moderation/decision-history";
import { Reports } from "@/components/moderation/report-list";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { checkWords } from "@/lib/moderation/checks/check.rules";
import { reasons, reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import { type CaseView, getCase } from "@/lib/moderation/queue/case.queries";
import { age } from "@/lib/moderation/queue/queue.rules";
import { listPassable } from "@/lib/moderation/rota/reassignment.queries";
import { getSanctionable } from "@/lib/moderation/sanctions/sanction.queries";
import { paths } from "@/lib/routes";
import { decideCase, holdCase, passCase } from "./actions";
import { Reading } from "./comment-reader";
import { DecisionForm } from "./decision-form";
import { PassForm } from "./reassignment-form";

export const metadata: Metadata = { title: "A comment to decide on" };

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.case(id)}`);
  const found = await getCase(person, id);
  if (!found) notFound();
  const passable = found.canPassOn ? await listPassable(person, id) : [];
  const wasAtFault = found.decisions.some(({ deed }) => deed === "reject" || deed === "remove" || deed === "redact");
  const sanctions = wasAtFault ? await getSanctionable(person, id) : null;
  const canMark = found.deeds.includes("return") || found.deeds.includes("redact");
  return (
    <Page title={`${found.alias} on “${found.sectionTitle}”`} wide={found.appeal !== null}>
      <p className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-1">
        <a className="link inline-flex min-h-11 items-center" href={paths.moderation}>
          Back to the queue
        </a>
        {found.state === "open" && (
          <>
            <span className="text-muted first-letter:uppercase">{age(found.openedAt, new Date())}</span>
            <Clock dueAt={found.dueAt} />
          </>
        )}
      </p>
      {found.repliesTo && (
        <blockquote className="mb-4 border-line border-l-4 pl-4 text-muted">
          <p className="font-semibold">It replies to:</p>
          <p className="whitespace-pre-wrap break-words">{found.repliesTo}</p>
        </blockquote>
      )}
      <div className={found.appeal ? "grid gap-x-10 lg:grid-cols-2" : ""}>
        <div>
          {found.appeal && <h2 className="mb-2 text-xl">What the comment says</h2>}
          <Reading
            caseId={id}
            canMark={canMark}
            canHold={found.deeds.length > 0}
            text={found.text}
            hits={found.hits}
            isDistressing={found.isDistressing}
          />
          <Facts {...found} />
          <Reports flags={found.flags} heldUntil={found.heldUntil} isHeld={found.commentState === "held"} />
        </div>
        <div>
          {found.appeal && <Appeal words={found.appeal} />}
          <Path steps={found.steps} />
          <Record decisions={found.decisions} />
        </div>
      </div>
      {found.decisions.some(({ deed }) => deed === "redact") && (
        <p className="mb-4">
          <a className="link inline-flex min-h-11 items-center" href={paths.originals}>
            Words were masked. The original is sealed
          </a>
        </p>
      )}
      {found.kind === "second_look" && found.state === "open" && found.whyNot === null && (
        <Callout title="A second look">
          <p>
            A rep of another union decided this, as shown above. It was drawn by chance. Would you have decided the
            same? How often reps agree is public. Who did is not.
          </p>
        </Callout>
      )}
      <State found={found} hold={holdCase.bind(null, id)} />
      {found.deeds.length > 0 && (
        <DecisionForm
          action={decideCase.bind(null, id)}
          version={found.version}
          deeds={found.deeds}
          alike={found.alike}
          reasons={[...new Set(found.deeds.flatMap(reasonsFor))].map((code) => ({
            value: code,
            label: reasons[code].title,
          }))}
        />
      )}
      {sanctions && sanctions.kinds.length > 0 && (
        <p className="mt-6">
          <a className="link inline-flex min-h-11 items-center" href={paths.sanction(id)}>
            Warn or suspend its author
          </a>
        </p>
      )}
      {found.canPassOn && (
        <details className="mt-8 border-line border-t pt-4">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            Pass it on, or stand back from it
          </summary>
          <PassForm action={passCase.bind(null, id)} options={passable} />
        </details>
      )}
    </Page>
  );
}

/** What its author says against a decision, beside the comment and what was decided before. */
function Appeal({ words }: { words: string }) {
  return (
    <section aria-labelledby="appeal-title" className="mb-6">
      <h2 id="appeal-title" className="mb-2 text-xl">
        Why its author thinks that the decision is wrong
      </h2>
      <p className="measure whitespace-pre-wrap break-words text-xl" dir="auto">
        {words}
      </p>
    </section>
  );
}

function Facts({ areaName, stance, themes, hits, text, isDistressing }: CaseView) {
  return (
    <div className="mb-6 text-muted">
      <p>
        {areaName}
        {stance && ` · Stance: ${stance}`}
        {themes.length > 0 && ` · About: ${themes.join("; ")}`}
      </p>
      {hits.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {hits.map(({ rule, start, end }) => (
            <li key={`${rule} ${start}`}>
              {checkWords(rule)}
              {end > start && !isDistressing && `: “${text.slice(start, end)}”`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function State({ found, hold }: { found: CaseView; hold: (form: FormData) => Promise<void> }) {
  if (found.state === "lapsed")
    return (
      <Callout tone="info">There is nothing left to decide here: the comment was taken back, or taken down.</Callout>
    );
  if (found.state !== "open") return null;
  if (found.whyNot) return <Callout tone="info">{found.whyNot}</Callout>;
  return (
    <div className="mb-6">
      {found.claimedBy && <Callout tone="warning">{found.claimedBy} is reading this too.</Callout>}
      <form action={hold} className="flex flex-wrap items-center gap-3">
        {found.isMine ? (
          <>
            <p className="text-muted">You hold this case, and others see that.</p>
            <Button kind="secondary" name="hold" value="no">
              Let it go
            </Button>
          </>
        ) : (
          <Button kind="secondary" name="hold" value="yes">
            Hold it for ten minutes
          </Button>
        )}
      </form>
    </div>
  );
}
