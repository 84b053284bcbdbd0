import { Callout } from "@/components/ui/callout";
import { countOf, formatDay } from "@/lib/dates";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { whyNotCheck, whyNotOpen } from "@/lib/strategies/drafts/draft.policy";
import type { DraftView } from "@/lib/strategies/drafts/draft.queries";
import { changeParts, discardIt, openIt, planIt, sayChecked, unplanIt } from "./actions";
import { DeedForm, PlanForm } from "./forms";
import { Outline } from "./outline-form";

/** A draft: what it holds, what is missing, who checked it, and the way to the public. */
export function Draft({ draft, person }: { draft: DraftView; person: Person }) {
  const { strategy, sections, version, missing, about, editedBy, checkedBy, opensAt } = draft;
  const { id: slug } = strategy;
  const noCheck = whyNotCheck(person, draft);
  return (
    <>
      <section aria-labelledby="draft">
        <h2 id="draft" className="mb-2 text-2xl">
          {strategy.newest === 0 ? "Its first version" : `Version ${strategy.newest + 1}`}
        </h2>
        <p className="mb-2 text-muted">
          Last changed by {editedBy}. Nobody sees it but officers of {strategy.leadTitle} and admins.
        </p>
        {missing.length > 0 && (
          <Callout tone="warning" title="Still to do">
            <ul className="list-disc pl-6">
              {missing.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Callout>
        )}
        <ul className="border-line border-b">
          <Task
            href={paths.draftWords(slug)}
            title="Bring in the words"
            said={sections.length === 0 ? "Nothing yet" : countOf(sections.length, "part")}
          />
          <Task
            href={paths.draftAbout(slug)}
            title="What it is, whom to ask, when it closes"
            said={about.title || "Nothing yet"}
          />
          {sections.length > 0 && strategy.newest > 0 && (
            <Task href={paths.draftMatch(slug)} title="What goes on from the version before" said="" />
          )}
          {sections.length > 0 && <Task href={paths.draftPreview(slug)} title="See it as a worker would" said="" />}
        </ul>
      </section>
      {sections.length > 0 && (
        <Outline
          action={changeParts.bind(null, slug)}
          slug={slug}
          version={version}
          sections={sections.map(({ key, title, paragraphs, sectionId }) => ({
            key,
            title,
            isNew: sectionId === null,
            paragraphs: paragraphs.length,
          }))}
        />
      )}
      <section aria-labelledby="check" className="mt-10">
        <h2 id="check" className="mb-2 text-2xl">
          Check and open
        </h2>
        {checkedBy ? (
          <Callout tone="good">Checked by {checkedBy}. A change takes this away.</Callout>
        ) : (
          <p>Two people stand behind every word: whoever checks it was not the last to change it.</p>
        )}
        {noCheck ? (
          !checkedBy && <p className="my-4 font-semibold">{noCheck}</p>
        ) : (
          <DeedForm action={sayChecked.bind(null, slug)} version={version} label="I have read it all: it is right" />
        )}
        {whyNotOpen(draft) === null && (
          <>
            {opensAt && (
              <DeedForm
                action={unplanIt.bind(null, slug)}
                version={version}
                label="Do not open it by itself"
                kind="secondary"
              >
                <Callout tone="good">It opens by itself on {formatDay(opensAt)}.</Callout>
              </DeedForm>
            )}
            <DeedForm action={openIt.bind(null, slug)} version={version} label="Open it now" />
            {!opensAt && <PlanForm action={planIt.bind(null, slug)} version={version} />}
          </>
        )}
      </section>
      {strategy.newest > 0 && (
        <details className="mt-8 border-line border-t pt-4">
          <summary className="link flex min-h-11 cursor-pointer items-center">Throw this draft away</summary>
          <DeedForm
            action={discardIt.bind(null, slug)}
            version={version}
            label="Throw it away"
            kind="danger"
            sure={{ name: "sure-discard", label: "Yes: what is published stays, and this draft is gone." }}
          />
        </details>
      )}
    </>
  );
}

function Task({ href, title, said }: { href: string; title: string; said: string }) {
  return (
    <li className="border-line border-t">
      <a className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-2" href={href}>
        <span className="link">{title}</span>
        <span className="text-muted">{said}</span>
      </a>
    </li>
  );
}
