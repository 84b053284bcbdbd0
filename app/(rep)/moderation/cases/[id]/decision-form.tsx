"use client";

import { useActionState } from "react";
import { deedButtons } from "@/components/moderation/action-labels";
import { MarkedText } from "@/components/moderation/marked-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, Select, TextArea } from "@/components/ui/field";
import type { Deed } from "@/prisma/generated/enums";
import type { DecisionState } from "./actions";

type Props = {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>;
  version: number;
  reasons: { value: string; label: string }[];
  deeds: Deed[];
  /** Other open cases with the same words. */
  alike: number;
};

const atOnce: Deed[] = ["publish", "agree"];
const pointing: Deed[] = ["return", "redact"];

/** Publish or agree with one press; all else with a reason, and a look at what the author will be told. */
export function DecisionForm({ action, version, reasons, deeds, alike }: Props) {
  const [state, post] = useActionState(action, { errors: {}, values: {}, told: null } as DecisionState);
  const { errors, values, told } = state;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const plain = deeds.filter((deed) => atOnce.includes(deed));
  const withReason = deeds.filter((deed) => !atOnce.includes(deed));
  return (
    <form action={post} noValidate id="decision">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      {told ? (
        <Preview told={told} values={values} />
      ) : (
        <>
          {alike > 0 && (
            <Checkboxes
              name="alike"
              legend="The same words were sent more than once"
              options={[
                { value: "yes", label: `Decide ${alike} other${alike === 1 ? "" : "s"} with the same words too` },
              ]}
              defaultValue={text("alike") ? ["yes"] : []}
            />
          )}
          {plain.map((deed) => (
            <p key={deed} className="mb-8">
              <Button name="deed" value={deed}>
                {deedButtons[deed]}
              </Button>
            </p>
          ))}
          {withReason.length > 0 && (
            <WithReason deeds={withReason} reasons={reasons} errors={errors} text={text} isOnly={plain.length === 0} />
          )}
        </>
      )}
    </form>
  );
}

type WithReasonProps = {
  deeds: Deed[];
  reasons: Props["reasons"];
  errors: DecisionState["errors"];
  text: (name: string) => string | undefined;
  isOnly: boolean;
};

function WithReason({ deeds, reasons, errors, text, isOnly }: WithReasonProps) {
  const wrong: Partial<Record<string, string>> = errors;
  const isSecond = deeds.includes("disagree");
  return (
    <>
      <input type="hidden" name="step" value="check" />
      <h2 className="mb-3 text-xl">
        {isOnly ? "Decide" : isSecond ? "Or say why not" : "Or don’t publish it as it is"}
      </h2>
      <Select
        key={text("reason")} // React resets a form after its action, and forgets what a list had chosen
        name="reason"
        label="Reason"
        hint={isSecond ? "What is right or wrong with the comment." : "The author is told this."}
        emptyLabel="Choose a reason"
        options={reasons}
        error={wrong.reason}
        defaultValue={text("reason")}
      />
      {deeds.some((deed) => pointing.includes(deed)) && (
        <TextArea
          name="words"
          label={deeds.includes("redact") ? "The words to mask" : "The words to change"}
          hint="As they stand in the comment, one place a line. Or mark them in the comment above."
          rows={2}
          error={wrong.words ?? wrong.spans}
          defaultValue={text("words")}
        />
      )}
      {!isSecond && (
        <TextArea
          name="toAuthor"
          label="Words to the author"
          hint="You can leave this empty. Up to 1,000 characters."
          rows={3}
          error={wrong.toAuthor}
          defaultValue={text("toAuthor")}
        />
      )}
      <TextArea
        name="note"
        label="A private note"
        hint="Only reps see it."
        rows={2}
        error={wrong.note}
        defaultValue={text("note")}
      />
      <p className="flex flex-wrap gap-3">
        {deeds.map((deed) => (
          <Button
            key={deed}
            kind={deed === "reject" || deed === "remove" ? "danger" : "secondary"}
            name="deed"
            value={deed}
          >
            {deedButtons[deed]}
          </Button>
        ))}
      </p>
    </>
  );
}

function Preview({ told, values }: { told: NonNullable<DecisionState["told"]>; values: DecisionState["values"] }) {
  const deed = String(Reflect.get(values, "deed") ?? "") as Deed;
  return (
    <section aria-labelledby="told-title">
      {Object.entries(values).map(([name, value]) =>
        name === "version" || typeof value !== "string" ? null : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <h2 id="told-title" className="mb-1 text-xl">
        What the author will be told
      </h2>
      <Callout title={told.title}>
        {told.why && <p>{told.why}</p>}
        {told.words && <p className="whitespace-pre-wrap">A rep wrote to you: {told.words}</p>}
        {told.marked.length > 0 && (
          <>
            <p>The words that it is about are marked:</p>
            <MarkedText parts={told.marked} />
          </>
        )}
        {told.next && <p>{told.next}</p>}
      </Callout>
      <p className="flex flex-wrap gap-3">
        <Button kind={deed === "reject" || deed === "remove" ? "danger" : "primary"} name="step" value="send">
          {`Send it: ${deedButtons[deed] ?? "decide"}`}
        </Button>
        <Button kind="secondary" name="step" value="change">
          Change something
        </Button>
      </p>
    </section>
  );
}
