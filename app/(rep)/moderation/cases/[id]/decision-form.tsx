"use client";

import { useActionState } from "react";
import { actionButtonLabels } from "@/components/moderation/action-labels";
import { MarkedText } from "@/components/moderation/marked-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, Select, TextArea } from "@/components/ui/field";
import type { ModerationAction } from "@/prisma/generated/enums";
import type { DecisionState } from "./actions";

type Props = {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>;
  version: number;
  reasons: { value: string; label: string }[];
  actions: ModerationAction[];
  /** Other open cases with the same words. */
  duplicateCount: number;
};

const actionsWithoutReason: ModerationAction[] = ["publish", "agree"];
const actionsWithPhrases: ModerationAction[] = ["return", "redact"];

/** Publish or agree with one press; all else with a reason, and a look at what the author will be told. */
export function DecisionForm({ action, version, reasons, actions, duplicateCount }: Props) {
  const [state, post] = useActionState(action, { errors: {}, values: {}, preview: null } as DecisionState);
  const { errors, values, preview } = state;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const immediate = actions.filter((choice) => actionsWithoutReason.includes(choice));
  const withReason = actions.filter((choice) => !actionsWithoutReason.includes(choice));
  return (
    <form action={post} noValidate id="decision">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      {preview ? (
        <Preview preview={preview} values={values} />
      ) : (
        <>
          {duplicateCount > 0 && (
            <Checkboxes
              name="duplicates"
              legend="The same words were sent more than once"
              options={[
                {
                  value: "yes",
                  label: `Decide ${duplicateCount} other${duplicateCount === 1 ? "" : "s"} with the same words too`,
                },
              ]}
              defaultValue={text("duplicates") ? ["yes"] : []}
            />
          )}
          {immediate.map((choice) => (
            <p key={choice} className="mb-8">
              <Button name="decision" value={choice}>
                {actionButtonLabels[choice]}
              </Button>
            </p>
          ))}
          {withReason.length > 0 && (
            <ReasonFields
              actions={withReason}
              reasons={reasons}
              errors={errors}
              text={text}
              isOnlyGroup={immediate.length === 0}
            />
          )}
        </>
      )}
    </form>
  );
}

type ReasonFieldsProps = {
  actions: ModerationAction[];
  reasons: Props["reasons"];
  errors: DecisionState["errors"];
  text: (name: string) => string | undefined;
  isOnlyGroup: boolean;
};

function ReasonFields({ actions, reasons, errors, text, isOnlyGroup }: ReasonFieldsProps) {
  const errorByField: Partial<Record<string, string>> = errors;
  const isSecondLook = actions.includes("disagree");
  return (
    <>
      <input type="hidden" name="step" value="check" />
      <h2 className="mb-3 text-xl">
        {isOnlyGroup ? "Decide" : isSecondLook ? "Or say why not" : "Or don’t publish it as it is"}
      </h2>
      <Select
        key={text("reason")} // React resets a form after its action, and forgets what a list had chosen
        name="reason"
        label="Reason"
        hint={isSecondLook ? "What is right or wrong with the comment." : "The author is told this."}
        emptyLabel="Choose a reason"
        options={reasons}
        error={errorByField.reason}
        defaultValue={text("reason")}
      />
      {actions.some((choice) => actionsWithPhrases.includes(choice)) && (
        <TextArea
          name="phrases"
          label={actions.includes("redact") ? "The words to mask" : "The words to change"}
          hint="As they stand in the comment, one place a line. Or mark them in the comment above."
          rows={2}
          error={errorByField.phrases ?? errorByField.spans}
          defaultValue={text("phrases")}
        />
      )}
      {!isSecondLook && (
        <TextArea
          name="toAuthor"
          label="Words to the author"
          hint="You can leave this empty. Up to 1,000 characters."
          rows={3}
          error={errorByField.toAuthor}
          defaultValue={text("toAuthor")}
        />
      )}
      <TextArea
        name="note"
        label="A private note"
        hint="Only reps see it."
        rows={2}
        error={errorByField.note}
        defaultValue={text("note")}
      />
      <p className="flex flex-wrap gap-3">
        {actions.map((choice) => (
          <Button
            key={choice}
            kind={choice === "reject" || choice === "remove" ? "danger" : "secondary"}
            name="decision"
            value={choice}
          >
            {actionButtonLabels[choice]}
          </Button>
        ))}
      </p>
    </>
  );
}

function Preview({
  preview,
  values,
}: {
  preview: NonNullable<DecisionState["preview"]>;
  values: DecisionState["values"];
}) {
  const choice = String(Reflect.get(values, "decision") ?? "") as ModerationAction;
  return (
    <section aria-labelledby="preview-title">
      {Object.entries(values).map(([name, value]) =>
        name === "version" || typeof value !== "string" ? null : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <h2 id="preview-title" className="mb-1 text-xl">
        What the author will be told
      </h2>
      <Callout title={preview.title}>
        {preview.reasonText && <p>{preview.reasonText}</p>}
        {preview.message && <p className="whitespace-pre-wrap">A rep wrote to you: {preview.message}</p>}
        {preview.segments.length > 0 && (
          <>
            <p>The words that it is about are marked:</p>
            <MarkedText parts={preview.segments} />
          </>
        )}
        {preview.nextStep && <p>{preview.nextStep}</p>}
      </Callout>
      <p className="flex flex-wrap gap-3">
        <Button kind={choice === "reject" || choice === "remove" ? "danger" : "primary"} name="step" value="send">
          {`Send it: ${actionButtonLabels[choice] ?? "decide"}`}
        </Button>
        <Button kind="secondary" name="step" value="change">
          Change something
        </Button>
      </p>
    </section>
  );
}
