import type { ReactNode } from "react";
import { certaintyText } from "@/lib/areas/certainty.rules";
import { paths } from "@/lib/routes";
import { sourceDateText, statusText } from "@/lib/strategies/status.rules";

type Props = {
  title: string | null;
  leadType: string;
  leadTitle: string;
  status: string;
  statusDate: string | null;
  certainty: string;
  sources: string[];
  contact: string | null;
  leps: { id: string; title: string }[];
  districts: { id: string; name: string; role: string }[];
};

/** The facts about a strategy, how certain they are, and their sources. */
export function StrategyFacts(strategy: Props) {
  const { title, leadType, leadTitle, status, statusDate, certainty, sources, contact, leps, districts } = strategy;
  return (
    <dl className="divide-y divide-line border-y border-line">
      <Fact name="Lead body">
        {leadType === "mayor"
          ? `The mayor, through the ${leadTitle}.${helpersText(leps.filter((lep) => lep.title !== leadTitle))}`
          : `The ${leadTitle.replace(/^The /, "")}.`}
      </Fact>
      {leps.length > 0 && (
        <Fact name="Summaries">
          <ul>
            {leps.map((lep) => (
              <li key={lep.id}>
                <a className="link inline-block py-1" href={paths.lep(lep.id)}>
                  {lep.title}
                </a>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name="Progress">
        <strong>{statusText(status).label}.</strong> {statusText(status).meaning}
      </Fact>
      {statusDate && <Fact name="When">{sourceDateText(statusDate)}</Fact>}
      {title && <Fact name="Document">{title}</Fact>}
      <Fact name="Certainty">{certaintyText(certainty)}</Fact>
      <Fact name="Sources">
        {sources.length === 0 && "We could not find a page to link to."}
        <ul>
          {sources.map((source) => (
            <li key={source}>
              <a className="link inline-block py-1" href={source} rel="noreferrer">
                {hostOf(source)}
              </a>
            </li>
          ))}
        </ul>
      </Fact>
      {contact && <Fact name="Contact">{contact}</Fact>}
      <Fact name="Area covered">
        <details>
          <summary className="link min-h-11 cursor-pointer py-2">
            {districts.length === 1 ? "1 district" : `${districts.length} districts`}
          </summary>
          <ul className="columns-2 gap-6 sm:columns-3 lg:columns-1">
            {districts.map(({ id, name, role }) => (
              <li key={id}>
                {name}
                {role === "lep_area_only" && <span className="text-muted"> (outside the mayor’s area)</span>}
              </li>
            ))}
          </ul>
        </details>
      </Fact>
    </dl>
  );
}

const listFormat = new Intl.ListFormat("en-GB");

function helpersText(helpers: { title: string }[]): string {
  if (helpers.length === 0) return "";
  return ` ${listFormat.format(helpers.map(({ title }) => `the ${title.replace(/^The /, "")}`))} ${helpers.length === 1 ? "helps" : "help"}.`.replace(
    " the",
    " The",
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="py-3 sm:grid sm:grid-cols-[11rem_1fr] sm:gap-6 lg:block">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : address;
}
