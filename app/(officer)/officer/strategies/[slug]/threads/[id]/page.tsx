import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getNotes } from "@/lib/answers/note.queries";
import { getOfficerStrategy } from "@/lib/answers/officer-strategy.queries";
import { getPerson } from "@/lib/auth/current-session";
import { getThread } from "@/lib/comments/comment.queries";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { addNoteAction, addTagAction, removeNoteAction, removeTagAction } from "./actions";
import { NoteForm, TagForm } from "./forms";

export const metadata: Metadata = { title: "Notes on a conversation" };

export default async function NotesPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.officerThread(slug, id)}`);
  const [strategy, thread] = await Promise.all([getOfficerStrategy(person, slug), getThread(slug, id, null)]);
  if (!strategy || !thread) notFound();
  const place = { slug, thread: id, body: strategy.bodyId };
  const { notes, tags } = await getNotes(person, strategy.bodyId, id);
  return (
    <Page title="Notes on a conversation" lead="Only officers of your body see what you write here.">
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={paths.officerThreads(slug)}>Back to the comments</TextLink>
        <TextLink href={paths.thread(slug, id)}>The whole conversation, as everybody sees it</TextLink>
      </p>
      <CommentCard {...thread.first} />
      {strategy.canAnswer && (
        <p className="my-4">
          <ButtonLink kind="secondary" href={paths.newAnswer(slug, "thread", id)}>
            Answer this conversation
          </ButtonLink>
        </p>
      )}
      <section aria-labelledby="tags" className="mt-8">
        <h2 id="tags" className="mb-3 text-2xl">
          Tags
        </h2>
        <ul>
          {tags.map((tag) => (
            <li key={tag} className="flex min-h-11 items-center justify-between gap-4 border-line border-t py-1">
              {tag}
              <RemoveForm action={removeTagAction.bind(null, place, tag)} label={`the tag ${tag}`} />
            </li>
          ))}
        </ul>
        <TagForm action={addTagAction.bind(null, place)} />
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
            <RemoveForm action={removeNoteAction.bind(null, place, note.id)} label={`note ${at + 1}`} />
          </article>
        ))}
        <NoteForm action={addNoteAction.bind(null, place)} />
      </section>
    </Page>
  );
}

function RemoveForm({ action, label }: { action: () => Promise<void>; label: string }) {
  return (
    <form action={action}>
      <Button kind="danger">
        Remove<span className="sr-only"> {label}</span>
      </Button>
    </form>
  );
}
