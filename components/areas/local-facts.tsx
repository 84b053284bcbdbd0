import { Table } from "@/components/ui/table";
import { listComparisons, type PayFacts, payText, type Share, type WorkFacts } from "@/lib/areas/local-facts.rules";
import { formatNumber } from "@/lib/numbers";
import { roundedPercentText } from "@/lib/summaries/display.rules";
import { percentages } from "@/lib/summaries/largest-remainder";

type Props = {
  /** As within a sentence: "Black Country". */
  name: string;
  year: number;
  place: { people: number; rural: Share; coast: Share };
  work: WorkFacts | null;
  pay: PayFacts | null;
  level?: "h2" | "h3";
};

/** A LEP's population, work and pay, each compared with England. */
export function LocalFacts({ name, year, place, work, pay, level: Heading = "h2" }: Props) {
  return (
    <section aria-labelledby="local-facts" className="mt-10">
      <Heading id="local-facts" className="mb-2 text-2xl">
        The area in numbers
      </Heading>
      <p className="measure">
        {formatNumber(place.people)} people live in the {name} area. These numbers cover everybody there, not just
        people who took part.
      </p>
      <Table
        caption={`${name} and England, ${year}`}
        head={["What", { text: name, numeric: true }, { text: "England", numeric: true }]}
        rows={listComparisons(place, work)}
      />
      {pay && <p className="measure mb-3">{payText(pay, year)}</p>}
      {work && <Work {...work} name={name} year={year} />}
      <p className="measure text-muted text-sm">
        Sources: Office for National Statistics. People: middle of {year}. Jobs: Business Register and Employment
        Survey, {year}, where the work is. Pay: Annual Survey of Hours and Earnings, April {year}, where people live.
        Boundaries of April 2021. We decided which sectors count as foundational or low paid. Foundational work provides
        what people need every day, such as care, schools, buses, food and power.
      </p>
    </section>
  );
}

const shareText = (percent = 0, amount: number) => roundedPercentText(percent, amount);

function Work({ sectors, total, name, year }: WorkFacts & { name: string; year: number }) {
  const sharesHere = percentages(sectors.map(({ jobs }) => jobs));
  const ofEngland = sectors.map(({ england }) => england);
  const elsewhere = Math.max(0, 1 - ofEngland.reduce((sum, share) => sum + share, 0)); // sectors without jobs here
  const sharesOfEngland = percentages([...ofEngland, elsewhere]);
  return (
    <details className="my-4">
      <summary className="link flex min-h-11 cursor-pointer items-center">
        Jobs by sector ({formatNumber(total)} in total)
      </summary>
      <Table
        caption={`Jobs by sector, ${name} and England, ${year}`}
        showCaption={false}
        head={[
          "Sector",
          { text: "Jobs", numeric: true },
          { text: "Share", numeric: true },
          { text: "England", numeric: true },
        ]}
        rows={sectors.map((sector, index) => [
          sector.note ? `${sector.name} (${sector.note})` : sector.name,
          formatNumber(sector.jobs),
          shareText(sharesHere[index], sector.jobs),
          shareText(sharesOfEngland[index], sector.england),
        ])}
      />
    </details>
  );
}
