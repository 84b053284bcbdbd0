import { ChartFigure } from "@/components/charts/chart-figure";
import { DayColumns } from "@/components/charts/day-columns";
import { numeric, Table } from "@/components/ui/table";
import { dateOfDay, formatDay } from "@/lib/dates";
import type { QueueFigures as Figures } from "@/lib/moderation/queue/queue-figures.queries";
import { backlogClaim, ownFiguresText } from "@/lib/moderation/queue/queue-figures.rules";
import { formatNumber } from "@/lib/numbers";

/** What a rep has decided, and how many cases waited in their areas at the end of each day. */
export function QueueFigures({ backlog, ...own }: Figures) {
  const rows = backlog.map(({ day, open }) => ({ name: formatDay(dateOfDay(day)), value: open }));
  return (
    <section
      aria-labelledby="figures-title"
      className="mt-8 border-line border-t pt-4 lg:grid lg:grid-cols-2 lg:gap-x-10"
    >
      <div>
        <h2 id="figures-title" className="mb-2 text-xl">
          Your decisions
        </h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4">
          {ownFiguresText(own).map(({ label, value }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="font-semibold tabular-nums">{formatNumber(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ChartFigure
        claim={backlogClaim(backlog)}
        description="Cases waiting at the end of each day, without second looks."
        table={
          <Table
            caption="Cases waiting at the end of each day"
            head={["Day", numeric("Cases")]}
            rows={rows.map(({ name, value }) => [name, formatNumber(value)])}
          />
        }
      >
        <DayColumns columns={rows} />
      </ChartFigure>
    </section>
  );
}
