import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { Select, TextArea, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { correctsFor } from "@/lib/strategies/facts/fact-correction.policy";
import { getFactArea, listOwnCorrections } from "@/lib/strategies/facts/fact-correction.queries";
import { correctionStates, topicOptions } from "@/lib/strategies/facts/fact-correction.rules";
import { maxCorrectionLength } from "@/lib/strategies/facts/fact-correction.schema";
import { sendCorrection } from "./actions";

export const metadata: Metadata = { title: "Correct a fact" };

/** Where a body or a union reports that a fact about an area is wrong or missing. */
export default async function CorrectFactPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.correctFact(slug));
  const area = await getFactArea(slug);
  if (!area || !correctsFor(person, area.bodyIds)) notFound();
  const own = await listOwnCorrections(person, slug);
  return (
    <Page
      title="Correct a fact"
      lead={`Tell us what is wrong or missing about ${area.title}. An admin checks it. If it is right, the page shows it with the name of your body or union, not your name.`}
    >
      <ActionForm action={sendCorrection.bind(null, { slug })}>
        <Select name="topic" label="What is it about?" options={topicOptions} emptyLabel="Choose" />
        <TextArea
          name="text"
          label="What is right?"
          hint="Write it as people should read it. Do not name private persons."
          rows={5}
          maxLength={maxCorrectionLength}
        />
        <WritingHelp field="text" />
        <TextField
          name="source"
          label="Web address where we can check it (optional)"
          inputMode="text"
          spellCheck={false}
          autoComplete="off"
        />
        <Button>Send correction</Button>
      </ActionForm>
      {own.length > 0 && (
        <section aria-labelledby="sent" className="mt-10">
          <h2 id="sent" className="mb-3 text-2xl">
            What you sent
          </h2>
          <ul>
            {own.map(({ id, text, state, reply }) => (
              <li key={id} className="border-line border-t py-3">
                <Tag>{correctionStates[state]}</Tag>
                <p className="whitespace-pre-line break-words" dir="auto">
                  {text}
                </p>
                {reply && (
                  <p className="break-words text-muted" dir="auto">
                    {reply}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
