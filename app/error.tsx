"use client";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export default function Failed() {
  return (
    <Page title="Something went wrong on our side">
      <p className="mb-4">
        It was not your fault. Nothing that you sent was half kept: it is either saved or it is not.
      </p>
      <p className="mb-8">Wait a minute, then go back and try again.</p>
      <ButtonLink href={paths.home}>Go to the home page</ButtonLink>
    </Page>
  );
}
