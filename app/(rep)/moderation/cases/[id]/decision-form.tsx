import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes, HiddenField, type Option, Select, TextArea } from "@/components/forms/fields";
import { FormStep, ResultSegments, ResultText, WhenResult } from "@/components/forms/form-result";
import { CarriedValues } from "@/components/forms/typed-values";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { FormAction } from "@/lib/forms/form-state";
import { actionButton } from "@/lib/moderation/decisions/action-text.rules";
import type { ModerationAction } from "@/prisma/generated/enums";

type Props = {
  action: FormAction;
  version: number;
  /** The query of the queue that the rep works through; left out where they came from elsewhere. */
  queue?: string;
  reasons: Option[];
  actions: ModerationAction[];
  /** Whether the comment waits for this decision. */
  isHeld: boolean;
  /** Whether another rep has decided: this one decides as if nobody had. */
  isSecondLook: boolean;
  /** Other open cases with the same text. */
  duplicateCount: number;
  /** Whether the author may be in danger. */
  canOfferHelp: boolean;
};

const actionsWithoutReason: ModerationAction[] = ["publish", "agree"];
const actionsWithPhrases: ModerationAction[] = ["return", "redact"];
const secondLookButtons: Partial<Record<ModerationAction, string>> = {
  publish: "I would publish it",
  reject: "I would not publish it",
};
const dangerousActions: ModerationAction[] = ["reject", "remove"];

function buttonKind(choice: ModerationAction) {
  if (dangerousActions.includes(choice)) return "danger";
  return actionsWithoutReason.includes(choice) ? "primary" : "secondary";
}

/**
 * Publishes or agrees at one press; any other action takes a reason, and shows first what the author will be sent. All
 * actions are in one bar.
 */
export function DecisionForm(props: Props) {
  const { action, version, queue, reasons, actions, isHeld, isSecondLook, duplicateCount, canOfferHelp } = props;
  const buttonText = (choice: ModerationAction) =>
    isSecondLook ? secondLookButtons[choice] : actionButton(choice, isHeld);
  const immediate = actions.filter((choice) => actionsWithoutReason.includes(choice));
  const withReason = actions.filter((choice) => !actionsWithoutReason.includes(choice));
  return (
    <ActionForm action={action}>
      <HiddenField name="version" value={version} />
      {queue !== undefined && <HiddenField name="queue" value={queue} />}
      <FormStep name="">
        {duplicateCount > 0 && (
          <Checkboxes
            name="duplicates"
            legend="The same text was sent more than once"
            options={[
              {
                value: "yes",
                label: `Decide ${duplicateCount} other${duplicateCount === 1 ? "" : "s"} with the same text too`,
              },
            ]}
          />
        )}
        {withReason.length > 0 && (
          <ReasonFields
            actions={withReason}
            reasons={reasons}
            isOnlyGroup={immediate.length === 0}
            isSecondLook={isSecondLook}
          />
        )}
        {canOfferHelp && (
          <Checkboxes
            name="help"
            legend="Offer help"
            options={[{ value: "yes", label: "Send the author a message that says where to find help" }]}
          />
        )}
        {/* in sight on a phone too, unless the screen is so low that it would hide the rest */}
        <div className="action-bar bottom-0 z-10 flex flex-wrap gap-x-3 gap-y-2 border-line border-t bg-paper py-2 [@media(min-height:30rem)]:sticky max-sm:[@media(min-height:30rem)]:fixed max-sm:[@media(min-height:30rem)]:inset-x-0 max-sm:[@media(min-height:30rem)]:px-4 max-sm:grid max-sm:grid-cols-2 max-sm:[&_button]:px-2">
          {[...immediate, ...withReason].map((choice) => (
            <Button key={choice} kind={buttonKind(choice)} name="decision" value={choice}>
              {buttonText(choice)}
            </Button>
          ))}
        </div>
      </FormStep>
      {withReason.map((choice) => (
        <FormStep key={choice} name={choice}>
          <Preview choice={choice} button={buttonText(choice) ?? ""} />
        </FormStep>
      ))}
    </ActionForm>
  );
}

type ReasonFieldsProps = Pick<Props, "actions" | "reasons" | "isSecondLook"> & {
  isOnlyGroup: boolean;
};

function ReasonFields({ actions, reasons, isOnlyGroup, isSecondLook }: ReasonFieldsProps) {
  const canRedact = actions.includes("redact");
  return (
    <>
      <input type="hidden" name="step" value="check" />
      <h2 className="mb-3 text-xl">
        {isOnlyGroup ? "Decide" : isSecondLook ? "If you would not publish it" : "If you do not publish it unchanged"}
      </h2>
      <Select
        name="reason"
        label="Reason"
        hint={isSecondLook ? "What is wrong with the comment." : "The author will see this."}
        emptyLabel="Choose a reason"
        options={reasons}
      />
      {actions.some((choice) => actionsWithPhrases.includes(choice)) && (
        <TextArea
          name="phrases"
          label={phrasesLabel(canRedact, actions.includes("return"))}
          hint="Exactly as in the comment, one per line. Or mark it in the comment above."
          rows={2}
        />
      )}
      {!isSecondLook && (
        <TextArea
          name="toAuthor"
          label="Message to the author"
          hint="You can leave this blank. Up to 1,000 characters."
          rows={3}
        />
      )}
      <TextArea name="note" label="Private note" hint="Only reps can see this." rows={2} />
    </>
  );
}

const phrasesLabel = (canRedact: boolean, canReturn: boolean): string =>
  canRedact && canReturn ? "Text to mask or to change" : canRedact ? "Text to mask" : "Text to change";

/** What the author will be sent; the typed values travel on in hidden fields. */
function Preview({ choice, button }: { choice: ModerationAction; button: string }) {
  return (
    <section aria-labelledby="preview-title">
      <CarriedValues names={["duplicates", "help", "decision", "reason", "phrases", "toAuthor", "note"]} />
      <h2 id="preview-title" className="mb-1 text-xl">
        What the author will see
      </h2>
      <Callout title={<ResultText name="title" />}>
        <WhenResult name="reasonText">
          <p>
            <ResultText name="reasonText" />
          </p>
        </WhenResult>
        <WhenResult name="message">
          <p className="whitespace-pre-wrap">
            The rep’s message: <ResultText name="message" />
          </p>
        </WhenResult>
        <WhenResult name="segments">
          <p>The text it is about is marked:</p>
          <p className="measure mb-4 whitespace-pre-wrap break-words" dir="auto">
            <ResultSegments name="segments" />
          </p>
        </WhenResult>
        <WhenResult name="nextStep">
          <p>
            <ResultText name="nextStep" />
          </p>
        </WhenResult>
      </Callout>
      <p className="flex flex-wrap gap-3">
        <Button kind={dangerousActions.includes(choice) ? "danger" : "primary"} name="step" value="send">
          {`Confirm: ${button}`}
        </Button>
        <Button kind="secondary" name="step" value="change">
          Change it
        </Button>
      </p>
    </section>
  );
}
