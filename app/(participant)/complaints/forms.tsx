import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, TextArea, TextField } from "@/components/forms/fields";
import { ResultText, UntilResult, WhenResult } from "@/components/forms/form-result";
import { ComplaintCard } from "@/components/people/complaint-card";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { maxComplaintLength } from "@/lib/people/complaints/complaint.schema";
import { newFormId } from "@/lib/security/encryption";
import { findComplaintAction, sendComplaint } from "./actions";

export function ComplaintForm() {
  return (
    <ActionForm action={sendComplaint}>
      <WhenResult name="dueOn">
        <Callout tone="good" title="We have your complaint">
          <p>
            Whoever runs this service must answer by <ResultText name="dueOn" />.
          </p>
          <WhenResult name="code">
            <p>Come back to this page with this code to read the answer. We show it only now:</p>
            <p
              id="complaint-code"
              className="rounded-md border-2 border-edge bg-card p-4 text-center font-mono text-xl"
            >
              <ResultText name="code" />
            </p>
          </WhenResult>
          <WhenResult name="isSignedIn">
            <p>
              Come back to this page to read the answer. If you signed in by e-mail, we send you a mail when it is
              there.
            </p>
          </WhenResult>
        </Callout>
      </WhenResult>
      <UntilResult>
        <HiddenField name="formId" value={newFormId()} isRetained />
        <TextArea
          name="text"
          label="What is wrong?"
          hint="If it is about one comment or page, say which. You don't have to say who you are. Only those who run the service read it."
          maxLength={maxComplaintLength}
        />
        <Button>Send the complaint</Button>
      </UntilResult>
    </ActionForm>
  );
}

/** Brings back a complaint that somebody sent without signing in. */
export function ComplaintCodeForm() {
  return (
    <ActionForm action={findComplaintAction} isSecret>
      <WhenResult name="status">
        <ComplaintCard
          openedOn={<ResultText name="openedOn" />}
          text={<ResultText name="text" />}
          status={<ResultText name="status" />}
          answer={<ResultText name="answer" />}
        />
      </WhenResult>
      <UntilResult>
        <TextField
          name="code"
          label="The code of your complaint"
          hint="26 letters and figures. Capitals and spaces do not matter."
          autoComplete="off"
          spellCheck={false}
        />
        <Button kind="secondary">Show it</Button>
      </UntilResult>
    </ActionForm>
  );
}
