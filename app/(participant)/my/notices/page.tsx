import type { Metadata } from "next";
import { MailStopped } from "@/app/(participant)/my/mail-stopped";
import { NoticeCard } from "@/components/comments/notice-card";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { listNotices } from "@/lib/moderation/decisions/own-notice.queries";
import { markNoticesSeen } from "@/lib/notifications/notice.commands";
import { wantsNoticeMails } from "@/lib/notifications/notice-mail.queries";
import { paths } from "@/lib/routes";
import { NoticeMailSetting } from "./notice-mail-setting";

export const metadata: Metadata = { title: "Decisions about your comments" };

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const person = await requireSignedIn(paths.notices);
  const { after } = await searchParams;
  const { items, next } = await listNotices(person, typeof after === "string" ? after : null);
  await markNoticesSeen(
    person,
    items.map(({ id }) => id),
  );
  return (
    <Page title="Decisions about your comments" lead="What union reps decided, and why. Only you can see this page.">
      <MailStopped person={person} />
      {items.length === 0 && <p>There are no decisions yet.</p>}
      {items.map((notice) => (
        <NoticeCard key={notice.id} {...notice} level="h2" />
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.notices}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <NoticeMailSetting isOn={await wantsNoticeMails(person)} />
      <p className="mt-6">
        <TextLink href={paths.my}>Go back to my comments</TextLink>
      </p>
    </Page>
  );
}
