import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <Page title="We cannot find that page">
      <p className="mb-4">The address may be wrong, or what was here may have been taken down.</p>
      <p className="mb-8">If you typed the address, check it. If you followed a link, you can start again from here.</p>
      <div className="flex flex-wrap gap-4">
        <ButtonLink href={paths.find}>Find your strategy</ButtonLink>
        <ButtonLink href={paths.home} kind="secondary">
          Go to the home page
        </ButtonLink>
      </div>
    </Page>
  );
}
