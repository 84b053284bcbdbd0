import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Select, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { listLeadBodyOptions, listStrategyKindOptions } from "@/lib/strategies/creation.queries";
import { createStrategyAction } from "./actions";

export const metadata: Metadata = { title: "Begin a new strategy" };

export default async function NewStrategyPage() {
  const person = await requireAccount(paths.newStrategy);
  const [leads, kinds] = await Promise.all([listLeadBodyOptions(person), listStrategyKindOptions()]);
  if (leads.length === 0) notFound();
  return (
    <Page title="Begin a new strategy" lead="Nobody else sees it until it is checked and opened.">
      <ActionForm action={createStrategyAction}>
        <Select
          name="body"
          label="Who leads it"
          hint="It covers the districts of this body."
          emptyLabel="Choose one"
          options={leads}
          defaultValue={onlyValue(leads)}
        />
        <Select
          name="kind"
          label="What kind of strategy it is"
          emptyLabel="Choose one"
          options={kinds}
          defaultValue={onlyValue(kinds)}
        />
        <TextField
          name="areaName"
          label="Its area"
          hint="As people there call it, for example “Kent and Medway”. Its address is made of this."
        />
        <Button>Begin</Button>
      </ActionForm>
    </Page>
  );
}

const onlyValue = (options: { value: string }[]) => (options.length === 1 ? options[0]?.value : undefined);
