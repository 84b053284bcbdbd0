import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getNotes, listTags } from "@/lib/answers/note.queries";
import { getOfficerStrategy } from "@/lib/answers/officer-strategy.queries";
import { requireAccount } from "@/lib/auth/require-person";
import { getThread } from "@/lib/comments/comment.queries";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { addNoteAction, addTagAction, removeNoteAction, removeTagAction } from "./actions";

export const metadata: Metadata = { title: "Notes on a thread" };

export default async function NotesPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const person = await requireAccount(paths.officerThread(slug, id));
  const [strategy, thread] = await Promise.all([getOfficerStrategy(person, slug), getThread(slug, id, null)]);
  if (!strategy || !thread) notFound();
  const target = { slug, thread: id, body: strategy.bodyId };
  const [{ notes, tags }, usedTags] = await Promise.all([
    getNotes(person, strategy.bodyId, id),
    listTags(person, strategy.bodyId),
  ]);
  return (
    <Page title="Notes on a thread" lead="Only officers of your body can see what you write here.">
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={paths.thread(slug, id)}>View the public thread</TextLink>
      </p>
      <CommentCard {...thread.first} />
      {strategy.canAnswer && (
        <p className="my-4">
          <ButtonLink kind="secondary" href={paths.newAnswer(slug, "thread", id)}>
            Answer this thread
          </ButtonLink>
        </p>
      )}
      <section aria-labelledby="tags" className="mt-8">
        <h2 id="tags" className="mb-3 text-2xl">
          Tags
        </h2>
        <ul>
          {tags.map((tag) => (
            <li
              key={tag}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-t py-1"
            >
              {tag}
              <ActionButton kind="danger" action={removeTagAction.bind(null, { ...target, tag })}>
                Remove<span className="sr-only"> the tag {tag}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
        <ActionForm action={addTagAction.bind(null, target)} name="tag" className="mt-4">
          <TextField
            name="tag"
            label="New tag"
            hint="One or a few words, such as early buses. Tags that you use already are offered."
            autoComplete="off"
            suggestions={usedTags.filter((tag) => !tags.includes(tag))}
          />
          <Button kind="secondary">Add tag</Button>
        </ActionForm>
      </section>
      <section aria-labelledby="notes" className="mt-8">
        <h2 id="notes" className="mb-3 text-2xl">
          Notes
        </h2>
        {notes.map((note, at) => (
          <article key={note.id} aria-label={`Note ${at + 1}`} className="border-line border-t py-3">
            <p className="whitespace-pre-wrap break-words">{note.text}</p>
            <p className="mb-2 text-muted text-sm">
              {note.by}, {formatDay(note.createdAt)}
            </p>
            <ActionButton kind="danger" action={removeNoteAction.bind(null, { ...target, note: note.id })}>
              Remove<span className="sr-only"> note {at + 1}</span>
            </ActionButton>
          </article>
        ))}
        <ActionForm action={addNoteAction.bind(null, target)} name="note" className="mt-4">
          <TextArea name="note" label="New note" rows={3} />
          <Button kind="secondary">Save note</Button>
        </ActionForm>
      </section>
    </Page>
  );
}
