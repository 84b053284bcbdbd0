import { Callout } from "@/components/ui/callout";
import { findSigns, signWords } from "@/lib/comments/identifying-detail.rules";

/** What in a text could show who somebody is, to look at once more. Nothing where nothing was found. */
export function SignsFound({ text }: { text: string }) {
  const found = findSigns(text).map(({ kind, start, end }) => `${signWords[kind]}: “${text.slice(start, end)}”`);
  return found.length > 0 && <SignsLook found={[...new Set(found)]} />;
}

/** How the warning looks, here and where a script shows it. */
export function SignsLook({ found }: { found: string[] }) {
  return (
    <Callout tone="warning" title="This could show who somebody is">
      <ul className="list-disc pl-5 break-words">
        {found.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>Anybody can read it once it is published, an employer too. Leave it out, or send it as it is: you decide.</p>
    </Callout>
  );
}
