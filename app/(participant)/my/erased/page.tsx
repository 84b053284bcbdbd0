import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Your data has been erased" };

export default function ErasedPage() {
  return (
    <Page title="Your data has been erased" lead="Nothing that we hold leads to you any more.">
      <p className="mb-4">Your published text goes with one of the next 3 editions, usually within 3 days.</p>
      <p className="mb-4">
        If you saved a receipt or a file from us, delete it. Your browser may still list the pages you visited. Clear
        its history if somebody else might see it.
      </p>
      <TextLink href={paths.home}>Go to the home page</TextLink>
    </Page>
  );
}
