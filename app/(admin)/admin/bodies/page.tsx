import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { listKinds } from "@/lib/areas/body.queries";
import { requireAccount } from "@/lib/auth/require-person";
import { formatNumber } from "@/lib/numbers";
import { isAdmin } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { submitBody, submitBodyKind, submitStrategyKind } from "./actions";
import { BodyForm, KindForm } from "./forms";

export const metadata: Metadata = { title: "Bodies and kinds of strategy" };

export default async function BodiesPage() {
  const person = await requireAccount(paths.bodies);
  if (!isAdmin(person)) notFound();
  const { bodyKinds, strategyKinds } = await listKinds();
  return (
    <Page
      title="Bodies and kinds of strategy"
      lead="Add a council that has taken over an LEP’s work, a new mayoral authority or a new kind of strategy, so that it can lead a strategy."
    >
      <p>
        <TextLink href={paths.newStrategy}>Start a strategy</TextLink>
      </p>
      <Table
        caption="Kinds of body"
        head={["Kind", "Name on pages", { text: "Bodies", numeric: true }]}
        rows={bodyKinds.map(({ name, short, bodies }) => [name, `… ${short}`, formatNumber(bodies)])}
      />
      <Table
        caption="Kinds of strategy"
        head={["Kind", "Plural", { text: "Strategies", numeric: true }]}
        rows={strategyKinds.map(({ name, plural, strategies }) => [name, plural, formatNumber(strategies)])}
      />
      <BodyForm action={submitBody} kinds={bodyKinds.map(({ id, name }) => ({ value: id, label: name }))} />
      <KindForm
        action={submitBodyKind}
        id="body-kind"
        title="Add a kind of body"
        example="For example, “County council”, “County councils”, and “County Council” after “Kent”."
      />
      <KindForm
        action={submitStrategyKind}
        id="strategy-kind"
        title="Add a kind of strategy"
        example="For example, “Local Growth Plan”, “Local Growth Plans”, “plan”."
      />
    </Page>
  );
}
