import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/comments/notice";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { wantsNoticeMails } from "@/lib/notices/mailing/queries";
import { markSeen } from "@/lib/notices/own/commands";
import { listNotices } from "@/lib/notices/own/queries";
import { paths } from "@/lib/paths";
import { isSignedIn } from "@/lib/people/policy";
import { getPerson } from "@/lib/session";
import { Mails } from "./mails";

export const metadata: Metadata = { title: "What was decided" };

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const person = await getPerson();
  if (!isSignedIn(person)) redirect(`${paths.signIn}?to=${paths.notices}`);
  const { after } = await searchParams;
  const { items, next } = await listNotices(person, typeof after === "string" ? after : null);
  await markSeen(
    person,
    items.map(({ id }) => id),
  );
  return (
    <Page title="What was decided" lead="By union reps, about what you wrote, and why. Only you can see this page.">
      {items.length === 0 && <p>Nothing has been decided yet.</p>}
      {items.map((notice) => (
        <Notice key={notice.id} {...notice} level="h2" />
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.notices}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <Mails isOn={await wantsNoticeMails(person)} />
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.my}>
          Go back to my comments
        </a>
      </p>
    </Page>
  );
}
