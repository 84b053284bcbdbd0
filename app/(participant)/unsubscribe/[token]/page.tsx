import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Stop these emails", robots: "noindex" };

/** Reading this page does not unsubscribe: mail programs fetch links by themselves. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <Page title="Stop these emails" lead="Confirm that you do not want these emails any more.">
      <form action={paths.unsubscribeNow(token)} method="post">
        <Button>Stop these emails</Button>
      </form>
    </Page>
  );
}
