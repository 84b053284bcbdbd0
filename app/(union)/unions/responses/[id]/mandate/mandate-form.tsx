"use client";

import { useActionState } from "react";
import type { DraftFormState } from "@/app/(union)/unions/responses/[id]/draft-form-state";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radios, TextArea, TextField } from "@/components/ui/field";
import { SideBySideTexts } from "@/components/unions/side-by-side-texts";
import { emptyFormState } from "@/lib/forms/form-state";

type Props = {
  action: (state: DraftFormState, form: FormData) => Promise<DraftFormState>;
  version: number;
  methods: { value: string; label: string }[];
  defaults: Partial<Record<string, string>>;
};

/** Whom it covers, how many were asked and took part, how, when, and what the minority said. */
export function MandateForm({ action, version, methods, defaults }: Props) {
  const [{ errors, values, conflict }, post] = useActionState(action, emptyFormState as DraftFormState);
  const field = (name: string) => {
    const submitted = values[name];
    return { name, error: errors[name], defaultValue: typeof submitted === "string" ? submitted : defaults[name] };
  };
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      {conflict && <SideBySideTexts {...conflict} />}
      {/* what was read, also after an error: never a newer text that nobody has seen */}
      <input type="hidden" name="version" value={conflict?.version ?? String(values.version ?? version)} />
      <TextArea {...field("covers")} label="Whom does it cover?" hint="Which members, and where." rows={3} />
      <TextField {...field("asked")} label="How many members were asked?" inputMode="numeric" />
      <TextField {...field("tookPart")} label="How many took part?" inputMode="numeric" />
      <Radios {...field("method")} legend="How were they asked?" options={methods} />
      <TextField {...field("from")} label="When did asking begin?" hint="For example 2026-03-02" type="date" />
      <TextField {...field("to")} label="When did it end?" hint="For example 2026-03-20" type="date" />
      <TextArea
        {...field("minority")}
        label="What did the minority say?"
        hint="Those who saw it another way, in fair words. If nobody did, say that."
        rows={4}
      />
      <Button>Save</Button>
    </form>
  );
}
