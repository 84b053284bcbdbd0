import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Erased" };

export default function ErasedPage() {
  return (
    <Page title="You are erased" lead="We keep nothing about you any more.">
      <p className="mb-4">
        If you saved a receipt or a file of ours, delete it. Your browser may still list the pages that you saw: clear
        its history if somebody may look.
      </p>
      <TextLink href={paths.home}>Go to the first page</TextLink>
    </Page>
  );
}
