import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { Phase } from "@/prisma/generated/enums";

type Props = { id: string; areaName: string; phase: Phase; closesAt: Date | null };

/** In place of a poster or a paper form, once nobody can comment: it would send people to a page that takes nothing. */
export function ClosedSheet({ id, areaName, phase, closesAt }: Props) {
  const hasBeenOpen = phase !== "reference";
  return (
    <Page title={hasBeenOpen ? `${areaName} has closed for comments` : `${areaName} is not open for comments here`}>
      {hasBeenOpen && (
        <p className="mb-4">
          It closed{closesAt && ` at ${formatMoment(closesAt)}`}, so there is nothing to print. If you put up posters,
          please remove them. For 14 days, union reps can still record paper forms filled in before it closed.
        </p>
      )}
      <p>
        <TextLink href={paths.strategy(id)}>Go to the strategy</TextLink>
      </p>
    </Page>
  );
}
