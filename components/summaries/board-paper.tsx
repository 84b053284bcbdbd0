import type { ComponentProps } from "react";
import { SummaryContent } from "@/components/summaries/summary-content";
import { Page } from "@/components/ui/page";
import { formatDay } from "@/lib/dates";

type Props = Omit<ComponentProps<typeof SummaryContent>, "renderHeader" | "more"> & { back: string };

/** A summary as a board paper: A4 with page numbers, black on white. Its print styles are in globals.css. */
export function BoardPaper({ back, ...summary }: Props) {
  const { name, subject } = summary;
  return (
    <div className="board-paper">
      <Page
        title={`${name}: what working people say${subject ? ` about ${subject.about}` : ""}`}
        lead="Board paper"
        wide
      >
        <p className="print:hidden">
          Print this page, or save it as a PDF, from your browser.{" "}
          <a className="link" href={back}>
            Back to the summary
          </a>
        </p>
        <p className="hidden print:block">
          The board paper shows the first few comments in each list. The web page has them all, and links each number to
          the comments behind it.
        </p>
        <SummaryContent
          {...summary}
          renderHeader={({ strategy, release }) => (
            <p>
              On the {strategy.kind} for {strategy.areaName}, led by {strategy.leadTitle}.
              {release && ` Counts of people: release ${release.number} of ${formatDay(new Date(release.day))}.`}
            </p>
          )}
        />
      </Page>
    </div>
  );
}
