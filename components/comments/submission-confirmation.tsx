import { Receipt } from "@/components/comments/receipt";
import { SupportMessage } from "@/components/comments/support-message";
import { ResultText, StepHeading, UnlessResult, WhenResult } from "@/components/forms/form-result";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

type Props = {
  alias: string;
  /** "from tomorrow morning", when it is published already; null when a rep reads it first. */
  visibleToAll: string | null;
  /** "from the next morning", once a rep has published it. */
  visibleOncePublished: string;
  receipt: string | null;
  returnUrl: string;
  isAtRisk: boolean;
};

/** Shown after a comment was sent: what happens next, and the receipt. */
export function SubmissionConfirmation({ alias, visibleToAll, visibleOncePublished, ...rest }: Props) {
  const { receipt, returnUrl, isAtRisk } = rest;
  return (
    <div>
      {isAtRisk && <SupportMessage />}
      <Callout tone="good">
        <p>
          {visibleToAll
            ? `This is published. Everyone can see it ${visibleToAll}, and a union rep will check it soon. `
            : `A union rep will read it before anybody else can see it, usually within 3 days. If they publish it, everyone can see it ${visibleOncePublished}. `}
          You appear as <strong>{alias}</strong>.
        </p>
      </Callout>
      {receipt && <Receipt receipt={receipt} purpose="see what happened to your comment, change it or withdraw it" />}
      <p className="mt-6">
        <TextLink href={paths.my}>See what is happening with your comment</TextLink>
      </p>
      <p>
        <TextLink href={returnUrl}>Go back to the strategy</TextLink>
      </p>
    </div>
  );
}

/** The same on the form's own page, for a browser that takes no cookies: no other page would know it again. */
export function SubmissionShownHere() {
  return (
    <div>
      <StepHeading>We have received your comment</StepHeading>
      <WhenResult name="isAtRisk">
        <SupportMessage />
      </WhenResult>
      <Callout tone="good">
        <p>
          <WhenResult name="isPublished">It is published now, and a union rep will check it soon. </WhenResult>
          <UnlessResult name="isPublished">
            A union rep will read it before anybody else can see it, usually within 3 days. If they publish it, everyone
            can usually see it from the next morning.{" "}
          </UnlessResult>
          You appear as{" "}
          <strong>
            <ResultText name="alias" />
          </strong>
          .
        </p>
        <p>Your browser does not accept our cookie, so write this code down now. We cannot show it on another page.</p>
      </Callout>
      <Receipt purpose="see what happened to your comment, change it or withdraw it" />
    </div>
  );
}
