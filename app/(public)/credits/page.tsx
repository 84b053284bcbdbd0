import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { getCredits } from "@/lib/areas/reference-data.queries";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Sources" };

export default function CreditsPage() {
  const { attribution, licences, datasets } = getCredits();
  return (
    <Page title="Sources" lead="Where the places, strategies and numbers come from, and how you can use them.">
      <ul className="mb-4 list-disc space-y-2 pl-6">
        {attribution.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mb-10">
        Licences:{" "}
        {licences.map(({ name, address }, at) => (
          <span key={name}>
            {at > 0 && ", "}
            <a className="link" href={address} rel="noreferrer">
              {name}
            </a>
          </span>
        ))}
        .
      </p>
      <h2 className="mb-3 text-2xl">Data sets</h2>
      <ul>
        {datasets.map(({ what, year, source, licence, note }) => (
          <li key={what} className="border-t border-line py-4">
            <h3 className="mb-1 text-lg">{what}</h3>
            <p className="text-muted">
              {year}. {licence}.
            </p>
            <p className="break-words">{source}.</p>
            <p>{note}</p>
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-3 text-2xl">Other sources</h2>
      <p className="mb-4">
        We wrote the text about each strategy. It is short and may be wrong. Each{" "}
        <a className="link" href={paths.strategies}>
          strategy’s page
        </a>{" "}
        says how sure we are and links to our sources.
      </p>
      <p>
        The typeface is Source Sans 3, by Paul D. Hunt and Adobe, under the SIL Open Font License 1.1. We serve it
        ourselves.
      </p>
    </Page>
  );
}
