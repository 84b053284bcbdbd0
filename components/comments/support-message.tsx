import { Callout } from "@/components/ui/callout";

/** Where help is, for the author of a comment that speaks of self-harm. */
export function SupportMessage() {
  return (
    <Callout tone="info" title="If you are struggling, you can talk to someone now">
      <p>
        You can talk to Samaritans on <a href="tel:116123">116 123</a>, free, at any time of day or night. You do not
        have to give your name. Or text SHOUT to <a href="sms:85258">85258</a>.
      </p>
      <p>
        If you or somebody else is in danger, call <a href="tel:999">999</a>. You can also call{" "}
        <a href="tel:111">111</a> and choose the mental health option.
      </p>
    </Callout>
  );
}
