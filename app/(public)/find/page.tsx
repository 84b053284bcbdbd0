import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PlaceList } from "@/components/areas/place-list";
import { PlaceSearchForm } from "@/components/areas/place-search-form";
import { DistrictStrategies } from "@/components/strategies/district-strategies";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { findPlaces } from "@/lib/areas/place.queries";
import { countyOrRegionPhrase } from "@/lib/areas/place.rules";
import { parsePlaceSearch } from "@/lib/areas/place.schema";
import { paths } from "@/lib/routes";
import { getDistrictView, haveSameStrategies } from "@/lib/strategies/district-strategy.queries";
import { strategyCountText } from "@/lib/strategies/district-strategy.rules";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Find your strategy" };

export default async function FindPage({ searchParams }: Props) {
  const input = parsePlaceSearch(await searchParams);
  switch (input.kind) {
    case "nothing":
      return <SearchPage />;
    case "postcode":
      return (
        <SearchPage>
          <Callout title="This looks like a postcode">
            <p>We do not use postcodes, because yours could identify you.</p>
            <p>Type the name of the town, village or district where you work.</p>
          </Callout>
        </SearchPage>
      );
    case "name":
      return <NameResults {...input} />;
    case "district":
      return <DistrictPage districtId={input.id} />;
  }
}

function SearchPage({ text, children }: { text?: string; children?: ReactNode }) {
  return (
    <Page title="Find your strategy">
      {children}
      <PlaceSearchForm defaultValue={text} />
    </Page>
  );
}

async function NameResults({ text, search }: { text: string; search: string }) {
  const places = await findPlaces(search);
  const exact = places.filter(({ match }) => match === "exact");
  const [onlyMatch] = exact;
  if (onlyMatch && exact.length === 1)
    return <DistrictPage districtId={onlyMatch.districtId} placeName={onlyMatch.name} search={search} />;
  if (places.length === 0) return <NoResults text={text} />;
  // no question where every answer leads to the same
  if (onlyMatch && (await haveSameStrategies(exact.map(({ districtId }) => districtId))))
    return <DistrictPage districtId={onlyMatch.districtId} placeName={onlyMatch.name} within={exact} search={search} />;
  const otherMatches = places.filter(({ match }) => match !== "exact");
  return (
    <SearchPage text={text}>
      {exact.length > 0 && (
        <section className="mb-8">
          <h2 className="text-2xl">Which {exact[0]?.name} do you mean?</h2>
          <PlaceList places={exact} />
        </section>
      )}
      {otherMatches.length > 0 && (
        <section className="mb-8">
          <h2 className="text-2xl">{headingFor(text, exact.length, otherMatches[0]?.match)}</h2>
          <PlaceList places={otherMatches} />
        </section>
      )}
    </SearchPage>
  );
}

type Area = { name: string; county: string | null; region: string };

/** @param within the districts that the place is in, where it is in several with the same strategies */
function locationSentence(district: Area, placeName: string | undefined, within: { district: string }[]): string {
  const area = countyOrRegionPhrase(district);
  if (within.length > 1) {
    const [names, rest] = [within.slice(0, 3).map((each) => each.district), Math.max(0, within.length - 3)];
    const all = new Intl.ListFormat("en-GB").format(rest > 0 ? [...names, `${rest} more`] : names);
    return `${placeName} is in ${within.length} districts: ${all}. The same strategies cover all of them.`;
  }
  if (placeName === undefined || placeName === district.name) return `A district in ${area}.`;
  return `${placeName} is in the district of ${district.name}, in ${area}.`;
}

const headingFor = (text: string, exact: number, match: string | undefined) => {
  if (exact > 0) return "Other matches";
  return match === "similar"
    ? `We could not find “${text}”. Did you mean one of these?`
    : `Places with “${text}” in their name`;
};

function NoResults({ text }: { text: string }) {
  return (
    <SearchPage text={text}>
      <Callout title={`We could not find a place called “${text}”`} tone="warning">
        <p>You can:</p>
        <ul className="list-disc pl-6">
          <li>check the spelling</li>
          <li>enter the nearest larger town or village</li>
          <li>enter the name of your council</li>
          <li>
            choose your area from{" "}
            <a className="link" href={paths.leps}>
              the map of LEPs
            </a>
          </li>
        </ul>
        <p>We only cover England.</p>
      </Callout>
    </SearchPage>
  );
}

async function DistrictPage({
  districtId,
  placeName,
  within = [],
  search,
}: {
  districtId: string;
  placeName?: string;
  /** The districts that the place is in, where it is in several with the same strategies. */
  within?: { districtId: string; district: string }[];
  search?: string;
}) {
  const place = await getDistrictView(districtId);
  if (!place) notFound();
  const name = within.length > 0 ? (placeName ?? place.name) : place.name;
  return (
    <Page title={placeName ?? place.name} lead={strategyCountText(name, place.strategies)}>
      <p className="mb-4 text-muted">
        {locationSentence(place, placeName, within)}{" "}
        <a className="link" href={paths.find}>
          Search for another place
        </a>
      </p>
      <DistrictStrategies {...place} name={name} />
      <script
        src="/browser/remember-place.js"
        data-districts={[...new Set([districtId, ...within.map((each) => each.districtId)])].join(" ")}
        defer
      />
      {search && <OtherPlaces search={search} shown={[districtId, ...within.map((each) => each.districtId)]} />}
    </Page>
  );
}

/** Other places that match the search. */
async function OtherPlaces({ search, shown }: { search: string; shown: string[] }) {
  const others = (await findPlaces(search)).filter((place) => !shown.includes(place.districtId));
  if (others.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-2xl">Not the right place?</h2>
      <PlaceList places={others} />
    </section>
  );
}
