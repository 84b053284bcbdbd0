import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { listSectors } from "@/lib/areas/reference-data.queries";
import { getPerson } from "@/lib/auth/current-session";
import { getOwnLocation } from "@/lib/comments/location.queries";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import { sendLocation } from "./actions";
import { LocationForm } from "./location-form";

export const metadata: Metadata = { title: "Put right where you work" };

export default async function PlacePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!isSignedIn(person)) redirect(`${paths.signIn}?to=${paths.commentLocation(id)}`);
  const comment = await getOwnLocation(person, id);
  if (!comment) notFound();
  const [districts, sectors] = await Promise.all([listStrategyDistricts(comment.strategyId), listSectors()]);
  const options = (items: { id: string; name: string }[]) =>
    items.map(({ id: value, name: label }) => ({ value, label }));
  return (
    <Page title="Put right where you work" lead={`For your comment on ${comment.areaName}.`}>
      <LocationForm
        action={sendLocation.bind(null, id)}
        districts={options(districts)}
        sectors={options(sectors)}
        district={comment.districtId ?? ""}
        sector={comment.sectorId ?? ""}
      />
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.myData}>
          Go back to your data
        </a>
      </p>
    </Page>
  );
}
