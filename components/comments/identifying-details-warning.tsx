import { Callout } from "@/components/ui/callout";
import { findIdentifyingDetails, identifyingDetailLabels } from "@/lib/comments/identifying-detail.rules";

/** What in a text could show who somebody is, to look at once more. Nothing where nothing was found. */
export function IdentifyingDetailsWarning({ text }: { text: string }) {
  const details = findIdentifyingDetails(text).map(
    ({ kind, start, end }) => `${identifyingDetailLabels[kind]}: “${text.slice(start, end)}”`,
  );
  return details.length > 0 && <IdentifyingDetailsCallout details={[...new Set(details)]} />;
}

/** How the warning looks, here and where a script shows it. */
export function IdentifyingDetailsCallout({ details }: { details: string[] }) {
  return (
    <Callout tone="warning" title="This could show who somebody is">
      <ul className="list-disc pl-5 break-words">
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      <p>Anybody can read it once it is published, an employer too. Leave it out, or send it as it is: you decide.</p>
    </Callout>
  );
}
