import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

type Props = {
  /** What was sent: "comment". */
  subject: string;
  /** Where a person who is signed in finds it. */
  listUrl: string;
  isSignedIn: boolean;
};

/** In the place of a receipt, for a page that is opened again later, or in a browser that takes no cookies. */
export function ReceiptExpired({ subject, listUrl, isSignedIn }: Props) {
  return (
    <Page title="This page only shows a code for 10 minutes">
      <p className="mb-4">
        If you sent a {subject} in this browser, we have it. You do not need to send it again. This page shows its code
        for 10 minutes, and only if your browser accepts cookies. We cannot show it again.
      </p>
      {isSignedIn ? (
        <p>
          You are still signed in: <TextLink href={listUrl}>see your {subject}</TextLink>
        </p>
      ) : (
        <p>
          If you have the code, <TextLink href={paths.signInTo(listUrl)}>come back with it</TextLink>
        </p>
      )}
    </Page>
  );
}
