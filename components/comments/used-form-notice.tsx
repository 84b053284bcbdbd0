import { WhenResult } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** Shown where a form was sent before and now holds something else: it can replace what was sent, or be sent as well. */
export function UsedFormNotice() {
  return (
    <WhenResult name="isFormUsed">
      <Callout tone="warning" title="You have already sent this form">
        <p>
          We have what you sent before. We have not sent the text above. You can replace your earlier comment with it,
          if that can still be changed, or send it as another comment.
        </p>
        <Button kind="secondary" name="step" value="revise">
          Replace my earlier comment
        </Button>
      </Callout>
    </WhenResult>
  );
}
