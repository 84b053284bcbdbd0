import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <Page title="Page not found">
      <p className="mb-4">The address may be wrong, or the page may have been removed.</p>
      <p className="mb-8">
        If you typed the address, check it is correct. If you followed a link, start again from here.
      </p>
      <div className="flex flex-wrap gap-4">
        <ButtonLink href={paths.find}>Find your strategy</ButtonLink>
        <ButtonLink href={paths.home} kind="secondary">
          Go to the home page
        </ButtonLink>
      </div>
    </Page>
  );
}
