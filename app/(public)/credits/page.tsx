import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { getCredits } from "@/lib/areas/reference-data.queries";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Where the facts come from" };

export default function CreditsPage() {
  const { attribution, licences, datasets } = getCredits();
  return (
    <Page
      title="Where the facts come from"
      lead="We did not make up the places, the strategies or the numbers. Here is where each comes from, and what you may do with it."
    >
      <ul className="mb-4 list-disc space-y-2 pl-6">
        {attribution.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mb-10">
        The licences:{" "}
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
      <h2 className="mb-3 text-2xl">Each set of facts</h2>
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
      <h2 className="mt-10 mb-3 text-2xl">The rest</h2>
      <p className="mb-4">
        The words about each strategy are our own. They are short, and they may be wrong: each{" "}
        <a className="link" href={paths.strategies}>
          strategy’s page
        </a>{" "}
        says how sure we are and links to what we read.
      </p>
      <p>
        The letters on these pages are Source Sans 3, by Paul D. Hunt and Adobe, under the SIL Open Font License 1.1.
        They come from our own server.
      </p>
    </Page>
  );
}
