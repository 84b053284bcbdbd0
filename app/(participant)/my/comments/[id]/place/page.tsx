import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { getOwnPlace } from "@/lib/comments/location.queries";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listDistrictsOf, listSectors } from "@/lib/strategies/lep.queries";
import { sendPlace } from "./actions";
import { PlaceForm } from "./location-form";

export const metadata: Metadata = { title: "Put right where you work" };

export default async function PlacePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!isSignedIn(person)) redirect(`${paths.signIn}?to=${paths.myPlace(id)}`);
  const own = await getOwnPlace(person, id);
  if (!own) notFound();
  const [districts, sectors] = await Promise.all([listDistrictsOf(own.strategyId), listSectors()]);
  const options = (list: { id: string; name: string }[]) =>
    list.map(({ id: value, name: label }) => ({ value, label }));
  return (
    <Page title="Put right where you work" lead={`For your comment on ${own.areaName}.`}>
      <PlaceForm
        action={sendPlace.bind(null, id)}
        districts={options(districts)}
        sectors={options(sectors)}
        district={own.districtId ?? ""}
        sector={own.sectorId ?? ""}
      />
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.myData}>
          Go back to your data
        </a>
      </p>
    </Page>
  );
}
