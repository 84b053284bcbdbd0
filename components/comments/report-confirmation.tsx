import { Receipt } from "@/components/comments/receipt";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

/** Shown after a first report. @param receipt left out where the action of the form gives it */
export function ReportConfirmation({ receipt }: { receipt?: string }) {
  return (
    <div>
      <Callout tone="good">
        <p>A union rep will read it. We never tell the person who wrote the comment who reported it.</p>
      </Callout>
      <Receipt receipt={receipt} purpose="see what happened to your report" />
      <p className="mt-6">
        <TextLink href={paths.reports}>See your reports</TextLink>
      </p>
    </div>
  );
}
