import { WhenResult } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** Shown where a form was sent before and now holds something else: it can replace what was sent, or be sent as well. */
export function UsedFormNotice() {
  return (
    <WhenResult name="isFormUsed">
      <Callout tone="warning" title="You sent this form before">
        <p>
          We have what you sent then. What you see above was not sent. You can put it in the place of what you sent, as
          long as that can be changed, or send it as another comment.
        </p>
        <Button kind="secondary" name="step" value="revise">
          Change the comment that I sent
        </Button>
      </Callout>
    </WhenResult>
  );
}
