import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

/** Shown where second factors can be changed only shortly after proving one. @param to the page to go back to */
export function SignInAgain({ title, to }: { title: string; to: string }) {
  return (
    <Page
      title={title}
      lead="Sign in again to change this, then come back within 10 minutes. This protects you if somebody else finds your browser open."
    >
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink href={paths.signIn}>Sign in again</ButtonLink>
        <TextLink href={to}>Go back</TextLink>
      </div>
    </Page>
  );
}
