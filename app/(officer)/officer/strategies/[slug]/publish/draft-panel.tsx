import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { whyCannotCheckDraft, whyCannotOpenDraft } from "@/lib/strategies/drafts/draft.policy";
import type { DraftView } from "@/lib/strategies/drafts/draft.queries";
import {
  cancelOpeningAction,
  checkDraftAction,
  discardDraftAction,
  openDraftAction,
  planOpeningAction,
  saveOutlineAction,
} from "./actions";
import { ButtonForm, PlanOpeningForm } from "./forms";
import { OutlineForm } from "./outline-form";

/** A draft: its content, what is missing, who checked it, and the buttons that check and open it. */
export function DraftPanel({ draft, person }: { draft: DraftView; person: Person }) {
  const { strategy, sections, version, missing, about, editedBy, checkedBy, opensAt } = draft;
  const { id: slug } = strategy;
  const shownDraft = { slug, version };
  const checkRefusal = whyCannotCheckDraft(person, draft);
  return (
    <>
      <section aria-labelledby="draft">
        <h2 id="draft" className="mb-2 text-2xl">
          {strategy.newestVersion === 0 ? "First version" : `Version ${strategy.newestVersion + 1}`}
        </h2>
        <p className="mb-2 text-muted">
          Last changed by {editedBy}. Only officers of {strategy.leadTitle} and admins.
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
          <TaskRow
            href={paths.draftText(slug)}
            title="Add the text"
            status={sections.length === 0 ? "Nothing yet" : countLabel(sections.length, "part")}
          />
          <TaskRow
            href={paths.draftAbout(slug)}
            title="What it is, who to contact, when it closes"
            status={about.title || "Nothing yet"}
          />
          {sections.length > 0 && strategy.newestVersion > 0 && (
            <TaskRow href={paths.draftMatch(slug)} title="Match paragraphs to the last version" status="" />
          )}
          {sections.length > 0 && <TaskRow href={paths.draftPreview(slug)} title="Preview" status="" />}
          {sections.length > 0 && <TaskRow href={paths.draftPoster(slug)} title="Poster to print" status="" />}
          {sections.length > 0 && <TaskRow href={paths.draftPaper(slug)} title="Paper form to print" status="" />}
        </ul>
      </section>
      {sections.length > 0 && (
        <OutlineForm action={saveOutlineAction.bind(null, shownDraft)} slug={slug} sections={sections} />
      )}
      <section aria-labelledby="check" className="mt-10">
        <h2 id="check" className="mb-2 text-2xl">
          Check and open
        </h2>
        {checkedBy ? (
          <Callout tone="good">Checked by {checkedBy}. Any change will undo this check.</Callout>
        ) : (
          <p>Two people must check every strategy. You cannot check it if you were the last to change it.</p>
        )}
        {checkRefusal ? (
          !checkedBy && <p className="my-4 font-semibold">{checkRefusal}</p>
        ) : (
          <ButtonForm action={checkDraftAction.bind(null, shownDraft)} label="I have read it all and it is correct" />
        )}
        {whyCannotOpenDraft(draft) === null && (
          <>
            {opensAt && (
              <ButtonForm
                action={cancelOpeningAction.bind(null, shownDraft)}
                label="Cancel automatic opening"
                kind="secondary"
              >
                <Callout tone="good">It opens automatically on {formatDay(opensAt)}.</Callout>
              </ButtonForm>
            )}
            <ButtonForm action={openDraftAction.bind(null, shownDraft)} label="Open now" />
            {!opensAt && <PlanOpeningForm action={planOpeningAction.bind(null, shownDraft)} />}
          </>
        )}
      </section>
      {strategy.newestVersion > 0 && (
        <details className="mt-8 border-line border-t pt-4">
          <summary className="link flex min-h-11 cursor-pointer items-center">Delete this draft</summary>
          <ButtonForm
            action={discardDraftAction.bind(null, shownDraft)}
            label="Delete draft"
            kind="danger"
            confirmation={{ name: "sure-discard", label: "Yes, delete this draft. What is published stays." }}
          />
        </details>
      )}
    </>
  );
}

function TaskRow({ href, title, status }: { href: string; title: string; status: string }) {
  return (
    <li className="border-line border-t">
      <a className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-2" href={href}>
        <span className="link">{title}</span>
        <span className="text-muted">{status}</span>
      </a>
    </li>
  );
}
