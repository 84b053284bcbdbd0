import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { FoundPlaces } from "@/components/areas/place-list";
import { FindForm } from "@/components/areas/place-search-form";
import { PlaceAnswer } from "@/components/strategies/district-strategies";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { findPlaces, placeAnswer } from "@/lib/areas/place.queries";
import { areaAroundInWords } from "@/lib/areas/place.rules";
import { parseFind } from "@/lib/areas/place.schema";
import { paths } from "@/lib/routes";
import { answerLead } from "@/lib/strategies/district-strategy.rules";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Find your strategy" };

export default async function FindPage({ searchParams }: Props) {
  const asked = parseFind(await searchParams);
  switch (asked.kind) {
    case "nothing":
      return <Ask />;
    case "postcode":
      return (
        <Ask>
          <Callout title="That looks like a postcode">
            <p>Thank you, but we do not ask for postcodes: yours could say too much about you.</p>
            <p>Type the name of the town, village or district where you work.</p>
          </Callout>
        </Ask>
      );
    case "name":
      return <Named {...asked} />;
    case "district":
      return <Answer districtId={asked.id} />;
  }
}

function Ask({ typed, children }: { typed?: string; children?: ReactNode }) {
  return (
    <Page title="Find your strategy">
      {children}
      <FindForm typed={typed} />
    </Page>
  );
}

async function Named({ typed, search }: { typed: string; search: string }) {
  const places = await findPlaces(search);
  const exact = places.filter(({ match }) => match === "exact");
  const [only] = exact;
  if (only && exact.length === 1) return <Answer districtId={only.districtId} typed={only.name} search={search} />;
  if (places.length === 0) return <NothingFound typed={typed} />;
  const rest = places.filter(({ match }) => match !== "exact");
  return (
    <Ask typed={typed}>
      {exact.length > 0 && (
        <section className="mb-8">
          <h2 className="text-2xl">Which {exact[0]?.name} do you mean?</h2>
          <FoundPlaces places={exact} />
        </section>
      )}
      {rest.length > 0 && (
        <section className="mb-8">
          <h2 className="text-2xl">{headingFor(typed, exact.length, rest[0]?.match)}</h2>
          <FoundPlaces places={rest} />
        </section>
      )}
    </Ask>
  );
}

const headingFor = (typed: string, exact: number, match: string | undefined) => {
  if (exact > 0) return "Or one of these";
  return match === "alike"
    ? `We did not find “${typed}”. Did you mean one of these?`
    : `Places with “${typed}” in their name`;
};

function NothingFound({ typed }: { typed: string }) {
  return (
    <Ask typed={typed}>
      <Callout title={`We found no place called “${typed}”`} tone="warning">
        <p>You could try one of these:</p>
        <ul className="list-disc pl-6">
          <li>check the spelling</li>
          <li>type the next bigger town or village</li>
          <li>type the name of your council</li>
          <li>
            choose your area from{" "}
            <a className="link" href={paths.leps}>
              the map of LEPs
            </a>
          </li>
        </ul>
        <p>We cover England only.</p>
      </Callout>
    </Ask>
  );
}

async function Answer({ districtId, typed, search }: { districtId: string; typed?: string; search?: string }) {
  const place = await placeAnswer(districtId);
  if (!place) notFound();
  const within = areaAroundInWords(place);
  const isWithin = typed !== undefined && typed !== place.name;
  return (
    <Page title={isWithin ? typed : place.name} lead={answerLead(place.name, place.covers)}>
      <p className="mb-4 text-muted">
        {isWithin ? `${typed} is in the district of ${place.name}, in ${within}.` : `A district in ${within}.`}{" "}
        <a className="link" href={paths.find}>
          Look for another place
        </a>
      </p>
      <PlaceAnswer {...place} />
      {search && <Others search={search} districtId={districtId} />}
    </Page>
  );
}

/** Other places that the same words may mean. */
async function Others({ search, districtId }: { search: string; districtId: string }) {
  const others = (await findPlaces(search)).filter((place) => place.districtId !== districtId);
  if (others.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-2xl">Not the place you meant?</h2>
      <FoundPlaces places={others} />
    </section>
  );
}
