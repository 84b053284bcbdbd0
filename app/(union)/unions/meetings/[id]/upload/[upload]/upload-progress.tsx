import { ActionButton } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";
import type { UploadView } from "@/lib/unions/uploads/upload.queries";
import { confirmUploadAction } from "./actions";

const titles = {
  preview: "",
  running: "Recording your file",
  done: "All comments recorded",
  stopped: "Recording stopped",
};

/** How far the recording of a file is. A script brings it up to date while it runs; without it, the link does. */
export function UploadProgress({ recordId, id, state, done, total, stopReason, rows }: UploadView) {
  const nextRow = rows[done]?.row;
  return (
    <Page title={titles[state]}>
      <div data-part="upload-progress" data-state={state}>
        <p className="mb-4">
          <label htmlFor="progress" className="mb-2 block">
            {done} of {total} recorded
          </label>
          <progress id="progress" value={done} max={total} className="h-6 w-full accent-brand" />
        </p>
        {state === "stopped" && (
          <Callout tone="warning" title={`${done} of ${total} recorded. The rest are not.`}>
            <p>{stopReason}</p>
            {nextRow !== undefined && <p>The first row not recorded is row {nextRow} of your file.</p>}
          </Callout>
        )}
        {state === "stopped" && nextRow !== undefined && (
          <ActionButton kind="primary" action={confirmUploadAction.bind(null, { id: recordId, upload: id })}>
            Record the rest
          </ActionButton>
        )}
        {state === "running" ? (
          <TextLink href={paths.uploadReview(recordId, id)}>Check progress</TextLink>
        ) : (
          <ButtonLink href={paths.slips(recordId)}>Print slips</ButtonLink>
        )}
      </div>
      <p data-part="status" role="status" className="sr-only" />
      {state === "running" && <script src="/browser/upload-progress.js" defer />}
    </Page>
  );
}
