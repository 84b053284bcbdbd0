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
        <Callout tone="good" title="We have received your complaint">
          <p>
            The people who run this service must answer by <ResultText name="dueOn" />.
          </p>
          <WhenResult name="code">
            <p>To read the answer, come back to this page with this code. We only show it once:</p>
            <p
              id="complaint-code"
              className="rounded-md border-2 border-edge bg-card p-4 text-center font-mono text-xl"
            >
              <ResultText name="code" />
            </p>
          </WhenResult>
          <WhenResult name="isSignedIn">
            <p>
              Come back to this page to read the answer. If you signed in by email, we will email you when it is ready.
            </p>
          </WhenResult>
        </Callout>
      </WhenResult>
      <UntilResult>
        <HiddenField name="formId" value={newFormId()} isRetained />
        <TextArea
          name="text"
          label="What is wrong?"
          hint="If it is about a comment or a page, say which one. You do not have to say who you are. Only the people who run this service will read it."
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
          label="Your complaint code"
          hint="It has 26 letters and numbers. You can leave out capitals and spaces."
          autoComplete="off"
          spellCheck={false}
        />
        <Button kind="secondary">Show my complaint</Button>
      </UntilResult>
    </ActionForm>
  );
}
