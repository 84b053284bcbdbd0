import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Select, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { listOwnLeadBodies, listStrategyKinds } from "@/lib/strategies/creation.queries";
import { createStrategyAction } from "./actions";

export const metadata: Metadata = { title: "Start a new strategy" };

export default async function NewStrategyPage() {
  const person = await requireAccount(paths.newStrategy);
  const [leads, kinds] = await Promise.all([listOwnLeadBodies(person), listStrategyKinds()]);
  if (leads.length === 0) notFound();
  return (
    <Page title="Start a new strategy" lead="Nobody else can see it until it is checked and opened.">
      <ActionForm action={createStrategyAction}>
        <Select
          name="body"
          label="Who leads it"
          hint="It covers the districts of this body."
          emptyLabel="Choose one"
          {...optionsOf(leads)}
        />
        <Select name="kind" label="What kind of strategy it is" emptyLabel="Choose one" {...optionsOf(kinds)} />
        <TextField
          name="areaName"
          label="Area"
          hint="The name local people use, for example “Kent and Medway”. We use it in the web address."
        />
        <Button>Start</Button>
      </ActionForm>
    </Page>
  );
}

/** Where there is only one to choose, it is chosen. */
const optionsOf = (items: { id: string; name: string }[]) => ({
  options: items.map(({ id, name }) => ({ value: id, label: name })),
  defaultValue: items.length === 1 ? items[0]?.id : undefined,
});
