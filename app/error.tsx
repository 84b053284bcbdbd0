"use client";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export default function Failed() {
  return (
    <Page title="Sorry, something went wrong">
      <p className="mb-4">
        This is our fault, not yours. If you sent something, we either saved all of it or none of it.
      </p>
      <p className="mb-8">Wait a minute, then go back and try again.</p>
      <ButtonLink href={paths.home}>Go to the home page</ButtonLink>
    </Page>
  );
}
