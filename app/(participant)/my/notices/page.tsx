import type { Metadata } from "next";
import { MailStopped } from "@/app/(participant)/my/mail-stopped";
import { NoticeCard } from "@/components/comments/notice-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
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
      {items.length === 0 && (
        <EmptyState next={{ href: paths.my, label: "See your comments" }}>
          There are no decisions yet. When a rep decides on something you wrote, it is here.
        </EmptyState>
      )}
      {items.map((notice) => (
        <NoticeCard key={notice.id} {...notice} level="h2" />
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.notices}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <NoticeMailSetting isOn={await wantsNoticeMails(person)} />
    </Page>
  );
}
