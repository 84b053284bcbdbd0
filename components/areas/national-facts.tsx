import type { ReactNode } from "react";
import { SourceLinks } from "@/components/areas/source-links";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { isConfirmed, toBeConfirmed } from "@/lib/areas/certainty.rules";
import {
  areaAwards,
  boardSentence,
  type NationalFacts as Facts,
  formatPounds,
  type MobilityYear,
  mobilitySentence,
  mobilityYears,
  nationalAwards,
  spotLabels,
  workerSeatText,
} from "@/lib/areas/national-facts.rules";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { sourceDateText } from "@/lib/strategies/status.rules";

type Props = {
  facts: Facts;
  /** As within a sentence: "Black Country". */
  name: string;
  /** The bodies about which a body or a union can correct us. */
  bodies: { id: string; title: string }[];
};

/** What national lists say about an area: its districts' ranks, funds, programmes and boards, and how sure we are. */
export function NationalFacts({ facts, name, bodies }: Props) {
  const awards = areaAwards(facts.awards);
  const programmes = facts.programmes.filter(({ isNational }) => !isNational);
  const national = {
    awards: nationalAwards(facts.awards),
    programmes: facts.programmes.filter(({ isNational }) => isNational),
  };
  return (
    <section aria-labelledby="national-facts" className="mt-10">
      <h2 id="national-facts" className="mb-2 text-2xl">
        What national lists say
      </h2>
      <p className="measure">
        Each line has its source. Where nobody could check a line, it says “{toBeConfirmed.toLowerCase()}”.
      </p>
      <Corrections corrections={facts.corrections} />
      {facts.ranks.length > 0 && <Mobility name={name} years={mobilityYears(facts.ranks)} />}
      <h3 className="mt-6 mb-2 text-xl">Funds and programmes</h3>
      {awards.length === 0 && <p className="measure">We found no fund that names this area.</p>}
      {awards.length > 0 && (
        <Fold title={`Funds (${awards.length})`} lead="Money that government gave to this area.">
          <Lines lines={awards.map(awardLine)} />
        </Fold>
      )}
      {programmes.length > 0 && (
        <Fold title={`Programmes (${programmes.length})`} lead="Government programmes that ran here.">
          <Lines lines={programmes.map(programmeLine)} />
        </Fold>
      )}
      <Fold title="In all of England" lead="Funds and programmes that were not for this area alone.">
        <Lines lines={national.programmes.map(programmeLine)} />
        <Lines lines={national.awards.map(awardLine)} />
      </Fold>
      <Boards boards={facts.boards} rules={facts.rules} />
      <p className="measure mt-4">
        Do you work for one of these bodies or for a union? Tell us what is wrong or missing:{" "}
        {bodies.map(({ id, title }, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <TextLink href={paths.correctFact(id)}>{title}</TextLink>
          </span>
        ))}
        . An admin checks it before it shows here.
      </p>
    </section>
  );
}

const awardLine = (award: Facts["awards"][number]) => ({
  ...award,
  text: `${award.fund}, ${award.bodyName}: ${formatPounds(award.pounds)}. ${sentence(award.basis)}`,
});

const programmeLine = (programme: Facts["programmes"][number]) => ({
  ...programme,
  text: `${programme.name}, ${sourceDateText(programme.years)}. ${sentence(programme.what)}`,
});

/** A text as a sentence: a capital first, a full stop last. */
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;

function Corrections({ corrections }: Pick<Facts, "corrections">) {
  if (corrections.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-2 text-xl">Corrections</h3>
      <ul>
        {corrections.map(({ id, text, source, sentFor, checkedOn }) => (
          <li key={id} className="measure mb-3 border-gold border-l-4 pl-4">
            <p className="whitespace-pre-line break-words" dir="auto">
              {text}
            </p>
            <p className="text-muted">
              From {sentFor}. An admin checked it on {formatDay(checkedOn)}. <SourceLinks source={source} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Mobility({ years, name }: { years: MobilityYear[]; name: string }) {
  return (
    <>
      <h3 className="mt-6 mb-2 text-xl">Social Mobility Index</h3>
      <p className="measure">
        The index ranks the life chances of children from poor homes. It does not rank the work or worth of people in a
        place. {years.length > 1 && "The two years measure different things, so do not compare them."}
      </p>
      {years.map((year) => (
        <div key={year.year}>
          <p className="measure">
            <strong>{year.year}:</strong> {mobilitySentence(year)}
          </p>
          <Fold title={`Districts in ${year.year}`} lead="1 is the best of 324. A fifth is 65 districts.">
            <Table
              caption={`Social Mobility Index ${year.year}, ${name}`}
              showCaption={false}
              head={[
                "District",
                { text: "Rank of 324", numeric: true },
                "Group",
                ...(year.isComplete ? [] : ["Source"]),
              ]}
              rows={year.rows.map((row) => [
                row.name,
                row.rank ?? "Not found",
                `${row.spot ? spotLabels[row.spot] : "Not found"}${isConfirmed(row.certainty) ? "" : `. ${toBeConfirmed}`}`,
                ...(year.isComplete ? [] : [<SourceLinks key="source" source={row.source} />]),
              ])}
            />
            {year.isComplete && (
              <p className="measure text-muted text-sm">
                Source: Social Mobility Commission, through a copy that agrees with newspapers where we could compare.
              </p>
            )}
          </Fold>
        </div>
      ))}
    </>
  );
}

function Boards({ boards, rules }: Pick<Facts, "boards" | "rules">) {
  return (
    <>
      <h3 className="mt-6 mb-2 text-xl">Who sat on the board</h3>
      <p className="measure">{boardSentence(boards)}</p>
      {boards.length > 0 && (
        <ul className="measure">
          {boards.map((board) => (
            <li key={board.id} className="border-line border-t py-3">
              <p>
                <strong>
                  {board.name}, {sourceDateText(board.year)}.
                </strong>{" "}
                {board.members && `${sentence(`${board.members} members`)} `}
                {board.privateSector && `${sentence(`${board.privateSector} from business`)} `}
                Unions or employees: {workerSeatText(board.workerSeats)}.{" "}
                {!isConfirmed(board.certainty) && `${toBeConfirmed}.`}
              </p>
              {board.note && <p className="text-muted">{sentence(sourceDateText(board.note))}</p>}
              <SourceLinks source={board.source} />
            </li>
          ))}
        </ul>
      )}
      <Fold title="The rules on boards of LEPs" lead="What government said about who sits on them.">
        <Lines
          lines={rules.map((rule) => ({
            ...rule,
            text: `${sentence(rule.what)} ${sentence(sourceDateText(rule.decidedOn))}`,
          }))}
        />
      </Fold>
    </>
  );
}

function Lines({
  lines,
}: {
  lines: { id: number | string; text: string; certainty: string; source: string | null }[];
}) {
  return (
    <ul className="measure">
      {lines.map(({ id, text, certainty, source }) => (
        <li key={id} className="border-line border-t py-3">
          <p>
            {text} {!isConfirmed(certainty) && `${toBeConfirmed}.`}
          </p>
          <SourceLinks source={source} />
        </li>
      ))}
    </ul>
  );
}

function Fold({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <details className="my-3">
      <summary className="link flex min-h-11 cursor-pointer items-center">{title}</summary>
      <p className="measure">{lead}</p>
      {children}
    </details>
  );
}
