import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Select, TextField } from "@/components/forms/fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { listStrategies } from "@/lib/strategies/strategy.queries";
import { listOwnResponses, listOwnUnions, type OwnResponse } from "@/lib/unions/responses/response-draft.queries";
import { startResponseAction } from "./actions";

export const metadata: Metadata = { title: "For your union" };

export default async function UnionsPage() {
  const person = await getPerson();
  const unions = person.accountId ? await listOwnUnions(person) : [];
  const isRep = rolesOf(person).includes("rep");
  if (unions.length === 0) return <UnionIntroduction isSignedIn={person.accountId !== null} isRep={isRep} />;
  const [responses, strategies] = await Promise.all([listOwnResponses(person), listStrategies()]);
  const open = strategies.filter((strategy) => !whyCannotComment(strategy, new Date()));
  return (
    <Page title="For your union" lead="Respond to a strategy for your members, with your colleagues.">
      <p className="mb-6">
        <TextLink href={paths.meetings}>Meetings and paper forms</TextLink>
        {rolesOf(person).includes("union_officer") && (
          <TextLink className="ml-6" href={paths.moderationModes}>
            When reps read comments
          </TextLink>
        )}
      </p>
      {responses.length > 0 && (
        <section aria-labelledby="own" className="mb-10">
          <h2 id="own" className="mb-2 text-2xl">
            Your union’s responses
          </h2>
          <ul>
            {responses.map((response) => (
              <OwnResponseItem key={response.id} {...response} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="start">
        <h2 id="start" className="mb-4 text-2xl">
          Start a response
        </h2>
        <ActionForm action={startResponseAction} defaults={{ union: unions.length === 1 ? (unions[0]?.id ?? "") : "" }}>
          <Select
            name="strategy"
            label="Strategy"
            emptyLabel="Choose a strategy"
            options={open.map(({ id, areaName }) => ({ value: id, label: areaName }))}
          />
          <Select
            name="union"
            label="Your union"
            emptyLabel="Choose your union"
            options={unions.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="branch" label="Branch" hint="Leave this blank if the whole union is responding." />
          <Button>Start or open the response</Button>
        </ActionForm>
      </section>
    </Page>
  );
}

/** What unions can do here, for visitors without a union role. Reps get a link to their meetings. */
function UnionIntroduction({ isSignedIn, isRep }: { isSignedIn: boolean; isRep: boolean }) {
  return (
    <Page title="For unions" lead="Add what your members say, and say who you speak for.">
      <ul className="measure mb-6 list-disc space-y-2 pl-6">
        <li>Respond to a strategy for your members, saying how many you asked and what the minority said.</li>
        <li>Record comments from a meeting or paper forms, and give each person a slip to come back with.</li>
        <li>Print a form and a poster for each strategy.</li>
        <li>Read comments before they are published, as a rep.</li>
      </ul>
      {isRep && (
        <p className="mb-6">
          <ButtonLink href={paths.meetings}>Meetings and paper forms</ButtonLink>
        </p>
      )}
      {isSignedIn ? (
        !isRep && (
          <p className="measure">
            Your account does not have a union role yet. Your union can ask the people who run this service to add one.
          </p>
        )
      ) : (
        <>
          <p className="measure mb-4">If you have a role in your union here, sign in.</p>
          <ButtonLink href={`${paths.signIn}?to=${paths.unions}`}>Sign in</ButtonLink>
        </>
      )}
    </Page>
  );
}

function OwnResponseItem({ id, areaName, unionName, branch, revision }: OwnResponse) {
  return (
    <li className="flex flex-wrap items-center gap-3 border-line border-t py-2">
      <TextLink href={paths.responseDraft(id)}>
        {areaName}: {unionName}
        {branch && `, ${branch}`}
      </TextLink>
      {revision > 0 ? <Tag tone="good">Published</Tag> : <Tag>Draft</Tag>}
    </li>
  );
}
