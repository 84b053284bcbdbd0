import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { listLeadBodyOptions, listStrategyKindOptions } from "@/lib/strategies/creation.queries";
import { CreateStrategyForm } from "./create-form";

export const metadata: Metadata = { title: "Begin a new strategy" };

export default async function NewStrategyPage() {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.newStrategy}`);
  const [leads, kinds] = await Promise.all([listLeadBodyOptions(person), listStrategyKindOptions()]);
  if (leads.length === 0) notFound();
  return (
    <Page title="Begin a new strategy" lead="Nobody else sees it until it is checked and opened.">
      <CreateStrategyForm leads={leads} kinds={kinds} />
    </Page>
  );
}
