import type { ReactNode } from "react";
import { SupportMessage } from "@/components/comments/support-message";
import { ResultList, WhenResult } from "@/components/forms/form-result";
import { Callout } from "@/components/ui/callout";
import { describeIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";

/** What in a text could show who somebody is. Nothing where nothing was found. */
export function IdentifyingDetailsWarning({ text }: { text: string }) {
  const details = describeIdentifyingDetails(text);
  const items = details.map((detail) => <li key={detail}>{detail}</li>);
  return (
    details.length > 0 && <IdentifyingDetailsCallout list={<ul className="list-disc pl-5 break-words">{items}</ul>} />
  );
}

/** The same of what was typed, which the form's action previews, with help for an author who may need it. */
export function TypedDetailsWarning() {
  return (
    <>
      <WhenResult name="isAtRisk">
        <SupportMessage />
      </WhenResult>
      <WhenResult name="identifyingDetails">
        <IdentifyingDetailsCallout list={<ResultList name="identifyingDetails" />} />
      </WhenResult>
    </>
  );
}

/** The warning around a list, also as the template of the script that warns while somebody types. */
export function IdentifyingDetailsCallout({ list }: { list: ReactNode }) {
  return (
    <Callout tone="warning" title="This could identify somebody">
      {list}
      <p>Anybody can read it once it is published, including an employer. You can take it out or send it as it is.</p>
    </Callout>
  );
}
