import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Select } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { listSectors } from "@/lib/areas/reference-data.queries";
import { requireSignedIn } from "@/lib/auth/require-person";
import type { locationInput } from "@/lib/comments/comment.schema";
import { getOwnLocation } from "@/lib/comments/location.queries";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { paths } from "@/lib/routes";
import { listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import { sendLocation } from "./actions";

export const metadata: Metadata = { title: "Change where you work" };

export default async function PlacePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireSignedIn(paths.commentLocation(id));
  const comment = await getOwnLocation(person, id);
  if (!comment) notFound();
  const [districts, sectors] = await Promise.all([listStrategyDistricts(comment.strategyId), listSectors()]);
  const options = (items: { id: string; name: string }[]) =>
    items.map(({ id: value, name: label }) => ({ value, label }));
  return (
    <Page title="Change where you work" lead={`For your comment about ${comment.areaName}.`}>
      <ActionForm
        action={sendLocation.bind(null, { id })}
        defaults={
          { district: comment.districtId ?? "", sector: comment.sectorId ?? "" } satisfies StoredValues<
            typeof locationInput
          >
        }
      >
        <Select
          name="district"
          label="Where is your workplace?"
          hint="You do not have to answer."
          emptyLabel="Prefer not to say"
          options={options(districts)}
        />
        <Select
          name="sector"
          label="What kind of work is it?"
          hint="You do not have to answer."
          emptyLabel="Prefer not to say"
          options={options(sectors)}
        />
        <Button>Save</Button>
      </ActionForm>
      <p className="mt-6">
        <TextLink href={paths.myData}>Go back to your data</TextLink>
      </p>
    </Page>
  );
}
