import type { Metadata } from "next";
import { Select } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireRole } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { listLeps } from "@/lib/strategies/lep.queries";
import { Comparison } from "./comparison";

export const metadata: Metadata = { title: "Compare two bodies" };

type Props = { searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

export default async function ComparePage({ searchParams }: Props) {
  await requireRole("officer", paths.compare);
  const query = await searchParams;
  const leps = await listLeps();
  const [a, b] = [query.a, query.b].map((id) => leps.find((lep) => lep.id === id));
  const options = leps.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page title="Compare two bodies" lead="Compare the comments and the areas." wide>
      <form action={paths.compare} className="measure">
        <Select name="a" label="One body" options={options} emptyLabel="Choose one" defaultValue={a?.id} />
        <Select name="b" label="The other body" options={options} emptyLabel="Choose one" defaultValue={b?.id} />
        <Button kind="secondary">Compare</Button>
      </form>
      {a && b && <Comparison a={a} b={b} />}
    </Page>
  );
}
