import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { whyClosed } from "@/lib/comments/policy";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";
import { listStrategies } from "@/lib/strategies/queries";
import { getOwnUnions, listOwnResponses, type OwnResponse } from "@/lib/unions/responses/queries";
import { start } from "./actions";
import { StartForm } from "./start-form";

export const metadata: Metadata = { title: "For your union" };

export default async function UnionsPage() {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.unions}`);
  const unions = await getOwnUnions(person);
  if (unions.length === 0) notFound();
  const [responses, strategies] = await Promise.all([listOwnResponses(person), listStrategies()]);
  const open = strategies.filter((strategy) => !whyClosed(strategy, new Date()));
  return (
    <Page title="For your union" lead="Answer a strategy for your members, together with your colleagues.">
      <p className="mb-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.meetings}>
          Meetings and paper forms
        </a>
      </p>
      {responses.length > 0 && (
        <section aria-labelledby="own" className="mb-10">
          <h2 id="own" className="mb-2 text-2xl">
            Your union’s answers
          </h2>
          <ul>
            {responses.map((response) => (
              <Own key={response.id} {...response} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="start">
        <h2 id="start" className="mb-4 text-2xl">
          Start one
        </h2>
        <StartForm
          action={start}
          strategies={open.map(({ id, areaName }) => ({ value: id, label: areaName }))}
          unions={unions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </section>
    </Page>
  );
}

function Own({ id, areaName, unionName, branch, revision }: OwnResponse) {
  return (
    <li className="flex flex-wrap items-center gap-3 border-line border-t py-2">
      <a className="link inline-flex min-h-11 items-center" href={paths.draft(id)}>
        {areaName}: {unionName}
        {branch && `, ${branch}`}
      </a>
      {revision > 0 ? <Tag tone="good">Published</Tag> : <Tag>Draft</Tag>}
    </li>
  );
}
