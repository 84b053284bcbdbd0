import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Writer } from "@/lib/comments/submission.rules";

/** Before a text is sent that others have sent as well: what it shows of its author, and how to show less. */
export function CampaignWarning({ alias }: Pick<Writer, "alias">) {
  return (
    <Callout tone="warning" title="Other people have sent the same text">
      <p>
        If a union or a campaign wrote it, readers may guess that you belong to it. They can also read what else you
        write on this strategy under the same name. You can change it into your own words, or send it as it is.
      </p>
      {alias && (
        <>
          <p>You can also send it under a new name. We sign you out first, and keep what you typed.</p>
          <p className="mt-4">
            <Button kind="secondary" name="step" value="not-me">
              Send it under a new name
            </Button>
          </p>
        </>
      )}
    </Callout>
  );
}
