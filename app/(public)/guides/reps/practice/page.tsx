import type { Metadata } from "next";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { singleParams } from "@/lib/forms/query-params";
import { actionButton } from "@/lib/moderation/decisions/action-text.rules";
import { type PracticeAction, practiceActions, practiceCases } from "@/lib/moderation/decisions/practice.rules";
import { paths } from "@/lib/routes";
import { PracticeAnswer, PracticeText } from "./practice-case";

export const metadata: Metadata = { title: "Practice queue" };

type Props = { searchParams: Promise<{ comment?: string | string[]; decision?: string | string[] }> };

/** One made-up comment at a time: choose, then compare with what the rules lead to. Nothing is stored. */
export default async function PracticePage({ searchParams }: Props) {
  const { comment, decision } = singleParams(await searchParams);
  const number = Math.min(Math.max(1, Math.trunc(Number(comment)) || 1), practiceCases.length);
  const shown = practiceCases[number - 1];
  if (!shown) return null;
  const choice = practiceActions.find((action) => action === decision);
  const next = number + 1;
  return (
    <Page
      title={`Practice comment ${number} of ${practiceCases.length}`}
      lead="Nobody sent this comment. What you choose changes nothing, and we do not store it."
    >
      <PracticeText text={shown.text} />
      {choice ? (
        <>
          <p className="mt-6 font-semibold">{verdict(choice, shown.action, shown.alsoFine)}</p>
          <PracticeAnswer {...shown} />
          {next <= practiceCases.length ? (
            <ButtonLink href={`${paths.practice}?comment=${next}`}>Next comment</ButtonLink>
          ) : (
            <p>That was the last one. You are ready for the queue.</p>
          )}
        </>
      ) : (
        <form method="get" action={paths.practice} className="mt-6">
          <input type="hidden" name="comment" value={number} />
          <fieldset>
            <legend className="mb-3 font-semibold">What would you do?</legend>
            <div className="flex flex-wrap gap-3">
              {practiceActions.map((action) => (
                <Button key={action} kind="secondary" name="decision" value={action}>
                  {actionButton(action, true)}
                </Button>
              ))}
            </div>
          </fieldset>
        </form>
      )}
      <p className="mt-8">
        <TextLink href={paths.repGuide}>Guide for reps</TextLink>
      </p>
    </Page>
  );
}

function verdict(choice: PracticeAction, best: PracticeAction, alsoFine: PracticeAction[] = []): string {
  const chosen = `You chose “${actionButton(choice, true)}”.`;
  if (choice === best) return `${chosen} The rules lead there too.`;
  return alsoFine.includes(choice) ? `${chosen} That is fair too.` : `${chosen} The rules lead to something else.`;
}
